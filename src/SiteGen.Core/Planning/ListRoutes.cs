using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>The pages of every list, and the indexes of grouped ones.</summary>
static class ListRoutes
{
    public static IEnumerable<Route> Of(Site site)
    {
        var lists = site.Lists.Concat(site.Groupings.SelectMany(grouping => grouping.Lists));
        foreach (var list in lists)
        {
            foreach (var paginator in Paginator.Of(list, site.Config.Paginate))
                yield return new ListRoute(list, paginator);
        }

        foreach (var grouping in site.Groupings)
        {
            if (grouping.IndexPath is { } index)
                yield return new IndexRoute(grouping, index);
        }
    }
}
