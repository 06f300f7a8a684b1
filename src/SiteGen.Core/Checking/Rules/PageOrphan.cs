using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class PageOrphan() : Rule("page-orphan", Severity.Warning, "No other page links to a page.")
{
    public override string Why => "Readers can't find it. Link to it, name it in `menu`, or say `unlisted: true` if it is only for those who know the address.";

    public override string Bad => "content/pages/help.md, and nothing leads to /help/";

    public override string Good => "menu:\n  - {title: 도움말, url: /help/}";

    internal override void Site(SiteFacts site, Findings findings)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal) { "index.html", "404.html" };
        foreach (var page in site.Pages)
        {
            foreach (var reference in page.References)
            {
                if (reference is { Kind: ReferenceKind.Link, Link: { Scope: LinkScope.Inside, Path.Length: > 0 } link } && site.FileAt(link.Path) is { } file && file != page.File.Path)
                    linked.Add(file);
            }
        }

        foreach (var page in site.Pages.Where(page => page is { Redirect: null, IsNoIndex: false, IsRead: true } && !linked.Contains(page.File.Path) && !IsCode(page)))
        {
            var name = $"{page.Address}{(page.Title.Length > 0 ? $" (“{page.Title}”)" : "")}";
            if (page.File.Document is { } document)
                findings.Add(this, new SourcePlace(document.Source, 0), $"No page links to {name}.", "Link to it, put it into `menu` of site.yml, or write `unlisted: true` if it is not to be found.");
            else if (page.File.CopiedFrom is not null)
                findings.Add(this, page.File, "", -1, $"No page links to {name}.", "Link to it, or delete the file.");
            else
                findings.Add(this, page.File, page.Title, -1, "No page links to this list.", "Link to it in a template, or put it into `menu` of site.yml.");
        }
    }

    /// <summary>Files by which search engines know an owner: naver….html, google….html. They have no words but a code.</summary>
    static bool IsCode(PageFacts page) => page.File.CopiedFrom is not null && page.Title.Length == 0 && page.References.Length == 0;
}
