using System.Collections.Concurrent;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// Markdown rendered once for each page that asks. Digests stay, since lists need them again and again; HTML only as long as memory
/// allows, since a page's HTML is needed for its own page and perhaps a feed.
/// </summary>
public sealed class MarkupStore(MarkdownRenderer renderer)
{
    readonly ConcurrentDictionary<Page, PageDigest> digests = new();
    readonly ConcurrentDictionary<Page, WeakReference<string>> html = new();

    public PageDigest Digest(Page page) => digests.TryGetValue(page, out var digest) ? digest : Render(page).Digest;

    public string Html(Page page) => html.TryGetValue(page, out var kept) && kept.TryGetTarget(out var text) ? text : Render(page).Html;

    public string RenderText(string markdown) => renderer.RenderText(markdown);

    (string Html, PageDigest Digest) Render(Page page)
    {
        var rendered = renderer.Render(page);
        digests[page] = rendered.Digest;
        html[page] = new WeakReference<string>(rendered.Html);
        return rendered;
    }
}
