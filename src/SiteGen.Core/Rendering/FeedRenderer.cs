using System.Text;
using System.Xml;
using System.Xml.Linq;
using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering.Views;

namespace SiteGen.Core.Rendering;

/// <summary>RSS 2.0 and Atom feeds (the RSS Advisory Board's specification; RFC 4287).</summary>
public sealed class FeedRenderer(SiteViews views)
{
    static readonly XNamespace AtomNamespace = "http://www.w3.org/2005/Atom";
    static readonly XNamespace ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    Site Site => views.Site;

    SiteConfig Config => views.Site.Config;

    public byte[] Render(FeedRoute route) => Xml.Write(route.Format == FeedFormat.Rss ? Rss(route) : Atom(route));

    string Title(FeedRoute route) => route.List.Path == UrlPath.Root ? Config.Title : $"{views.Titles.Of(route.List)} | {Config.Title}";

    XElement Rss(FeedRoute route) => new("rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", AtomNamespace),
        new XAttribute(XNamespace.Xmlns + "content", ContentNamespace),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        new XElement("channel",
            Xml.Element("title", Title(route)),
            Xml.Element("link", Site.Permalink.Absolute(route.List.Path)),
            Xml.Element("description", Config.Description.Length > 0 ? Config.Description : Title(route)),
            Xml.Element("language", Config.Language),
            Xml.Element("generator", "SiteGen"),
            Newest(route.Pages) is { } newest ? Xml.Element("lastBuildDate", KoreanDate.Rfc822(newest)) : null,
            Xml.Element(AtomNamespace + "link", "", ("href", Site.Permalink.Absolute(route.Path)), ("rel", "self"),
                ("type", "application/rss+xml")),
            route.Pages.Select(RssItem)));

    XElement RssItem(Page page) => new("item",
        Xml.Element("title", page.Title),
        Xml.Element("link", Site.Permalink.Absolute(page.Path)),
        Xml.Element("guid", Site.Permalink.Absolute(page.Path), ("isPermaLink", "true")),
        Xml.Element("pubDate", KoreanDate.Rfc822(page.Date!.Value)),
        Xml.Element(DublinCore + "creator", Config.Author.Name ?? Config.Title),
        Categories(page).Select(category => Xml.Element("category", category)),
        Xml.Element("description", views.Markup.Digest(page).Summary),
        Config.Feed.FullText ? Xml.Element(ContentNamespace + "encoded", Content(page)) : null);

    // A feed without posts still needs a date; the epoch is as stable as the posts.
    XElement Atom(FeedRoute route) => new(AtomNamespace + "feed",
        new XAttribute(XNamespace.Xml + "lang", Config.Language),
        Xml.Element(AtomNamespace + "title", Title(route)),
        Config.Description.Length > 0 ? Xml.Element(AtomNamespace + "subtitle", Config.Description) : null,
        Xml.Element(AtomNamespace + "id", Site.Permalink.Absolute(route.Path)),
        Xml.Element(AtomNamespace + "updated", KoreanDate.Rfc3339(Newest(route.Pages) ?? DateTimeOffset.UnixEpoch)),
        AtomLink("self", "application/atom+xml", Site.Permalink.Absolute(route.Path)),
        AtomLink("alternate", "text/html", Site.Permalink.Absolute(route.List.Path)),
        new XElement(AtomNamespace + "author",
            Xml.Element(AtomNamespace + "name", Config.Author.Name ?? Config.Title),
            Config.Author.Url is { } url ? Xml.Element(AtomNamespace + "uri", Site.Permalink.AbsoluteOf(url)) : null,
            Config.Author.Email is { } email ? Xml.Element(AtomNamespace + "email", email) : null),
        Xml.Element(AtomNamespace + "generator", "SiteGen"),
        route.Pages.Select(AtomEntry));

    XElement AtomEntry(Page page) => new(AtomNamespace + "entry",
        Xml.Element(AtomNamespace + "title", page.Title),
        Xml.Element(AtomNamespace + "id", Site.Permalink.Absolute(page.Path)),
        AtomLink("alternate", "text/html", Site.Permalink.Absolute(page.Path)),
        Xml.Element(AtomNamespace + "published", KoreanDate.Rfc3339(page.Date!.Value)),
        Xml.Element(AtomNamespace + "updated", KoreanDate.Rfc3339(page.Modified!.Value)),
        Categories(page).Select(category => Xml.Element(AtomNamespace + "category", "", ("term", category))),
        Xml.Element(AtomNamespace + "summary", views.Markup.Digest(page).Summary),
        Config.Feed.FullText ? Xml.Element(AtomNamespace + "content", Content(page), ("type", "html")) : null);

    static XElement AtomLink(string relation, string type, string href) =>
        Xml.Element(AtomNamespace + "link", "", ("rel", relation), ("type", type), ("href", href));

    static IEnumerable<string> Categories(Page page) =>
        page.FrontMatter.Categories.Concat(page.FrontMatter.Tags).Distinct(StringComparer.Ordinal);

    string Content(Page page) => AbsoluteHtml.Of(views.Markup.Html(page), Site.Permalink.Absolute(page.Path));

    static DateTimeOffset? Newest(IReadOnlyList<Page> pages) => pages.Count == 0 ? null : pages.Max(page => page.Modified!.Value);
}

/// <summary>The sitemap (sitemaps.org protocol 0.9), or its index.</summary>
public static class SitemapRenderer
{
    static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Render(SitemapRoute route, Permalink permalink) => Xml.Write(new XElement(
        Namespace + (route.IsIndex ? "sitemapindex" : "urlset"),
        route.Entries.Select(entry => new XElement(Namespace + (route.IsIndex ? "sitemap" : "url"),
            Xml.Element(Namespace + "loc", permalink.Absolute(entry.Path)),
            entry.Modified is { } modified ? Xml.Element(Namespace + "lastmod", KoreanDate.Rfc3339(modified)) : null))));
}

/// <summary>XML as UTF-8 bytes with plain line feeds, without the characters that XML 1.0 forbids.</summary>
static class Xml
{
    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    [ThreadStatic]
    static MemoryStream? spare;

    public static byte[] Write(XElement root)
    {
        // Reused, because a feed with whole posts is large.
        var stream = spare ??= new MemoryStream(16 << 10);
        stream.SetLength(0);
        using (var writer = XmlWriter.Create(stream, Settings))
            new XDocument(root).Save(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public static XElement Element(XName name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        // Null, not "", so that an element without text is written as <name />.
        var element = new XElement(name, Clean(text) is { Length: > 0 } clean ? clean : null);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(attribute, Clean(value));
        return element;
    }

    /// <summary>Removes control characters and unpaired surrogates, seen in real posts.</summary>
    public static string Clean(string text)
    {
        var valid = 0;
        while (valid < text.Length && XmlConvert.IsXmlChar(text[valid]))
            valid++;
        if (valid == text.Length)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || rune.Value != 0xFFFD && XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
