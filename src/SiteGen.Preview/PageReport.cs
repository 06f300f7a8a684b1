using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Preview;

/// <summary>What the preview's bar and panel show for a page, as JSON.</summary>
sealed class PageReport(PreviewSite site, PreviewOptions options)
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public byte[] Of(PreviewState state, Route? route)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", state.Version);
            json.WriteString("key", route is not null && ContentTypes.Of(route.OutputFile) == ContentTypes.Html && state.Render(route) is { } html ? state.ContentKey(html) : "");
            Each(json, "sheets", state.StyleSheets, sheet => json.WriteStringValue(state.Site.Permalink.Href(sheet.Path)));
            // Rendering the page may have found more, so the complaints come last.
            if (route is PageRoute { Page: var page })
                WritePage(json, state, page);
            Each(json, "held", Held(state.Site), held => WriteHeld(json, held));
            Each(json, "problems", state.Diagnostics, problem => WriteProblem(json, problem, options.Language(state)));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    void WritePage(Utf8JsonWriter json, PreviewState state, Page page)
    {
        var matter = page.FrontMatter;
        json.WriteStartObject("page");
        json.WriteString("file", page.Document.File.Path);
        json.WriteString("editor", EditorLink(page.Document.File.DiskPath, 1, 1));
        if (state.DigestOf(page) is { } digest)
        {
            json.WriteNumber("words", digest.Words);
            json.WriteNumber("minutes", digest.Minutes);
        }

        Each(json, "matter", Matter(page), pair =>
        {
            json.WriteStartArray();
            json.WriteStringValue(pair.Key);
            json.WriteStringValue(pair.Value);
            json.WriteEndArray();
        });
        Each(json, "hidden", Hidden(page, matter.Unlisted), json.WriteStringValue);
        json.WriteEndObject();
    }

    /// <summary>Why readers would not see the page, or not find it.</summary>
    static IEnumerable<string> Hidden(Page page, bool unlisted)
    {
        if (page.IsDraft)
            yield return "draft";
        if (page.IsFuture)
            yield return "future " + Instant(page.FrontMatter.PublishDate ?? page.Date);
        if (unlisted)
            yield return "unlisted";
    }

    static IEnumerable<(string Key, string Value)> Matter(Page page)
    {
        yield return ("title", page.Title);
        if (page.Date is { } date)
            yield return ("date", Instant(date));
        foreach (var (key, values) in new[] { (Taxonomies.Categories, page.FrontMatter.Categories), (Taxonomies.Tags, page.FrontMatter.Tags), (Taxonomies.People, page.People) })
        {
            if (values.Count > 0)
                yield return (key, string.Join(", ", values));
        }
    }

    static string Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a build would hold back, whether or not the preview shows it.</summary>
    static IEnumerable<UnpublishedPage> Held(Site site) =>
        site.All.Where(page => page.IsDraft || page.IsFuture).Select(page => page.IsDraft ? new UnpublishedPage(page, UnpublishedReason.Draft, null) : new UnpublishedPage(page, UnpublishedReason.Future, page.PublishedFrom))
            .Concat(site.Unpublished).OrderBy(held => held.Reason).ThenBy(held => held.Until).ThenBy(held => held.Page.Document.File.Path, StringComparer.Ordinal);

    void WriteHeld(Utf8JsonWriter json, UnpublishedPage held)
    {
        json.WriteStartObject();
        json.WriteString("title", held.Page.Title);
        json.WriteString("editor", EditorLink(held.Page.Document.File.DiskPath, 1, 1));
        json.WriteString("why", held.Reason.ToString().ToLowerInvariant());
        json.WriteString("until", Instant(held.Until));
        json.WriteEndObject();
    }

    void WriteProblem(Utf8JsonWriter json, Diagnostic problem, MessageLanguage language)
    {
        var place = problem.Place;
        json.WriteStartObject();
        json.WriteBoolean("error", problem.Severity == Severity.Error);
        json.WriteString("headline", DiagnosticPrinter.Headline(problem, language));
        if (Excerpt.Of(place) is { } excerpt)
        {
            json.WriteNumber("line", excerpt.Line);
            json.WriteString("before", excerpt.Before);
            json.WriteString("after", excerpt.After);
        }

        Each(json, "advice", DiagnosticPrinter.Advice(problem, language), json.WriteStringValue);
        if (place.Path.Length > 0)
            json.WriteString("editor", EditorLink(place.Path, Math.Max(1, place.Line), Math.Max(1, place.Column)));
        json.WriteEndObject();
    }

    internal string EditorLink(string path, int line, int column) => options.Editor
        .Replace("{path}", Uri.EscapeDataString(Path.GetFullPath(Path.Combine(site.Folder, path))).Replace("%2F", "/", StringComparison.Ordinal).TrimStart('/'), StringComparison.Ordinal)
        .Replace("{line}", line.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{column}", column.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
