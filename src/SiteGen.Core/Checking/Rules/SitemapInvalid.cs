using System.Xml.Linq;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class SitemapInvalid() : Rule("sitemap-invalid", Severity.Error,
    "The sitemap breaks its protocol, or names what is not on the site.",
    why: "Search engines reject a sitemap with errors. It holds full addresses of this site's own pages, at most 50,000 a file.",
    bad: "<url><loc>/about/</loc></url>",
    good: "<url><loc>https://name.github.io/about/</loc></url>")
{
    protected internal override string Korean => """
        The sitemap breaks its protocol, or names what is not on the site.
        = 규칙에 어긋나거나 없는 쪽을 적은 사이트맵.
        The sitemap is no well-formed XML: {0}
        = 사이트맵이 올바른 XML이 아닙니다: {0}
        Write &amp; for & and close every tag.
        = &는 &amp;로 쓰고 태그를 모두 닫으세요.
        The sitemap begins with <{0}> and not with <urlset> of {1}.
        = 사이트맵이 {1}의 <urlset>이 아니라 <{0}>{으로/로} 시작합니다.
        Write <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">.
        = <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">라고 쓰세요.
        The sitemap holds more than 50,000 addresses.
        = 사이트맵에 주소가 50,000개 넘게 있습니다.
        Cut it into several, with an index of them.
        = 여럿으로 나누고, 그것들을 가리키는 색인을 두세요.
        An entry of the sitemap has no <loc>.
        = 사이트맵의 항목에 <loc>가 없습니다.
        Write its whole address into <loc>.
        = <loc>에 온전한 주소를 쓰세요.
        “{0}” is no whole address.
        = “{0}”{은/는} 온전한 주소가 아닙니다.
        Write it with https:// and the host.
        = https://와 도메인부터 쓰세요.
        “{0}” stands in the sitemap twice.
        = “{0}”{이/가} 사이트맵에 두 번 있습니다.
        Delete one of the two.
        = 둘 가운데 하나를 지우세요.
        “{0}” is not on this site.
        = “{0}”{은/는} 이 사이트의 주소가 아닙니다.
        A sitemap names pages of its own site only.
        = 사이트맵에는 그 사이트의 쪽만 적습니다.
        The sitemap names {0}, which the site does not have.
        = 사이트맵에 적힌 {0} 쪽이 사이트에 없습니다.
        Delete the entry, or publish the page.
        = 항목을 지우거나 그 쪽을 실으세요.
        The sitemap names {0}, which only redirects.
        = 사이트맵에 적힌 {0} 쪽은 다른 쪽으로 보내기만 합니다.
        Name the page that it leads to.
        = 그것이 보내는 쪽을 적으세요.
        The sitemap names {0}, which tells search engines to leave it alone (noindex).
        = 사이트맵에 적힌 {0} 쪽은 검색 엔진에 싣지 말라고 합니다(noindex).
        Decide for one of the two.
        = 둘 가운데 하나로 정하세요.
        """;

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
