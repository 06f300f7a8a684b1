using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkBroken() : Rule("link-broken", Severity.Error, "A link leads to a page or file of the site that does not exist.")
{
    public override string Why => "Readers get a 404 page. Mend the address, or publish what it leads to; an alias on the page that moved keeps an old address alive.";

    public override string Bad => "[소개](/abuot/)";

    public override string Good => "[소개](/about/)";

    internal override void Site(SiteFacts site, Findings findings)
    {
        foreach (var page in site.Pages)
        {
            foreach (var reference in page.References)
            {
                if (reference.Kind is ReferenceKind.Link or ReferenceKind.Meta && reference.Link is { Scope: LinkScope.Inside, Path.Length: > 0 } link && site.FileAt(link.Path) is null)
                    findings.Add(this, page.File, page.Title, reference.Position, $"The link “{link.Written}” leads nowhere: the site has no {link.Path}.", null);
            }
        }
    }
}
