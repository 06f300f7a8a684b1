using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>One address of the published site and what answers there.</summary>
public abstract record Route(UrlPath Path)
{
    public string OutputFile { get; } = Path.OutputFile;

    /// <summary>What made the route, for messages about collisions: "the post", "the alias".</summary>
    public abstract Message Origin { get; }

    public virtual SourcePlace Place => SourcePlace.Nowhere;

    public virtual bool IsInSitemap => false;

    /// <summary>When it last changed; null when unknown.</summary>
    public virtual DateTimeOffset? Modified => null;

    public virtual RenderPhase Phase => RenderPhase.Lists;
}

/// <summary>The order of rendering. Any order gives the same bytes; in this one every body is rendered once, for its own page.</summary>
public enum RenderPhase
{
    Texts,
    Lists,
    Index,
}

/// <summary>A post or page.</summary>
public sealed record PageRoute(Page Page) : Route(Page.Path)
{
    public override Message Origin => Page.IsPost ? (Message)"the post" : "the page";

    public override RenderPhase Phase => RenderPhase.Texts;

    public override SourcePlace Place => Page.Document.PlaceOf(Page.FrontMatter.Permalink is not null ? "permalink" : "slug");

    public override bool IsInSitemap => !Page.FrontMatter.Unlisted && !Page.IsDraft;

    public override DateTimeOffset? Modified => Page.Modified;
}

/// <summary>One page of a list.</summary>
public sealed record ListRoute(PageList List, Paginator Paginator) : Route(List.Path.Paged(Paginator.Number))
{
    public override Message Origin => List.Group is { } group
        ? (Message)$"the list of “{group}” ({List.Definition.Name})"
        : $"the list `{List.Definition.Name}`";

    /// <summary>A group exists because a page has its value, so an author changes it there.</summary>
    public override SourcePlace Place => List is { Group: not null, Definition.GroupBy: { } groupBy, Pages: [var first, ..] }
        ? first.Document.PlaceOf(groupBy)
        : List.Definition.Place;

    public override bool IsInSitemap => true;

    public override DateTimeOffset? Modified => Paginator.Pages.Max(page => page.Modified);
}

/// <summary>The page that shows the groups of a grouped list: all tags, all people.</summary>
public sealed record IndexRoute(Grouping Grouping, UrlPath Path) : Route(Path)
{
    public override Message Origin => $"the index of `{Grouping.Name}`";

    public override SourcePlace Place => Grouping.Definition.Place;

    public override bool IsInSitemap => true;

    public override DateTimeOffset? Modified => Grouping.Lists.SelectMany(list => list.Pages).Max(page => page.Modified);
}

/// <summary>A page made of a layout only: search, 404, glossary.</summary>
/// <param name="IsIndexed">Search engines may index it.</param>
public sealed record LayoutRoute(string Layout, UrlPath Path, bool IsIndexed) : Route(Path)
{
    public override bool IsInSitemap => IsIndexed;

    public override Message Origin => $"the page of the layout `{Layout}`";
}

/// <summary>The feed of a list.</summary>
/// <param name="Pages">The newest, up to the limit of feeds.</param>
public sealed record FeedRoute(PageList List, FeedFormat Format, UrlPath Path, IReadOnlyList<Page> Pages) : Route(Path)
{
    public override Message Origin => $"the feed of “{List.Title}”";

    public override SourcePlace Place => List.Definition.Place;
}

/// <summary>An old address that leads to a page.</summary>
public sealed record RedirectRoute(UrlPath Path, Page Target) : Route(Path)
{
    public override Message Origin => "the alias";

    public override SourcePlace Place => Target.Document.PlaceOf("aliases");
}

/// <summary>A sitemap, or the index of several.</summary>
/// <param name="Entries">Pages, or sitemaps.</param>
public sealed record SitemapRoute(UrlPath Path, IReadOnlyList<Route> Entries, bool IsIndex) : Route(Path)
{
    public override DateTimeOffset? Modified => Entries.Max(entry => entry.Modified);

    public override Message Origin => "the sitemap";
}

/// <summary>A short text that is known when the site is planned: robots.txt, CNAME.</summary>
public sealed record TextRoute(UrlPath Path, string Text) : Route(Path)
{
    public override Message Origin => $"{Path.Value[1..]}";
}

/// <summary>A file copied as it is.</summary>
public sealed record StaticRoute(StaticFile File) : Route(File.Path)
{
    public override Message Origin => "the file";

    public override SourcePlace Place => SourcePlace.OfFile(File.ShownPath);
}

/// <summary>An asset of the theme.</summary>
public sealed record AssetRoute(Asset Asset) : Route(Asset.Path)
{
    public override Message Origin => "the asset";

    public override SourcePlace Place => SourcePlace.OfFile(Asset.ShownPath);
}
