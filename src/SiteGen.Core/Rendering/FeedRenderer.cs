using System.Collections.Concurrent;
using System.Text;
using System.Xml;
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
    const string AtomNamespace = "http://www.w3.org/2005/Atom";
    const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>A post stands in several feeds.</summary>
    readonly ConcurrentDictionary<Page, WeakReference<string>> contents = new();

    Site Site => views.Site;

    SiteConfig Config => views.Site.Config;

    public byte[] Render(FeedRoute route) => Xml.Write(xml =>
    {
        if (route.Format == FeedFormat.Rss)
            WriteRss(xml, route);
        else
            WriteAtom(xml, route);
    });

    string Title(FeedRoute route) => route.List.Path == UrlPath.Root ? Config.Title : $"{views.Titles.Of(route.List)} | {Config.Title}";

    void WriteRss(XmlWriter xml, FeedRoute route)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        xml.Element("title", Title(route));
        xml.Element("link", Site.Permalink.Absolute(route.List.Path));
        xml.Element("description", Config.Description.Length > 0 ? Config.Description : Title(route));
        xml.Element("language", Config.Language);
        xml.Element("generator", "SiteGen");
        if (Newest(route.Pages) is { } newest)
            xml.Element("lastBuildDate", KoreanDate.Rfc822(newest));
        xml.Element(("atom", AtomNamespace), "link", "", ("href", Site.Permalink.Absolute(route.Path)), ("rel", "self"),
            ("type", "application/rss+xml"));
        foreach (var page in route.Pages)
            WriteRssItem(xml, page);
    }

    void WriteRssItem(XmlWriter xml, Page page)
    {
        xml.WriteStartElement("item");
        xml.Element("title", page.Title);
        xml.Element("link", Site.Permalink.Absolute(page.Path));
        xml.Element("guid", Site.Permalink.Absolute(page.Path), ("isPermaLink", "true"));
        xml.Element("pubDate", KoreanDate.Rfc822(page.Date!.Value));
        xml.Element(("dc", DublinCore), "creator", Config.Author.Name ?? Config.Title);
        foreach (var category in Categories(page))
            xml.Element("category", category);
        xml.Element("description", views.Markup.Digest(page).Summary);
        if (Config.Feed.FullText)
            xml.Element(("content", ContentNamespace), "encoded", Content(page));
        xml.WriteEndElement();
    }

    void WriteAtom(XmlWriter xml, FeedRoute route)
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, Config.Language);
        xml.Element("title", Title(route));
        if (Config.Description.Length > 0)
            xml.Element("subtitle", Config.Description);
        xml.Element("id", Site.Permalink.Absolute(route.Path));
        // A feed without posts still needs a date; the epoch is as stable as the posts.
        xml.Element("updated", KoreanDate.Rfc3339(Newest(route.Pages) ?? DateTimeOffset.UnixEpoch));
        WriteAtomLink(xml, "self", "application/atom+xml", Site.Permalink.Absolute(route.Path));
        WriteAtomLink(xml, "alternate", "text/html", Site.Permalink.Absolute(route.List.Path));
        xml.WriteStartElement("author");
        xml.Element("name", Config.Author.Name ?? Config.Title);
        if (Config.Author.Url is { } url)
            xml.Element("uri", Site.Permalink.AbsoluteOf(url));
        if (Config.Author.Email is { } email)
            xml.Element("email", email);
        xml.WriteEndElement();
        xml.Element("generator", "SiteGen");
        foreach (var page in route.Pages)
            WriteAtomEntry(xml, page);
    }

    void WriteAtomEntry(XmlWriter xml, Page page)
    {
        xml.WriteStartElement("entry");
        xml.Element("title", page.Title);
        xml.Element("id", Site.Permalink.Absolute(page.Path));
        WriteAtomLink(xml, "alternate", "text/html", Site.Permalink.Absolute(page.Path));
        xml.Element("published", KoreanDate.Rfc3339(page.Date!.Value));
        xml.Element("updated", KoreanDate.Rfc3339(page.Modified!.Value));
        foreach (var category in Categories(page))
            xml.Element("category", "", ("term", category));
        xml.Element("summary", views.Markup.Digest(page).Summary);
        if (Config.Feed.FullText)
            xml.Element("content", Content(page), ("type", "html"));
        xml.WriteEndElement();
    }

    static void WriteAtomLink(XmlWriter xml, string relation, string type, string href) =>
        xml.Element("link", "", ("rel", relation), ("type", type), ("href", href));

    static IEnumerable<string> Categories(Page page) =>
        page.FrontMatter.Categories.Concat(page.FrontMatter.Tags).Distinct(StringComparer.Ordinal);

    string Content(Page page)
    {
        var html = views.Markup.Html(page);
        if (contents.TryGetValue(page, out var known) && known.TryGetTarget(out var content))
            return content;
        content = Xml.Clean(AbsoluteHtml.Of(html, Site.Permalink.Absolute(page.Path)));
        contents[page] = new WeakReference<string>(content);
        return content;
    }

    static DateTimeOffset? Newest(IReadOnlyList<Page> pages) => pages.Count == 0 ? null : pages.Max(page => page.Modified!.Value);
}

/// <summary>The sitemap (sitemaps.org protocol 0.9), or its index.</summary>
public static class SitemapRenderer
{
    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Render(SitemapRoute route, Permalink permalink) => Xml.Write(xml =>
    {
        xml.WriteStartElement(route.IsIndex ? "sitemapindex" : "urlset", Namespace);
        foreach (var entry in route.Entries)
        {
            xml.WriteStartElement(route.IsIndex ? "sitemap" : "url");
            xml.Element("loc", permalink.Absolute(entry.Path));
            if (entry.Modified is { } modified)
                xml.Element("lastmod", KoreanDate.Rfc3339(modified));
            xml.WriteEndElement();
        }
    });
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

    /// <param name="document">Opens elements; the last ones are closed for it.</param>
    public static byte[] Write(Action<XmlWriter> document)
    {
        // Reused, because a feed with whole posts is large.
        var stream = spare ??= new MemoryStream(16 << 10);
        stream.SetLength(0);
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            document(writer);
            writer.WriteEndDocument();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>An element in the default namespace.</summary>
    public static void Element(this XmlWriter xml, string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        xml.Finish(text, attributes);
    }

    public static void Element(this XmlWriter xml, (string Prefix, string Uri) space, string name, string text,
        params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(space.Prefix, name, space.Uri);
        xml.Finish(text, attributes);
    }

    static void Finish(this XmlWriter xml, string text, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, Clean(value));
        // An element without text is written as <name />.
        if (Clean(text) is { Length: > 0 } clean)
            xml.WriteString(clean);
        xml.WriteEndElement();
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
