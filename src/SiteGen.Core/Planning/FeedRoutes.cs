using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <param name="Path">The address of the blog's feed; null for a format that each list has.</param>
public sealed record FeedFormat(string Name, string MediaType, UrlPath? Path = null)
{
    public static readonly FeedFormat Rss = new("RSS", "application/rss+xml");
    public static readonly FeedFormat Atom = new("Atom", "application/atom+xml", new UrlPath("/atom.xml"));

    /// <summary>Formats of the whole blog.</summary>
    public static readonly IReadOnlyList<FeedFormat> OfBlog = [Atom];
}

/// <summary>RSS beside every list that has a feed, and Atom for the whole blog.</summary>
static class FeedRoutes
{
    public static IEnumerable<Route> Of(Site site) =>
        site.AllLists.Where(list => list.FeedPath is not null)
            .Select(list => new FeedRoute(list, FeedFormat.Rss, list.FeedPath!.Value, Newest(list, site)))
            .Concat(FeedFormat.OfBlog.Select(format => new FeedRoute(site.Home, format, format.Path!.Value, Newest(site.Home, site))));

    static Page[] Newest(PageList list, Site site) =>
        [.. (list.IsNewestFirst ? list.Pages.AsEnumerable() : list.Pages.Order(PageOrder.NewestFirst)).Take(site.Config.Feed.Limit)];
}
