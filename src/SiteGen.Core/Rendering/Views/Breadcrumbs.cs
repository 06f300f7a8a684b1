using SiteGen.Core.Configuration;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary>Breadcrumbs from the home page to a page, the page itself last.</summary>
static class Breadcrumbs
{
    public static IReadOnlyList<Crumb> Of(Page page, SiteViews views)
    {
        var crumbs = Home(views);
        if (views.Site.CategoryOf(page) is { } category)
            crumbs.Add(new Crumb(category.Title, category.Path));
        crumbs.Add(new Crumb(page.Title, page.Path));
        return crumbs;
    }

    public static IReadOnlyList<Crumb> Of(ListingPage frame, SiteViews views)
    {
        var crumbs = Home(views);
        if (frame.IsHome)
            return crumbs;
        if (frame.List?.Definition.IsByDate == true && views.Site.Archives is { } archives)
            crumbs.Add(new Crumb(views.Titles.Of(archives), archives.Path));
        if (frame.List?.Definition.GroupBy is "month"
            && views.Years.FirstOrDefault(year => frame.List.Key.StartsWith(year.List.Key, StringComparison.Ordinal)) is { } year)
            crumbs.Add(new Crumb(views.Titles.Of(year.List), year.List.Path));
        if (frame is { List: not null, Grouping: { IndexPath: { } index } grouping })
            crumbs.Add(new Crumb(views.Titles.Of(grouping), index));
        crumbs.Add(new Crumb(frame.Title, frame.List?.Path ?? frame.Route.Path));
        return crumbs;
    }

    public static object? Value(IReadOnlyList<Crumb> crumbs, SiteViews views) =>
        SiteViews.Each(crumbs, crumb => SiteViews.Object(("title", crumb.Title), ("url", views.Permalink.Href(crumb.Path))));

    static List<Crumb> Home(SiteViews views) => [new Crumb(views.Site.Config.Title, UrlPath.Root)];
}
