using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class RedirectLoop() : Rule("redirect-loop", Severity.Error, "Redirects lead in a circle.",
    why: "Readers of the old address never arrive. Remove one of the redirects.",
    bad: "old.html: <meta http-equiv=\"refresh\" content=\"0; url=new.html\">\nnew.html: <meta http-equiv=\"refresh\" content=\"0; "
        + "url=old.html\">",
    good: "old.html: <meta http-equiv=\"refresh\" content=\"0; url=new.html\">\nnew.html: a page")
{
    protected internal override string Korean => """
        Redirects lead in a circle.
        = 서로 돌고 도는 옛 주소.
        The redirects {0} lead in a circle.
        = 옛 주소가 서로를 가리키며 돌고 돕니다: {0}.
        Let one of them lead to a page, or delete it.
        = 그 가운데 하나를 진짜 쪽으로 보내거나 지우세요.
        """;

    internal override void Site(SiteFacts site, Findings findings)
    {
        var visited = new HashSet<PageFacts>(ReferenceEqualityComparer.Instance);
        foreach (var start in site.Pages)
        {
            var path = new List<PageFacts>();
            for (var at = start; at is { Redirect: not null } && !visited.Contains(at); at = Target(site, at))
            {
                if (path.IndexOf(at) is >= 0 and var first)
                {
                    var circle = string.Join(" → ", path.Skip(first).Append(at).Select(page => page.Address));
                    findings.Add(this, start.File, "", -1, $"The redirects {circle} lead in a circle.",
                        "Let one of them lead to a page, or delete it.");
                    break;
                }

                path.Add(at);
            }

            visited.UnionWith(path);
        }
    }

    static PageFacts? Target(SiteFacts site, PageFacts page) =>
        page.Redirect is not { Scope: LinkScope.Inside } link ? null
        : link.Path.Length == 0 ? page
        : site.FileAt(link.Path) is { } file ? site.PageAt(file) : null;
}
