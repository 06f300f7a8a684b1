using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>A document with its address. Its HTML is made when a page is rendered.</summary>
/// <param name="Date">Always there for posts.</param>
/// <param name="People">Who it is about, and the guests of its interview, under their usual names.</param>
public sealed record Page(Document Document, string Title, UrlPath Path, DateTimeOffset? Date, IReadOnlyList<UrlPath> Aliases,
    IReadOnlyList<string> People)
{
    public FrontMatter FrontMatter => Document.FrontMatter;

    public bool IsPost => Document.Kind == DocumentKind.Post;

    public bool IsDraft => FrontMatter.Draft;

    public bool IsFuture { get; init; }

    /// <summary>The instant from which it is published: <c>publish_date</c>, else the date.</summary>
    public DateTimeOffset? PublishedFrom => FrontMatter.PublishDate ?? Date;

    /// <summary><c>updated</c>, else the date.</summary>
    public DateTimeOffset? Modified => FrontMatter.Updated ?? Date;

    public SourcePlace Place => Document.Start;

    /// <summary>By reference: copies are other pages.</summary>
    public bool Equals(Page? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A document that is not published now, and why.</summary>
public enum UnpublishedReason
{
    Draft,
    Future,
    Expired,
}

/// <param name="Until">When it will be published, or was gone; null for drafts.</param>
public sealed record UnpublishedPage(Page Page, UnpublishedReason Reason, DateTimeOffset? Until);

/// <summary>An unpublished document for reports, perhaps from the record of an earlier build.</summary>
/// <param name="Path">Its file.</param>
public sealed record UnpublishedDocument(string Title, string Path, bool IsPost, UnpublishedReason Reason, DateTimeOffset? Until)
{
    public static UnpublishedDocument Of(UnpublishedPage held) =>
        new(held.Page.Title, held.Page.Document.File.Path, held.Page.IsPost, held.Reason, held.Until);
}

/// <summary>The fields of a page by which lists filter, group and sort.</summary>
public static class PageField
{
    static readonly string[] Known =
        ["title", "date", "updated", "year", "month", "slug", "weight", "series", "layout", Taxonomies.Tags, Taxonomies.Categories,
            Taxonomies.People, "image", "summary", "source", "interview", "draft", "kind"];

    /// <summary>The hint for an unknown field; null for a known one, for <c>params.x</c> and for taxonomies.</summary>
    public static Message? Problem(string field, SiteConfig config)
    {
        if (field.StartsWith("params.", StringComparison.Ordinal) && field.Length > "params.".Length || Array.IndexOf(Known, field) >= 0
            || config.Taxonomies.Contains(field))
            return null;
        var nearest = NearestName.Of(field, Known.Concat(config.Taxonomies));
        return nearest is null
            ? (Message)$"Fields are {string.Join(", ", Known)}, and params.KEY for keys of your own."
            : $"Did you mean `{nearest}`?";
    }

    /// <summary>The values of a field; none when the page does not have it.</summary>
    public static IReadOnlyList<string> Values(Page page, string field)
    {
        var matter = page.FrontMatter;
        return field switch
        {
            Taxonomies.Tags => matter.Tags,
            Taxonomies.Categories => matter.Categories,
            Taxonomies.People => page.People,
            "year" => One(page.Date?.ToString("yyyy")),
            "month" => One(page.Date?.ToString("yyyy'/'MM")),
            "date" => One(page.Date?.ToString("yyyy-MM-dd")),
            "updated" => One(matter.Updated?.ToString("yyyy-MM-dd")),
            "title" => One(page.Title),
            "slug" => One(page.Path.Value.Trim('/').Split('/')[^1]),
            "weight" => matter.Weight == 0 ? [] : [matter.Weight.ToString()],
            "series" => One(matter.Series),
            "layout" => One(matter.Layout),
            "image" => One(matter.Image),
            "summary" => One(matter.Summary),
            "source" => One(matter.Source?.Title ?? matter.Source?.Url ?? matter.Source?.Publisher),
            "interview" => matter.Speakers.Select(speaker => speaker.Name).ToArray(),
            "draft" => [matter.Draft ? "true" : "false"],
            "kind" => [page.IsPost ? "post" : "page"],
            _ => Texts(Param(matter.Params, field.StartsWith("params.", StringComparison.Ordinal) ? field["params.".Length..] : field)),
        };
    }

    static YamlNode? Param(YamlMap map, string path)
    {
        var dot = path.IndexOf('.');
        return map[path] ?? (dot > 0 && map[path[..dot]] is YamlMap inner ? Param(inner, path[(dot + 1)..]) : null);
    }

    static string[] Texts(YamlNode? node) => node switch
    {
        YamlScalar { IsNull: false } scalar => [scalar.Text],
        YamlList list => [.. list.Items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Text)],
        _ => [],
    };

    static string[] One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
