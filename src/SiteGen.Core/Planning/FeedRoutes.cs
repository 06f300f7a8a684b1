using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>RSS beside every list that has a feed, and Atom for the whole blog.</summary>
static class FeedRoutes
{
    static readonly UrlPath Atom = new("/atom.xml");

    public static IEnumerable<Route> Of(Site site)
    {
        foreach (var list in site.Lists.Concat(site.Groupings.SelectMany(grouping => grouping.Lists)))
        {
            if (list.FeedPath is { } rss)
                yield return new FeedRoute(list, FeedFormat.Rss, rss, Newest(list, site));
        }

        yield return new FeedRoute(site.Home, FeedFormat.Atom, Atom, Newest(site.Home, site));
    }

    static Page[] Newest(PageList list, Site site) => [.. (list.IsNewestFirst ? (IEnumerable<Page>)list.Pages : list.Pages.OrderBy(page => page, PageOrder.NewestFirst)).Take(site.Config.Feed.Limit)];
}
