using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBasePath() : LinkRule("link-base-path", Severity.Error, "A link leads out of the site's base path.",
    why: "A project site is at https://name.github.io/repository/, so /about/ is another site. Markdown links get the base path; in "
        + "templates use `url \"/about/\"`.",
    bad: "<a href=\"/about/\">   (in a template, base_url: https://name.github.io/blog/)",
    good: "<a href=\"{{ url \"/about/\" }}\">")
{
    protected internal override string Korean => """
        A link leads out of the site's base path.
        = 사이트의 기본 경로(`/저장소/`) 밖으로 나가는 링크.
        “{0}” leads out of the site, which stands below {1}.
        = “{0}”{은/는} 사이트 밖으로 나가는 주소입니다. 사이트는 {1} 아래에 있습니다.
        In a template write url "{0}"; as text of a page write {1}{2}.
        = 템플릿에서는 url "{0}"처럼, 본문에서는 {1}{2}처럼 쓰세요.
        Write it from the site's root: /about/.
        = /about/처럼 사이트의 맨 위에서부터 쓰세요.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Link is { Scope: LinkScope.AboveBase, Written: var written, Path: var path }
            ? ($"“{written}” leads out of the site, which stands below {site.Links.BasePath}.",
                written.StartsWith('/')
                    ? (Message)$"In a template write url \"{path}\"; as text of a page write {site.Links.BasePath}{path[1..]}."
                    : "Write it from the site's root: /about/.")
            : null;
}
