using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBroken() : LinkRule("link-broken", Severity.Error, "A link leads to a page or file of the site that does not exist.")
{
    public override string Why => "Readers get a 404 page. Mend the address, or publish what it leads to; an alias on a page that moved keeps its old address alive.";

    public override string Bad => "[소개](abuot)";

    public override string Good => "[소개](/about/)";

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Kind is ReferenceKind.Link or ReferenceKind.Meta && site.Of(reference.Link) == Outcome.Missing && !site.IsUnpublished(reference.Link.Path)
            ? ($"The link “{reference.Link.Written}” leads nowhere: there is no {reference.Link.Path} on the site.", site.Nearest(reference.Link) ?? "Mend the address, or take the link away.")
            : null;
}
