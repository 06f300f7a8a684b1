using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>A page at every old address. An alias that is the page's own address says nothing new.</summary>
static class RedirectRoutes
{
    public static IEnumerable<Route> Of(Site site) =>
        from page in site.All
        from alias in page.Aliases
        where alias != page.Path
        select new RedirectRoute(alias, page);
}
