using System.Collections.Concurrent;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// Markdown rendered once for each page that asks. Digests stay, since lists need them again and again; HTML only as long as memory
/// allows, since a page's HTML is needed for its own page and perhaps a feed.
/// </summary>
/// <param name="renderer">One for the whole site.</param>
/// <param name="read">Told the passages of a page when it is rendered, perhaps more than once and from any thread.</param>
public sealed class MarkupStore(MarkdownRenderer renderer, Action<Page, IReadOnlyList<Passage>> read)
{
    readonly ConcurrentDictionary<Page, PageDigest> digests = new();
    readonly ConcurrentDictionary<Page, WeakReference<string>> html = new();

    public PageDigest Digest(Page page) => digests.TryGetValue(page, out var digest) ? digest : Render(page).Digest;

    public string Html(Page page) => html.TryGetValue(page, out var kept) && kept.TryGetTarget(out var text) ? text : Render(page).Html;

    public IReadOnlyList<Passage> Passages(Page page) => Render(page).Passages;

    public string RenderText(string markdown) => renderer.RenderText(markdown);

    RenderedMarkdown Render(Page page)
    {
        var rendered = renderer.Render(page);
        digests[page] = rendered.Digest;
        html[page] = new WeakReference<string>(rendered.Html);
        read(page, rendered.Passages);
        return rendered;
    }
}
