using System.Xml.Linq;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class SitemapInvalid() : Rule("sitemap-invalid", Severity.Error,
    "The sitemap breaks its protocol, or names what is not on the site.",
    why: "Search engines reject a sitemap with errors. It holds full addresses of this site's own pages, at most 50,000 a file.",
    bad: "<url><loc>/about/</loc></url>",
    good: "<url><loc>https://name.github.io/about/</loc></url>")
{
    static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    internal override void Site(SiteFacts site, Findings findings)
    {
        foreach (var (file, text) in site.Sitemaps)
        {
            if (XmlText.Parse(text, out var problem, out var offset) is not { } root)
            {
                findings.Add(this, file, "", offset, $"The sitemap is no well-formed XML: {problem}",
                    "Write &amp; for & and close every tag.");
            }
            else if (root.Name != Protocol + "urlset" && root.Name != Protocol + "sitemapindex")
            {
                findings.Add(this, file, "", XmlText.Offset(text, root),
                    $"The sitemap begins with <{root.Name.LocalName}> and not with <urlset> of {Protocol}.",
                    "Write <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">.");
            }
            else
            {
                Entries(site, findings, file, text, root);
            }
        }
    }

    void Entries(SiteFacts site, Findings findings, FinishedFile file, string text, XElement root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in root.Elements())
        {
            if (Problem(site, entry.Child("loc") ?? "", seen) is var (message, hint))
                findings.Add(this, file, "", XmlText.Offset(text, entry), message, hint);
        }

        if (seen.Count > 50_000)
            findings.Add(this, file, "", -1, "The sitemap holds more than 50,000 addresses.",
                "Cut it into several, with an index of them.");
    }

    static (Message Message, Message Hint)? Problem(SiteFacts site, string address, HashSet<string> seen)
    {
        if (address.Length == 0)
            return ("An entry of the sitemap has no <loc>.", "Write its whole address into <loc>.");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return ($"“{address}” is no whole address.", "Write it with https:// and the host.");
        if (!seen.Add(address))
            return ($"“{address}” stands in the sitemap twice.", "Delete one of the two.");
        var link = site.Links.Get("/", address);
        if (link.Scope == LinkScope.External)
            return site.Source.Origin is null ? null : ($"“{address}” is not on this site.", "A sitemap names pages of its own site only.");
        if (site.FileAt(link.Path) is not { } found)
            return ($"The sitemap names {link.Path}, which the site does not have.", "Delete the entry, or publish the page.");
        return site.PageAt(found) switch
        {
            { Redirect: not null } => ($"The sitemap names {link.Path}, which only redirects.", "Name the page that it leads to."),
            { IsNoIndex: true } =>
                ($"The sitemap names {link.Path}, which tells search engines to leave it alone (noindex).", "Decide for one of the two."),
            _ => null,
        };
    }
}
