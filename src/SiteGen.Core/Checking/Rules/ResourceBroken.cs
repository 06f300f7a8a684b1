using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ResourceBroken() : LinkRule("resource-broken", Severity.Error,
    "A script, style sheet, font, frame, icon or CSS url() is not on the site.",
    why: "The page looks or works wrong. Templates refer to assets by `asset \"css/main.css\"`, style sheets by relative paths.",
    bad: "body { background: url(\"../img/paper.png\") }   /* no such file */",
    good: "body { background: url(\"../images/paper.png\") }")
{
    protected internal override string Korean => """
        A script, style sheet, font, frame, icon or CSS url() is not on the site.
        = 없는 스크립트, 스타일, 글꼴, CSS의 `url()`.
        “{0}” is not there: the site has no {1}.
        = “{0}” 파일이 없습니다. 찾아본 곳은 사이트의 {1}입니다.
        Add the file, mend the address, or delete the line that asks for it.
        = 파일을 넣거나, 주소를 고치거나, 그것을 불러오는 줄을 지우세요.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Kind == ReferenceKind.Resource && site.Of(reference.Link) == Outcome.Missing
            ? ($"“{reference.Link.Written}” is not there: the site has no {reference.Link.Path}.",
                site.Nearest(reference.Link) ?? "Add the file, mend the address, or delete the line that asks for it.")
            : null;
}
