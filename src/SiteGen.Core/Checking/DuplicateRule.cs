using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>A rule about what should be each page's own.</summary>
abstract class DuplicateRule(string id, string what, string key) : Rule(id, Severity.Warning, what)
{
    /// <summary>What a page says; empty for a page that says nothing.</summary>
    protected abstract string Of(PageFacts page);

    protected abstract Message Complaint(string text, PageFacts other);

    protected abstract Message Hint { get; }

    internal sealed override void Site(SiteFacts site, Findings findings)
    {
        var pages = site.Pages.Where(page => page is { Redirect: null, IsNoIndex: false, IsRead: true, File.Path: not "404.html" } && Of(page).Length > 0 && IsOwn(page));
        foreach (var group in pages.GroupBy(Of, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            // Each document that repeats another says so; templates say it once.
            var all = group.OrderBy(page => page.File.Document is not null).ThenBy(page => page.File.Path, StringComparer.Ordinal).ToArray();
            foreach (var page in all.Skip(1))
            {
                if (page.File.Document is { } document)
                    findings.Add(this, SourceSearch.Key(document, key), Complaint(group.Key, all[0]), Hint);
                else
                    findings.Add(this, page.File, page.Title, -1, Complaint(group.Key, all[0]), Hint);
            }
        }
    }

    /// <summary>A page that calls another its canonical one is a copy by intent.</summary>
    static bool IsOwn(PageFacts page) => page.Canonical is not { Scope: LinkScope.Inside, Path.Length: > 0 } canonical || canonical.Path == page.Address;
}
