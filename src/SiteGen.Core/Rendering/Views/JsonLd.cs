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
    // <, > and & are still escaped, so that no text can end the script element; Hangul stays readable.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [ThreadStatic]
    static ArrayBufferWriter<byte>? spare;

    public static object? Of(Page page, SiteViews views)
    {
        var crumbs = Breadcrumbs.Of(page, views);
        return page.IsPost
            ? Scripts(writer => Posting(writer, page, views), writer => Breadcrumb(writer, crumbs, views))
            : Scripts(writer => Breadcrumb(writer, crumbs, views));
    }

    public static object? Of(ListingPage frame, SiteViews views) =>
        frame.IsHome ? Scripts(writer => WebSite(writer, views))
        : frame.IsIndexed ? Scripts(writer => Breadcrumb(writer, Breadcrumbs.Of(frame, views), views))
        : null;

    static object? Scripts(params ReadOnlySpan<Action<Utf8JsonWriter>> scripts)
    {
        var bytes = spare ?? new ArrayBufferWriter<byte>(4096);
        // Nested calls: writing may render a page whose shortcode asks for another page's data.
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
        WriteTexts(writer, ("@type", "Blog"), ("name", config.Title),
            ("description", config.Description is { Length: > 0 } text ? text : null),
            ("url", views.Permalink.Absolute(UrlPath.Root)), ("inLanguage", config.Language));
    }

    static void Posting(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        var config = views.Site.Config;
        var url = views.Permalink.Absolute(page.Path);
        WriteTexts(writer,
            ("@type", "BlogPosting"),
            ("headline", page.Title),
            ("description", views.Markup.Digest(page).Summary),
            ("url", url),
            ("mainEntityOfPage", url),
            ("datePublished", KoreanDate.Rfc3339(page.Date!.Value)),
            ("dateModified", KoreanDate.Rfc3339(page.Modified!.Value)),
            ("inLanguage", config.Language),
            ("image", PageTable.Image(page, views) is { } image ? views.Permalink.AbsoluteOf(image) : null),
            ("articleSection", views.Site.CategoryOf(page)?.Title),
            ("keywords", page.FrontMatter.Tags.Count > 0 ? string.Join(", ", page.FrontMatter.Tags) : null));
        writer.WriteNumber("wordCount", views.Markup.Digest(page).Words);
        People(writer, page, views);
        BasedOn(writer, page, views);
        foreach (var role in (ReadOnlySpan<string>)["author", "publisher"])
        {
            writer.WriteStartObject(role);
            WriteTexts(writer, ("@type", "Person"), ("name", config.Author.Name ?? config.Title),
                ("url", config.Author.Url ?? views.Permalink.Absolute(UrlPath.Root)));
            writer.WriteEndObject();
        }
    }

    /// <summary>An interview is about its guests; other people of the post are mentioned.</summary>
    static void People(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        var guests = page.FrontMatter.Guests.Select(views.Site.People.Canonical).ToHashSet(StringComparer.Ordinal);
        WriteArray(writer, "about", page.People.Where(guests.Contains), name => Person(writer, name, views));
        WriteArray(writer, "mentions", page.People.Where(name => !guests.Contains(name)), name => Person(writer, name, views));
    }

    static void Person(Utf8JsonWriter writer, string name, SiteViews views)
    {
        var person = views.Site.People.Find(name);
        writer.WriteStartObject();
        WriteTexts(writer,
            ("@type", "Person"),
            ("name", name),
            ("alternateName", person?.OriginalName),
            ("jobTitle", person?.Role),
            ("url", views.Site.PersonList(name) is { } list ? views.Permalink.Absolute(list.Path) : null));
        var links = person?.Links.Entries.Select(link => (link.Value as YamlScalar)?.Text).OfType<string>();
        WriteArray(writer, "sameAs", links ?? [], writer.WriteStringValue);
        writer.WriteEndObject();
    }

    /// <summary>The original that a post reports on or translates.</summary>
    static void BasedOn(Utf8JsonWriter writer, Page page, SiteViews views)
    {
        if (page.FrontMatter.Source is not { } source || source.Title is null && source.Url is null)
            return;
        writer.WriteStartObject("isBasedOn");
        WriteTexts(writer,
            ("@type", "CreativeWork"),
            ("name", source.Title),
            ("url", source.Url is { } url ? views.Permalink.AbsoluteOf(url) : null),
            ("datePublished", source.Date is { } date ? KoreanDate.Iso(date) : null));
        if (source.Publisher is { } publisher)
        {
            writer.WriteStartObject("publisher");
            WriteTexts(writer, ("@type", "Organization"), ("name", publisher));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    static void Breadcrumb(Utf8JsonWriter writer, IReadOnlyList<Crumb> crumbs, SiteViews views)
    {
        writer.WriteString("@type", "BreadcrumbList");
        WriteArray(writer, "itemListElement", crumbs.Index(), item =>
        {
            writer.WriteStartObject();
            writer.WriteString("@type", "ListItem");
            writer.WriteNumber("position", item.Index + 1);
            WriteTexts(writer, ("name", item.Item.Title), ("item", views.Permalink.Absolute(item.Item.Path)));
            writer.WriteEndObject();
        });
    }

    /// <summary>Writes the members that have a value.</summary>
    static void WriteTexts(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is not null)
                writer.WriteString(name, value);
        }
    }

    /// <summary>Writes nothing for no items.</summary>
    static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        var all = items.ToArray();
        if (all.Length == 0)
            return;
        writer.WriteStartArray(name);
        Array.ForEach(all, write);
        writer.WriteEndArray();
    }
}
