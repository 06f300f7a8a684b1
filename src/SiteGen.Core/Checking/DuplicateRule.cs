using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A rule about text that should be unique to each page.</summary>
/// <param name="key">The front matter key of the text.</param>
abstract class DuplicateRule(string id, string key, string what, string why, string bad, string good)
    : Rule(id, Severity.Warning, what, why, bad, good)
{
    /// <summary>The text of a page; empty for none.</summary>
    protected abstract string TextOf(PageFacts page);

    protected abstract Message Problem(string text, PageFacts other);

    protected abstract Message Hint { get; }

    internal sealed override void Site(SiteFacts site, Findings findings)
    {
        var pages = site.Pages.Where(page => page is { Redirect: null, IsNoIndex: false, IsRead: true, File.Path: not "404.html" });
        pages = pages.Where(page => TextOf(page).Length > 0 && IsCanonical(page));
        foreach (var group in pages.GroupBy(TextOf, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            // Each document that repeats another is reported; templates are reported once.
            PageFacts[] all = [.. group.OrderBy(page => page.File.Document is not null)
                .ThenBy(page => page.File.Path, StringComparer.Ordinal)];
            foreach (var page in all.Skip(1))
            {
                SourcePlace? place = page.File.Document is { } document ? SourceSearch.Key(document, key) : null;
                findings.Add(this, place, page.File, page.Title, -1, Problem(group.Key, all[0]), Hint);
            }
        }
    }

    /// <summary>A page whose canonical address is another page is a copy by intent.</summary>
    static bool IsCanonical(PageFacts page) =>
        page.Canonical is not { Scope: LinkScope.Inside, Path.Length: > 0 } canonical || canonical.Path == page.Address;
}
