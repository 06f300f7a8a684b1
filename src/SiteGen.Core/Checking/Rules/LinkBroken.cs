using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBroken() : LinkRule("link-broken", Severity.Error, "A link leads to a page or file of the site that does not exist.",
    why: "Readers get a 404 page. Correct the address, or publish the target; an alias keeps the old address of a moved page.",
    bad: "[소개](abuot)",
    good: "[소개](/about/)")
{
    protected internal override string Korean => """
        A link leads to a page or file of the site that does not exist.
        = 없는 쪽이나 파일로 가는 링크.
        The link “{0}” leads nowhere: there is no {1} on the site.
        = “{0}” 링크는 갈 곳이 없습니다. 사이트에 {1} 주소가 없습니다.
        Mend the address, or take the link away.
        = 주소를 고치거나 링크를 지우세요.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference is { Kind: ReferenceKind.Link or ReferenceKind.Meta, Link: var link }
        && site.Of(link) == Outcome.Missing && !site.IsUnpublished(link.Path)
            ? ($"The link “{link.Written}” leads nowhere: there is no {link.Path} on the site.",
                site.Nearest(link) ?? "Mend the address, or take the link away.")
            : null;
}
