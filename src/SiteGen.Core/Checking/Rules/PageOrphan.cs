using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class PageOrphan() : Rule("page-orphan", Severity.Warning, "No other page links to a page.",
    why: "Readers can't find it. Link to it, add it to `menu`, or write `unlisted: true` if only those with the address should see it.",
    bad: "content/pages/help.md, and nothing leads to /help/",
    good: "menu:\n  - {title: 도움말, url: /help/}")
{
    protected internal override string Korean => """
        No other page links to a page.
        = 어디에서도 링크하지 않는 쪽.
        No page links to {0}.
        = {0}에 링크한 쪽이 없습니다.
        Link to it, put it into `menu` of site.yml, or write `unlisted: true` if it is not to be found.
        = 다른 쪽에서 링크하거나 site.yml의 `menu`에 넣으세요. 일부러 감춘 것이면 `unlisted: true`를 쓰세요.
        Link to it, or delete the file.
        = 다른 쪽에서 링크하거나 파일을 지우세요.
        No page links to this list.
        = 이 목록에 링크한 쪽이 없습니다.
        Link to it in a template, or put it into `menu` of site.yml.
        = 템플릿에서 링크하거나 site.yml의 `menu`에 넣으세요.
        """;

    internal override void Site(SiteFacts site, Findings findings)
    {
        var linked = new HashSet<string?>(StringComparer.Ordinal) { "index.html", "404.html" };
        linked.UnionWith(
            from page in site.Pages
            from reference in page.References
            where reference is { Kind: ReferenceKind.Link, Link: { Scope: LinkScope.Inside, Path.Length: > 0 } }
            let file = site.FileAt(reference.Link.Path)
            where file != page.File.Path
            select file);
        var pages = site.Pages.Where(page => page is { Redirect: null, IsNoIndex: false, IsRead: true } && !IsVerification(page));
        foreach (var page in pages.Where(page => !linked.Contains(page.File.Path)))
        {
            var name = $"{page.Address}{(page.Title.Length > 0 ? $" (“{page.Title}”)" : "")}";
            if (page.File.Document is { } document)
            {
                findings.Add(this, new SourcePlace(document.Source, 0), $"No page links to {name}.",
                    "Link to it, put it into `menu` of site.yml, or write `unlisted: true` if it is not to be found.");
            }
            else if (page.File.CopiedFrom is not null)
                findings.Add(this, page.File, "", -1, $"No page links to {name}.", "Link to it, or delete the file.");
            else
                findings.Add(this, page.File, page.Title, -1, "No page links to this list.",
                    "Link to it in a template, or put it into `menu` of site.yml.");
        }
    }

    /// <summary>Verification files of search engines (naver….html, google….html) hold only a code.</summary>
    static bool IsVerification(PageFacts page) => page.File.CopiedFrom is not null && page.Title.Length == 0 && page.References.Length == 0;
}
