using System.Globalization;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Preview;

/// <summary>What the preview's bar and panel show for a page, as JSON.</summary>
sealed class PageReport(PreviewSite site, PreviewOptions options)
{
    public byte[] Of(PreviewState state, Route? route) => JsonWriting.Document(default, json => json.WriteObject(() =>
    {
        var isHtml = route is not null && ContentTypes.Of(route.OutputFile) == ContentTypes.Html;
        json.WriteNumber("version", state.Version);
        json.WriteString("key", isHtml && state.Render(route!) is { } html ? state.ContentKey(html) : "");
        json.WriteArray("sheets", state.StyleSheets, sheet => json.WriteStringValue(state.Site.Permalink.Href(sheet.Path)));
        if (route is PageRoute { Page: var page })
        {
            json.WritePropertyName("page");
            json.WriteObject(() => WritePage(json, state, page));
        }

        json.WriteObjects("held", Unpublished(state.Site), one => WriteUnpublished(json, one));
        // Last, because rendering the page adds diagnostics.
        json.WriteObjects("problems", state.Diagnostics.Grouped(), problem => WriteProblem(json, problem, options.Language(state)));
    })).ToArray();

    void WritePage(Utf8JsonWriter json, PreviewState state, Page page)
    {
        json.WriteString("file", page.Document.File.Path);
        json.WriteString("editor", EditorLink(page.Document.File.DiskPath, 1, 1));
        if (state.DigestOf(page) is { } digest)
        {
            json.WriteNumber("words", digest.Words);
            json.WriteNumber("minutes", digest.Minutes);
        }

        json.WriteArray("matter", FrontMatterOf(page), pair => json.WriteArray([pair.Key, pair.Value], json.WriteStringValue));
        json.WriteArray("hidden", Hidden(page), json.WriteStringValue);
    }

    /// <summary>Why readers don't see the page, or don't find it.</summary>
    static IEnumerable<string> Hidden(Page page)
    {
        if (page.IsDraft)
            yield return "draft";
        if (page.IsFuture)
            yield return "future " + Instant(page.FrontMatter.PublishDate ?? page.Date);
        if (page.FrontMatter.Unlisted)
            yield return "unlisted";
    }

    static IEnumerable<(string Key, string Value)> FrontMatterOf(Page page)
    {
        var matter = page.FrontMatter;
        (string, string)[] all =
        [
            ("title", page.Title), ("date", Instant(page.Date)), (Taxonomies.Categories, string.Join(", ", matter.Categories)),
            (Taxonomies.Tags, string.Join(", ", matter.Tags)), (Taxonomies.People, string.Join(", ", page.People)),
        ];
        return all.Where(pair => pair is ("title", _) or (_, { Length: > 0 }));
    }

    static string Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a build would not publish, whether or not the preview shows it.</summary>
    static IEnumerable<UnpublishedPage> Unpublished(Site site)
    {
        var drafts = site.All.Where(page => page.IsDraft).Select(page => new UnpublishedPage(page, UnpublishedReason.Draft, null));
        var future = site.All.Where(page => page.IsFuture && !page.IsDraft)
            .Select(page => new UnpublishedPage(page, UnpublishedReason.Future, page.PublishedFrom));
        return site.Unpublished.Concat(drafts).Concat(future)
            .OrderBy(one => one.Reason).ThenBy(one => one.Until).ThenBy(one => one.Page.Document.File.Path, StringComparer.Ordinal);
    }

    void WriteUnpublished(Utf8JsonWriter json, UnpublishedPage one)
    {
        json.WriteString("title", one.Page.Title);
        json.WriteString("editor", EditorLink(one.Page.Document.File.DiskPath, 1, 1));
        json.WriteString("why", one.Reason.ToString().ToLowerInvariant());
        json.WriteString("until", Instant(one.Until));
    }

    void WriteProblem(Utf8JsonWriter json, Diagnostic problem, MessageLanguage language)
    {
        var place = problem.Place;
        json.WriteBoolean("error", problem.Severity == Severity.Error);
        json.WriteString("headline", DiagnosticPrinter.Headline(problem, language));
        if (Excerpt.Of(place) is { } excerpt)
        {
            json.WriteNumber("line", excerpt.Line);
            json.WriteString("before", excerpt.Before);
            json.WriteString("after", excerpt.After);
        }

        json.WriteArray("advice", DiagnosticPrinter.Advice(problem, language), json.WriteStringValue);
        if (place.Path.Length > 0)
            json.WriteString("editor", EditorLink(place.Path, Math.Max(1, place.Line), Math.Max(1, place.Column)));
    }

    internal string EditorLink(string path, int line, int column)
    {
        var address = Uri.EscapeDataString(Path.GetFullPath(Path.Combine(site.Folder, path))).Replace("%2F", "/").TrimStart('/');
        return options.Editor.Replace("{path}", address).Replace("{line}", $"{line}").Replace("{column}", $"{column}");
    }
}
