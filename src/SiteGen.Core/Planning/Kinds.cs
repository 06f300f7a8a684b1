using System.Text;
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

/// <summary>Pages that are a layout and nothing else.</summary>
static class LayoutRoutes
{
    public const string GlossaryLayout = "layouts/glossary.sbn-html";
    public static readonly UrlPath Glossary = new("/glossary/");

    public static readonly UrlPath Search = new("/search/");

    /// <summary>404 always, search unless it is turned off, the glossary where the theme has a layout for it.</summary>
    public static IEnumerable<Route> Of(Site site)
    {
        if (site.Config.Search.Enabled)
            yield return new LayoutRoute("search", Search, IsIndexed: true);
        yield return new LayoutRoute("404", new UrlPath("/404.html"), IsIndexed: false);
        if (site.Theme.Files.ContainsKey(GlossaryLayout))
            yield return new LayoutRoute("glossary", Glossary, IsIndexed: true);
    }
}

/// <summary>A page at every old address. An alias that is the page's own address says nothing new.</summary>
static class RedirectRoutes
{
    public static IEnumerable<Route> Of(Site site) =>
        from page in site.All
        from alias in page.Aliases
        where alias != page.Path
        select new RedirectRoute(alias, page);
}

/// <summary>robots.txt, .nojekyll and CNAME, unless the author's static folder has its own.</summary>
static class TextRoutes
{
    public static IEnumerable<Route> Of(Site site)
    {
        var routes = new List<TextRoute>
        {
            new(new UrlPath("/robots.txt"), Robots(site)),
            new(new UrlPath("/.nojekyll"), ""),
        };
        if (site.Config.Domain is { } domain)
            routes.Add(new TextRoute(new UrlPath("/CNAME"), domain + "\n"));
        return routes.Where(route => !site.StaticFiles.Any(file => file.Path == route.Path));
    }

    static string Robots(Site site)
    {
        var text = new StringBuilder("User-agent: *\nAllow: /\n");
        foreach (var line in site.Config.Robots)
            text.Append(line).Append('\n');
        return text.Append("\nSitemap: ").Append(site.Permalink.Absolute(SitemapRoutes.Main)).Append('\n').ToString();
    }
}

/// <summary>The sitemap of all routes that have a row in it; above the protocol's 50,000 addresses, an index of several.</summary>
static class SitemapRoutes
{
    public static readonly UrlPath Main = new("/sitemap.xml");
    const int Most = 50_000;

    public static IReadOnlyList<Route> Of(IEnumerable<Route> routes)
    {
        var entries = routes.Where(route => route.IsInSitemap).ToArray();
        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Path.Value, b.Path.Value));
        if (entries.Length <= Most)
            return [new SitemapRoute(Main, entries, IsIndex: false)];
        var parts = entries.Chunk(Most).Select((part, i) => new SitemapRoute(new UrlPath($"/sitemap-{i + 1}.xml"), part, IsIndex: false)).ToArray();
        return [new SitemapRoute(Main, parts, IsIndex: true), .. parts];
    }
}
