using System.Collections.Concurrent;
using SiteGen.Core.Glossary;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>
/// Rendered Markdown. Digests are kept, since lists need them many times; HTML is kept as long as memory allows, since most pages' HTML is
/// needed once.
/// </summary>
/// <param name="renderer">One for the whole site.</param>
/// <param name="feeds">Pages whose HTML is needed again, for feeds; a bounded number of them is kept.</param>
/// <param name="read">Receives the passages of a page when it is rendered, perhaps more than once, from any thread.</param>
public sealed class ContentCache(MarkdownRenderer renderer, IEnumerable<Page> feeds, Action<Page, IReadOnlyList<Passage>> read)
{
    /// <summary>Some 20 MB of text.</summary>
    const int MostKept = 1000;

    readonly HashSet<Page> again = [.. feeds.Distinct().Take(MostKept)];
    readonly ConcurrentDictionary<Page, string> kept = new();
    readonly ConcurrentDictionary<Page, PageDigest> digests = new();
    readonly ConcurrentDictionary<Page, WeakReference<string>> html = new();
    readonly ConcurrentDictionary<Page, RenderDependencies> uses = new();

    /// <summary>Null when there is no previous build to continue.</summary>
    internal IPreviousTexts? Previous { get; set; }

    /// <summary>Dependencies and warnings of a page's text; null for none, and for a page that was not rendered.</summary>
    public RenderDependencies? UsesOf(Page page) => uses.GetValueOrDefault(page);

    public PageDigest Digest(Page page)
    {
        if (!digests.TryGetValue(page, out var digest))
            return Render(page).Digest;
        RenderDependencies.Note(page, UsesOf(page));
        return digest;
    }

    /// <summary>The terms of a page, from the previous build where its text has not changed.</summary>
    internal IEnumerable<KnownTerm> Terms(Page page) =>
        DigestOf(page) is null && Previous?.Terms(page) is { } known ? known : KnownTerms(Digest(page));

    /// <summary>As far as the page was rendered in this build.</summary>
    internal PageDigest? DigestOf(Page page) => digests.GetValueOrDefault(page);

    internal static IEnumerable<KnownTerm> KnownTerms(PageDigest digest) => digest.Terms.Select(term => new KnownTerm(term.Key, term));

    public string Html(Page page)
    {
        if (!kept.TryGetValue(page, out var text) && !(html.TryGetValue(page, out var reference) && reference.TryGetTarget(out text)))
            return Render(page).Html;
        RenderDependencies.Note(page, UsesOf(page));
        return text;
    }

    public IReadOnlyList<Passage> Passages(Page page) => Render(page).Passages;

    public string RenderText(string markdown) => renderer.RenderText(markdown);

    RenderedMarkdown Render(Page page)
    {
        RenderedMarkdown? rendered = null;
        var used = RenderDependencies.During(() => rendered = renderer.Render(page));
        // Known before the digest is: whoever finds that kept must find these too.
        if (!used.IsEmpty)
            uses[page] = used;
        read(page, rendered!.Passages);
        RenderDependencies.Note(page, used);
        digests[page] = rendered.Digest;
        html[page] = new WeakReference<string>(rendered.Html);
        if (again.Contains(page))
            kept[page] = rendered.Html;
        return rendered;
    }
}
