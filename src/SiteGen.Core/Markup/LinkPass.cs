using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Resolves the URLs of a document, in Markdown and in raw HTML.</summary>
/// <param name="rawHtml">Whether authors may write HTML, and so any attribute.</param>
sealed class LinkPass(LinkResolver links, ImagePass images, bool rawHtml)
{
    static readonly string[] SafeAttributes =
        ["lang", "dir", "title", "alt", "width", "height", "start", "value", "loading", "decoding", "cite", "datetime"];

    /// <summary>Returns the offset of the first HTML element that is nested too deep, or null.</summary>
    public int? Run(Page page, MarkdownDocument document)
    {
        var depth = new HtmlDepth();
        foreach (var node in document.Descendants())
        {
            if (node.TryGetAttributes()?.Properties is { } properties)
                Attributes(page, properties, node.Span.Start);
            switch (node)
            {
                case LinkInline { Url: not null } link:
                    if (link.IsImage)
                        images.Run(page, link);
                    link.Url = links.Resolve(page, link.Url, link.IsImage, link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start);
                    break;
                case AutolinkInline { IsEmail: false } auto when !links.IsSafe(page, auto.Url, false, auto.Span.Start):
                    auto.Url = "#";
                    break;
                case HtmlInline html:
                    if (depth.Read(html.Tag) >= 0)
                        return html.Span.Start;
                    html.Tag = RawHtml.Rewrite(html.Tag, (name, url, at) => links.Resolve(page, url, IsImage(name), html.Span.Start + at));
                    break;
                case HtmlBlock block:
                    var written = block.Lines.ToString();
                    if (depth.Read(written) is >= 0 and var at)
                        return Offset(block, written, at);
                    Rewrite(page, block, written);
                    break;
            }
        }

        return null;
    }

    void Rewrite(Page page, HtmlBlock block, string html)
    {
        var changed = RawHtml.Rewrite(html, (name, url, at) => links.Resolve(page, url, IsImage(name), Offset(block, html, at)));
        if (!ReferenceEquals(html, changed))
            block.Lines = new StringLineGroup(changed);
    }

    /// <summary>Maps an offset in the block's text to the document, where lines in quotes and lists have prefixes.</summary>
    static int Offset(HtmlBlock block, string html, int at)
    {
        var line = html.AsSpan(0, at).Count('\n');
        return line >= block.Lines.Count
            ? block.Span.Start
            : block.Lines.Lines[line].Slice.Start + at - (html.LastIndexOf('\n', Math.Max(0, at - 1)) + 1);
    }

    static bool IsImage(string attribute) =>
        attribute.Equals("src", StringComparison.OrdinalIgnoreCase) || attribute.Equals("poster", StringComparison.OrdinalIgnoreCase);

    static bool IsSafe(string attribute) =>
        SafeAttributes.Contains(attribute) || attribute.StartsWith("data-", StringComparison.Ordinal) ||
        attribute.StartsWith("aria-", StringComparison.Ordinal);

    /// <summary>Generic attributes (<c>{...}</c>) can do what raw HTML can, so the same restrictions apply.</summary>
    void Attributes(Page page, List<KeyValuePair<string, string?>> properties, int offset)
    {
        if (!rawHtml)
            properties.RemoveAll(property => !IsSafe(property.Key));
        for (var i = 0; i < properties.Count; i++)
        {
            var (name, value) = properties[i];
            if (value is not { } written)
                continue;
            if (RawHtml.IsAddress(name))
                properties[i] = new(name, links.Resolve(page, written, IsImage(name), offset));
            else if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
                properties[i] = new(name, StyleUrls.Rewrite(written, (url, _) => links.Resolve(page, url, false, offset)));
        }
    }
}
