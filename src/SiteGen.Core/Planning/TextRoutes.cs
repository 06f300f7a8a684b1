using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

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

    static string Robots(Site site) =>
        string.Concat(site.Config.Robots.Select(line => line + "\n").Prepend("User-agent: *\nAllow: /\n"))
        + $"\nSitemap: {site.Permalink.Absolute(SitemapRoutes.Main)}\n";
}
