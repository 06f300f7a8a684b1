using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary>Structured data for search engines (schema.org), as whole script elements.</summary>
static class JsonLd
{
    // The default rules of escaping stay for <, > and &, so that no text can end the script element; Hangul stays readable.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    static ArrayBufferWriter<byte>? spare;

    public static object? Of(Page page, SiteViews views)
    {
        var crumbs = Breadcrumbs.Of(page, views);
        return page.IsPost ? Scripts(writer => Posting(writer, page, views), writer => Breadcrumb(writer, crumbs, views)) : Scripts(writer => Breadcrumb(writer, crumbs, views));
    }

    public static object? Of(ListingPage frame, SiteViews views) =>
        frame.IsHome ? Scripts(writer => WebSite(writer, views))
        : frame.IsIndexed ? Scripts(writer => Breadcrumb(writer, Breadcrumbs.Of(frame, views), views))
        : null;

    static object? Scripts(params ReadOnlySpan<Action<Utf8JsonWriter>> scripts)
    {
        var bytes = spare ?? new ArrayBufferWriter<byte>(4096);
        // A text that is asked for meanwhile may hold a shortcode that asks for another page's data.
        spare = null;
        foreach (var write in scripts)
        {
            bytes.Write(bytes.WrittenCount > 0 ? "\n"u8 : default);
            bytes.Write("<script type=\"application/ld+json\">"u8);
            using (var writer = new Utf8JsonWriter(bytes, Options))
            {
                writer.WriteStartObject();
                writer.WriteString("@context", "https://schema.org");
                write(writer);
                writer.WriteEndObject();
            }

            bytes.Write("</script>"u8);
        }

        var markup = Html.Of(bytes.WrittenSpan.ToArray());
        bytes.ResetWrittenCount();
        spare = bytes;
        return markup;
    }

    static void WebSite(Utf8JsonWriter writer, SiteViews views)
    {
        var config = views.Site.Config;
        writer.WriteString("@type", "Blog");
        writer.WriteString("name", config.Title);
        if (config.Description.Length > 0)
            writer.WriteString("description", config.Description);
        writer.WriteString("url", views.Permalink.Absolute(UrlPath.Root));
        writer.WriteString("inLanguage", config.Language);
    }

    static void Posting(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        var config = views.Site.Config;
        writer.WriteString("@type", "BlogPosting");
        writer.WriteString("headline", page.Title);
        writer.WriteString("description", views.Markup.Digest(page).Summary);
        writer.WriteString("url", views.Permalink.Absolute(page.Path));
        writer.WriteString("mainEntityOfPage", views.Permalink.Absolute(page.Path));
        writer.WriteString("datePublished", KoreanDate.Rfc3339(page.Date!.Value));
        writer.WriteString("dateModified", KoreanDate.Rfc3339(page.Modified!.Value));
        writer.WriteString("inLanguage", config.Language);
        if (PageTable.Image(page, views) is { } image)
            writer.WriteString("image", views.Permalink.AbsoluteOf(image));
        if (views.Site.CategoryOf(page) is { } category)
            writer.WriteString("articleSection", category.Title);
        if (page.FrontMatter.Tags.Count > 0)
            writer.WriteString("keywords", string.Join(", ", page.FrontMatter.Tags));
        writer.WriteNumber("wordCount", views.Markup.Digest(page).Words);
        People(writer, page, views);
        BasedOn(writer, page, views);
        Author(writer, "author", config.Author.Name ?? config.Title, config.Author.Url ?? views.Permalink.Absolute(UrlPath.Root));
        Author(writer, "publisher", config.Author.Name ?? config.Title, config.Author.Url ?? views.Permalink.Absolute(UrlPath.Root));
    }

    /// <summary>An interview is about its guests; everybody else it is listed under is mentioned.</summary>
    static void People(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        var guests = page.FrontMatter.Guests.Select(views.Site.People.Canonical).ToHashSet(StringComparer.Ordinal);
        WritePeople(writer, "about", page.People.Where(guests.Contains), views);
        WritePeople(writer, "mentions", page.People.Where(name => !guests.Contains(name)), views);
    }

    static void WritePeople(Utf8JsonWriter writer, string role, IEnumerable<string> names, SiteViews views)
    {
        var people = names.ToArray();
        if (people.Length == 0)
            return;
        writer.WriteStartArray(role);
        foreach (var name in people)
        {
            var person = views.Site.People.Find(name);
            writer.WriteStartObject();
            writer.WriteString("@type", "Person");
            writer.WriteString("name", name);
            if (person?.OriginalName is { } original)
                writer.WriteString("alternateName", original);
            if (person?.Role is { } job)
                writer.WriteString("jobTitle", job);
            if (views.Site.PersonList(name) is { } term)
                writer.WriteString("url", views.Permalink.Absolute(term.Path));
            var links = person?.Links.Entries.Select(link => (link.Value as YamlScalar)?.Text).OfType<string>().ToArray() ?? [];
            if (links.Length > 0)
                WriteTexts(writer, "sameAs", links);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteTexts(Utf8JsonWriter writer, string name, string[] texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>The original that a post reports on or translates.</summary>
    static void BasedOn(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        if (page.FrontMatter.Source is not { } source || source.Title is null && source.Url is null)
            return;
        writer.WriteStartObject("isBasedOn");
        writer.WriteString("@type", "CreativeWork");
        if (source.Title is { } title)
            writer.WriteString("name", title);
        if (source.Url is { } url)
            writer.WriteString("url", views.Permalink.AbsoluteOf(url));
        if (source.Date is { } date)
            writer.WriteString("datePublished", KoreanDate.Iso(date));
        if (source.Publisher is { } publisher)
        {
            writer.WriteStartObject("publisher");
            writer.WriteString("@type", "Organization");
            writer.WriteString("name", publisher);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    static void Author(Utf8JsonWriter writer, string role, string name, string url)
    {
        writer.WriteStartObject(role);
        writer.WriteString("@type", "Person");
        writer.WriteString("name", name);
        writer.WriteString("url", url);
        writer.WriteEndObject();
    }

    static void Breadcrumb(Utf8JsonWriter writer, IReadOnlyList<Crumb> crumbs, SiteViews views)
    {
        writer.WriteString("@type", "BreadcrumbList");
        writer.WriteStartArray("itemListElement");
        for (var i = 0; i < crumbs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "ListItem");
            writer.WriteNumber("position", i + 1);
            writer.WriteString("name", crumbs[i].Title);
            writer.WriteString("item", views.Permalink.Absolute(crumbs[i].Path));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
