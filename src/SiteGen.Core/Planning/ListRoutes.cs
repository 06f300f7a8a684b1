using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>The pages of every list, and the indexes of grouped ones.</summary>
static class ListRoutes
{
    public static IEnumerable<Route> Of(Site site) =>
        from list in site.AllLists
        from paginator in Paginator.Of(list, site.Config.Paginate)
        select new ListRoute(list, paginator);

    public static IEnumerable<Route> Indexes(Site site) =>
        from grouping in site.Groupings
        where grouping.IndexPath is not null
        select new IndexRoute(grouping, grouping.IndexPath!.Value);
}
