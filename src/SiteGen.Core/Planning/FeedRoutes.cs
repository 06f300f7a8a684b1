using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>RSS beside every list that has a feed, and Atom for the whole blog.</summary>
static class FeedRoutes
{
    static readonly UrlPath Atom = new("/atom.xml");

    public static IEnumerable<Route> Of(Site site) =>
        site.AllLists.Where(list => list.FeedPath is not null)
            .Select(list => new FeedRoute(list, FeedFormat.Rss, list.FeedPath!.Value, Newest(list, site)))
            .Append(new FeedRoute(site.Home, FeedFormat.Atom, Atom, Newest(site.Home, site)));

    static Page[] Newest(PageList list, Site site)
    {
        IEnumerable<Page> newestFirst = list.IsNewestFirst ? list.Pages : list.Pages.Order(PageOrder.NewestFirst);
        return [.. newestFirst.Take(site.Config.Feed.Limit)];
    }
}
