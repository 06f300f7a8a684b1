using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

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
