using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>A redirect at every alias, except one that is the page's own address.</summary>
static class RedirectRoutes
{
    public static IEnumerable<Route> Of(Site site) =>
        from page in site.All
        from alias in page.Aliases
        where alias != page.Path
        select new RedirectRoute(alias, page);
}
