using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Checking;

/// <summary>Parses HTML, and extracts what is kept of a page.</summary>
static partial class PageReader
{
    static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    public static CheckedPage Read(FinishedFile file, string text, FinishedSite site, UnpublishedSearch unpublished)
    {
        var errors = new List<HtmlSyntaxError>();
        var parser = new HtmlParser(Options);
        parser.Error += (_, found) =>
        {
            if (found is AngleSharp.Html.Dom.Events.HtmlErrorEvent error)
                errors.Add(new HtmlSyntaxError(error.Message, Math.Max(0, error.Position.Position - 1))
                {
                    IsSelfClosed = error.Code == (int)HtmlParseError.TagCannotBeSelfClosed,
                });
        };
        return new CheckedPage(file, text, parser.ParseDocument(text), errors) { Site = site, Unpublished = unpublished };
    }

    /// <summary>The canonical address that a page names; null for none.</summary>
    public static string? CanonicalOf(string text) =>
        new HtmlParser().ParseDocument(text).QuerySelector("link[rel=canonical][href]")?.GetAttribute("href");

    public static PageFacts Facts(CheckedPage page, LinkTable links)
    {
        var address = SiteFacts.AddressOf(page.File.Path);
        var folder = SiteFacts.FolderOf(address);
        if (page.Base is { } written && links.Get(folder, written) is { Scope: LinkScope.Inside } start)
            folder = SiteFacts.FolderOf(start.Path);
        var references = new List<Reference>();
        foreach (var (element, attribute) in page.Addresses)
            Add(references, links, folder, element, attribute);
        foreach (var meta in page.Named("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name");
            if (name is not ("og:image" or "og:url" or "twitter:image"))
                continue;
            var kind = name == "og:url" ? ReferenceKind.Meta : ReferenceKind.Image;
            Add(references, links, folder, meta.GetAttribute("content"), kind, "content", CheckedPage.PositionOf(meta));
        }

        return new PageFacts(page.File, address)
        {
            Title = page.Title,
            Description = page.MetaContent("description")?.Trim() ?? "",
            Redirect = page.RedirectsTo is { } target ? links.Get(folder, target) : null,
            IsNoIndex = page.IsNoIndex,
            Canonical = page.Canonical is { } canonical ? links.Get(folder, canonical) : null,
            Anchors =
            [
                .. page.Elements.Select(element => element.Id).Where(id => id is { Length: > 0 }).OfType<string>(),
                .. page.Named("a", "area").Select(link => link.GetAttribute("name")).OfType<string>(),
            ],
            References = [.. references],
        };
    }

    static void Add(List<Reference> references, LinkTable links, string folder, IElement element, string attribute)
    {
        var value = element.GetAttribute(attribute)!;
        var position = CheckedPage.PositionOf(element);
        if (attribute is "srcset" or "imagesrcset" or "style")
        {
            foreach (Match match in (attribute == "style" ? StyleReader.Addresses() : SourceSet()).Matches(value))
                Add(references, links, folder, match.Groups["url"].Value, ReferenceKind.Image, attribute, position);
        }
        else if (KindOf(element, attribute) is { } kind)
        {
            Add(references, links, folder, value, kind, attribute, position);
        }
    }

    static void Add(
        List<Reference> references, LinkTable links, string folder, string? url, ReferenceKind kind, string attribute, int position)
    {
        if (!string.IsNullOrWhiteSpace(url))
            references.Add(new Reference(links.Get(folder, url), kind, attribute, position));
    }

    /// <summary>The kind of an attribute's address; null for attributes without one.</summary>
    static ReferenceKind? KindOf(IElement element, string attribute) => (element.LocalName, attribute) switch
    {
        ("a" or "area", "href") => ReferenceKind.Link,
        ("form", "action") => ReferenceKind.Link,
        ("base", _) => null,
        ("link", "href") => LinkKind(element.GetAttribute("rel") ?? ""),
        ("img" or "input" or "image", "src") or (_, "poster") => ReferenceKind.Image,
        ("source" or "video" or "audio" or "track" or "script" or "iframe" or "embed", "src") or ("object", "data") =>
            ReferenceKind.Resource,
        ("image" or "use", "href") => ReferenceKind.Image,
        _ => null,
    };

    static ReferenceKind? LinkKind(string relation) =>
        relation.Contains("preconnect", StringComparison.OrdinalIgnoreCase)
        || relation.Contains("dns-prefetch", StringComparison.OrdinalIgnoreCase) ? null
        : relation is "canonical" or "alternate" or "next" or "prev" or "author" or "license" or "me" or "search" ? ReferenceKind.Meta
        : ReferenceKind.Resource;

    [GeneratedRegex(@"(?:^|,)\s*(?<url>[^\s,]\S*[^\s,]|[^\s,])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceSet();
}

/// <summary>Addresses in style sheets.</summary>
static partial class StyleReader
{
    public static Reference[] Read(FinishedFile file, string text, LinkTable links)
    {
        var folder = SiteFacts.FolderOf(SiteFacts.AddressOf(file.Path));
        return [.. from Match match in Addresses().Matches(text)
                   let url = match.Groups["url"]
                   where url.Value.Trim().Length > 0
                   select new Reference(links.Get(folder, url.Value), ReferenceKind.Resource, "url", url.Index)];
    }

    /// <summary>Addresses in <c>url(…)</c> and after <c>@import</c>, outside comments.</summary>
    [GeneratedRegex(
        """/\*.*?\*/(?<url>)|url\(\s*(?<quote>["']?)(?<url>[^"')]*)\k<quote>\s*\)|@import\s+["'](?<url>[^"']*)["']""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Addresses();
}
