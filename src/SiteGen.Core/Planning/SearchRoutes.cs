using SiteGen.Core.Model;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Planning;

/// <summary>A file of the search index. File names are fixed; keys in the files say which belong together.</summary>
/// <param name="Part">0 and up for a part of a large site's words; below, the manifest or the index itself.</param>
/// <param name="Shards">The number of parts of the words; 0 for a small site, whose texts are in the index.</param>
public sealed record SearchRoute(int Part, int Shards) : Route(ManifestPath.Child(NameOf(Part)))
{
    public const int Manifest = -2;
    public const int Index = -1;

    static readonly UrlPath ManifestPath = new("/search/index.json");

    public override Message Origin => "the search index";

    /// <summary>It is made of the bodies of all pages, which are rendered by then.</summary>
    public override RenderPhase Phase => RenderPhase.Index;

    public static string NameOf(int part) => part switch { Manifest => "index.json", Index => "posts.json", _ => $"posts-{part}.json" };
}

/// <summary>The search index: a manifest, the posts, and the parts of a large site's words.</summary>
static class SearchRoutes
{
    /// <summary>Some 12 KB compressed: smaller parts hold fewer words that a query does not need.</summary>
    const int CharactersPerShard = 50_000;

    public static IEnumerable<Route> Of(Site site)
    {
        if (!site.Config.Search.Enabled)
            return [];
        var length = Found(site).Sum(page => (long)site.BodyOf(page).Text.Length);
        var shards = length <= site.Config.Search.ShardAbove ? 0 : (int)(length / CharactersPerShard) + 1;
        return Enumerable.Range(SearchRoute.Manifest, shards - SearchRoute.Manifest).Select(part => new SearchRoute(part, shards));
    }

    /// <summary>The pages that search finds: listed posts and pages, newest first, pages without a date last.</summary>
    public static Page[] Pages(Site site) => [.. Found(site).OrderByDescending(page => page.Date ?? DateTimeOffset.MinValue)];

    static IEnumerable<Page> Found(Site site) => site.Posts.Concat(site.StandalonePages.Where(page => !page.FrontMatter.Unlisted));
}
