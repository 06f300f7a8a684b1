using SiteGen.Core.Configuration;
using SiteGen.Core.Glossary.Views;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>site</c> in templates.</summary>
static class SiteTable
{
    public static readonly MemberTable<Site, SiteViews> Table = new MemberTable<Site, SiteViews>()
        .Add("title", (site, _) => site.Config.Title)
        .Add("description", (site, _) => site.Config.Description)
        .Add("language", (site, _) => site.Config.Language)
        .Add("base_url", (site, _) => site.Permalink.Absolute(UrlPath.Root))
        .Add("url", (site, _) => site.Permalink.Href(UrlPath.Root))
        .Add("author", (site, _) =>
            SiteViews.Object(("name", site.Config.Author.Name), ("url", site.Config.Author.Url), ("email", site.Config.Author.Email)))
        .Add("menu", (site, _) =>
            SiteViews.Each(site.Config.Menu, entry => SiteViews.Object(("title", entry.Title), ("url", site.Permalink.HrefOf(entry.Url)))))
        .Add("posts", (_, views) => views.Posts)
        .Add("pages", (site, views) => views.Pages(site.StandalonePages))
        .Add("taxonomies", (site, views) => SiteViews.Each(site.Taxonomies.ToArray(), views.Of))
        .Add("data", (site, _) => YamlView.ValueOf(site.Data))
        .Add("theme", (site, _) => YamlView.ValueOf(site.Theme.Options))
        .Add("license", (site, _) => site.Config.License)
        .Add("image", (site, _) => site.Config.Image is { } image ? site.Permalink.AbsoluteOf(image) : null)
        .Add("social", (site, _) => YamlView.ValueOf(site.Config.Social))
        .Add("comments", (site, _) => YamlView.ValueOf(site.Config.Comments))
        .Add("verification", (site, _) => YamlView.ValueOf(site.Config.Verification))
        .Add("feeds", (site, _) => SiteViews.Each(Feeds.OfSite(site), feed => feed))
        .Add("search_url", (site, _) => site.Config.Search.Enabled ? site.Permalink.Href(LayoutRoutes.Search) : null)
        .Add("archives_url", (site, _) => site.Archives is { } archives ? site.Permalink.Href(archives.Path) : null)
        .Add("glossary", (site, views) => GlossaryView.Of(views.Glossary, site, views.Of))
        .Add("glossary_url", (site, _) => site.Theme.Files.ContainsKey(LayoutRoutes.GlossaryLayout)
            ? site.Permalink.Href(LayoutRoutes.Glossary)
            : null)
        .Add("params", (_, _) => YamlView.ValueOf(YamlMap.Empty));
}

/// <summary>The feeds that a page names for feed readers.</summary>
static class Feeds
{
    public static Members[] OfSite(Site site) =>
    [
        .. site.Home.FeedPath is { } rss ? (Members[])[Feed(site, $"{site.Config.Title} (RSS)", rss, FeedFormat.Rss)] : [],
        .. FeedFormat.OfBlog.Select(format => Feed(site, $"{site.Config.Title} ({format.Name})", format.Path!.Value, format)),
    ];

    public static Members[] OfList(PageList list, string title, Site site) =>
        list.FeedPath is { } path && list.Path != UrlPath.Root
            ? [Feed(site, $"{title} | {site.Config.Title}", path, FeedFormat.Rss), .. OfSite(site)]
            : OfSite(site);

    static Members Feed(Site site, string title, UrlPath path, FeedFormat format) => SiteViews.Object(
        ("title", title), ("url", site.Permalink.Href(path)), ("permalink", site.Permalink.Absolute(path)), ("type", format.MediaType));
}
