using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>The sitemap; above the protocol's 50,000 addresses, an index of several.</summary>
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
        var parts = entries.Chunk(Most).Select((part, i) => new SitemapRoute(new UrlPath($"/sitemap-{i + 1}.xml"), part, IsIndex: false))
            .ToArray();
        return [new SitemapRoute(Main, parts, IsIndex: true), .. parts];
    }
}
