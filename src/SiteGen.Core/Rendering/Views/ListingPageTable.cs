using SiteGen.Core.Planning;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>page</c> in templates where it is no document.</summary>
static class ListingPageTable
{
    /// <summary>Members that only documents have are null, so a layout may read them on every page.</summary>
    public static readonly MemberTable<ListingPage, SiteViews> Table = Own().AddNulls(PageTable.Table.Names);

    static MemberTable<ListingPage, SiteViews> Own() => new MemberTable<ListingPage, SiteViews>()
        .Add("kind", (frame, _) => frame.Name)
        .Add("layout", (frame, _) => frame.Name)
        .Add("title", (frame, _) => frame.Title)
        .Add("url", (frame, views) => views.Permalink.Href(frame.Route.Path))
        .Add("permalink", (frame, views) => views.Permalink.Absolute(frame.Route.Path))
        .Add("canonical", (frame, views) => !frame.IsIndexed ? null : views.Permalink.Absolute(frame.Route.Path))
        .Add("description", (frame, views) => Description(frame, views))
        .Add("breadcrumbs", (frame, views) => Breadcrumbs.Value(Breadcrumbs.Of(frame, views), views))
        .Add("feeds", (frame, views) =>
            SiteViews.Each(frame.List is { } list ? Feeds.OfList(list, frame.Title, views.Site) : Feeds.OfSite(views.Site), feed => feed))
        .Add("json_ld", (frame, views) => JsonLd.Of(frame, views))
        .Add("og_type", (_, _) => "website")
        .Add("robots", (frame, _) => frame.IsIndexed ? null : "noindex");

    static string? Description(ListingPage frame, SiteViews views) =>
        frame.Route is ListRoute { List.Definition.Description: { Length: > 0 } own } ? own
        : frame.IsHome && views.Site.Config.Description.Length > 0 ? views.Site.Config.Description
        : null;
}
