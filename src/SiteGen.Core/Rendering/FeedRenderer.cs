using System.Text;
using System.Xml;
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

    Site Site => views.Site;

    public byte[] Render(FeedRoute route) => Xml.Write(writer =>
    {
        if (route.Format == FeedFormat.Rss)
            Rss(writer, route, route.Pages);
        else
            Atom(writer, route, route.Pages);
    });

    string Title(FeedRoute route) => route.List.Path == UrlPath.Root ? Site.Config.Title : $"{views.Titles.Of(route.List)} | {Site.Config.Title}";

    void Rss(XmlWriter writer, FeedRoute route, IReadOnlyList<Page> pages)
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        writer.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
        writer.WriteStartElement("channel");
        Xml.Element(writer, "title", Title(route));
        Xml.Element(writer, "link", Site.Permalink.Absolute(route.List.Path));
        Xml.Element(writer, "description", Site.Config.Description.Length > 0 ? Site.Config.Description : Title(route));
        Xml.Element(writer, "language", Site.Config.Language);
        Xml.Element(writer, "generator", "SiteGen");
        if (Newest(pages) is { } newest)
            Xml.Element(writer, "lastBuildDate", KoreanDate.Rfc822(newest));
        writer.WriteStartElement("atom", "link", AtomNamespace);
        writer.WriteAttributeString("href", Site.Permalink.Absolute(route.Path));
        writer.WriteAttributeString("rel", "self");
        writer.WriteAttributeString("type", "application/rss+xml");
        writer.WriteEndElement();
        foreach (var page in pages)
            RssItem(writer, page);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    void RssItem(XmlWriter writer, Page page)
    {
        var permalink = Site.Permalink.Absolute(page.Path);
        writer.WriteStartElement("item");
        Xml.Element(writer, "title", page.Title);
        Xml.Element(writer, "link", permalink);
        writer.WriteStartElement("guid");
        writer.WriteAttributeString("isPermaLink", "true");
        writer.WriteString(permalink);
        writer.WriteEndElement();
        Xml.Element(writer, "pubDate", KoreanDate.Rfc822(page.Date!.Value));
        writer.WriteElementString("dc", "creator", DublinCore, Xml.Clean(Site.Config.Author.Name ?? Site.Config.Title));
        foreach (var category in page.FrontMatter.Categories.Concat(page.FrontMatter.Tags).Distinct(StringComparer.Ordinal))
            Xml.Element(writer, "category", category);
        Xml.Element(writer, "description", views.Markup.Digest(page).Summary);
        if (Site.Config.Feed.FullText)
            writer.WriteElementString("content", "encoded", ContentNamespace, Content(page));
        writer.WriteEndElement();
    }

    void Atom(XmlWriter writer, FeedRoute route, IReadOnlyList<Page> pages)
    {
        writer.WriteStartElement("feed", AtomNamespace);
        writer.WriteAttributeString("xml", "lang", null, Site.Config.Language);
        Xml.Element(writer, "title", Title(route));
        if (Site.Config.Description.Length > 0)
            Xml.Element(writer, "subtitle", Site.Config.Description);
        Xml.Element(writer, "id", Site.Permalink.Absolute(route.Path));
        // A feed without posts still needs a date; the epoch changes no more than the posts do.
        Xml.Element(writer, "updated", KoreanDate.Rfc3339(Newest(pages) ?? DateTimeOffset.UnixEpoch));
        AtomLink(writer, "self", "application/atom+xml", Site.Permalink.Absolute(route.Path));
        AtomLink(writer, "alternate", "text/html", Site.Permalink.Absolute(route.List.Path));
        writer.WriteStartElement("author");
        Xml.Element(writer, "name", Site.Config.Author.Name ?? Site.Config.Title);
        if (Site.Config.Author.Url is { } url)
            Xml.Element(writer, "uri", Site.Permalink.AbsoluteOf(url));
        if (Site.Config.Author.Email is { } email)
            Xml.Element(writer, "email", email);
        writer.WriteEndElement();
        Xml.Element(writer, "generator", "SiteGen");
        foreach (var page in pages)
            AtomEntry(writer, page);
        writer.WriteEndElement();
    }

    void AtomEntry(XmlWriter writer, Page page)
    {
        var permalink = Site.Permalink.Absolute(page.Path);
        writer.WriteStartElement("entry");
        Xml.Element(writer, "title", page.Title);
        Xml.Element(writer, "id", permalink);
        AtomLink(writer, "alternate", "text/html", permalink);
        Xml.Element(writer, "published", KoreanDate.Rfc3339(page.Date!.Value));
        Xml.Element(writer, "updated", KoreanDate.Rfc3339(page.Modified!.Value));
        foreach (var category in page.FrontMatter.Categories.Concat(page.FrontMatter.Tags).Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartElement("category");
            writer.WriteAttributeString("term", Xml.Clean(category));
            writer.WriteEndElement();
        }

        Xml.Element(writer, "summary", views.Markup.Digest(page).Summary);
        if (Site.Config.Feed.FullText)
        {
            writer.WriteStartElement("content");
            writer.WriteAttributeString("type", "html");
            writer.WriteString(Content(page));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    static void AtomLink(XmlWriter writer, string relation, string type, string href)
    {
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", href);
        writer.WriteEndElement();
    }

    string Content(Page page) => Xml.Clean(AbsoluteHtml.Of(views.Markup.Html(page), Site.Permalink.Absolute(page.Path)));

    static DateTimeOffset? Newest(IReadOnlyList<Page> pages) => pages.Count == 0 ? null : pages.Max(page => page.Modified!.Value);
}

/// <summary>The sitemap (sitemaps.org protocol 0.9), or its index.</summary>
public static class SitemapRenderer
{
    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Render(SitemapRoute route, Permalink permalink) => Xml.Write(writer =>
    {
        writer.WriteStartElement(route.IsIndex ? "sitemapindex" : "urlset", Namespace);
        foreach (var entry in route.Entries)
        {
            writer.WriteStartElement(route.IsIndex ? "sitemap" : "url");
            Xml.Element(writer, "loc", permalink.Absolute(entry.Path));
            if (entry.Modified is { } modified)
                Xml.Element(writer, "lastmod", KoreanDate.Rfc3339(modified));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });
}

/// <summary>XML as UTF-8 bytes with plain line feeds, without what XML 1.0 forbids.</summary>
static class Xml
{
    static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Replace };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            write(writer);
            writer.WriteEndDocument();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public static void Element(XmlWriter writer, string name, string text) => writer.WriteElementString(name, Clean(text));

    /// <summary>Control characters and halves of surrogate pairs, seen in real posts, are left out.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
                return Cleaned(text);
        }

        return text;
    }

    static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || rune.Value != 0xFFFD && XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
