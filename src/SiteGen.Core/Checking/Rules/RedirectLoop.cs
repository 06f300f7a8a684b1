using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class RedirectLoop() : Rule("redirect-loop", Severity.Error, "Redirects lead in a circle.")
{
    public override string Why => "Readers of the old address never arrive. Take one of the redirects away.";

    public override string Bad => "old.html: <meta http-equiv=\"refresh\" content=\"0; url=new.html\">\nnew.html: <meta http-equiv=\"refresh\" content=\"0; url=old.html\">";

    public override string Good => "old.html: <meta http-equiv=\"refresh\" content=\"0; url=new.html\">\nnew.html: a page";

    internal override void Site(SiteFacts site, Findings findings)
    {
        var said = new HashSet<PageFacts>(ReferenceEqualityComparer.Instance);
        foreach (var start in site.Pages)
        {
            var way = new List<PageFacts>();
            for (var at = start; at is { Redirect: not null } && !said.Contains(at); at = Target(site, at))
            {
                if (way.IndexOf(at) is >= 0 and var first)
                {
                    findings.Add(this, start.File, "", -1, $"The redirects {string.Join(" → ", way.Skip(first).Append(at).Select(page => page.Address))} lead in a circle.", "Let one of them lead to a page, or delete it.");
                    break;
                }

                way.Add(at);
            }

            said.UnionWith(way);
        }
    }

    static PageFacts? Target(SiteFacts site, PageFacts page) =>
        page.Redirect is { Scope: LinkScope.Inside } link ? link.Path.Length == 0 ? page : site.FileAt(link.Path) is { } file ? site.PageAt(file) : null : null;
}
