using SiteGen.Core.Model;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Planning;

/// <summary>A file of the search index. Names stay; which files belong together is told by keys in them.</summary>
/// <param name="Part">0 and up for a part of a large site's words; below, the manifest or the index itself.</param>
/// <param name="Shards">How many parts the words are cut into; 0 for a small site, whose texts stand in the index.</param>
public sealed record SearchRoute(int Part, int Shards) : Route(ManifestPath.Child(NameOf(Part)))
{
    public const int Manifest = -2;
    public const int Index = -1;

    static readonly UrlPath ManifestPath = new("/search/index.json");

    public override Message Origin => "the search index";

    public override Diagnostics.SourcePlace Place => Diagnostics.SourcePlace.Nowhere;

    /// <summary>It is made of all pages' texts, which are at hand once those are rendered.</summary>
    public override RenderPhase Phase => RenderPhase.Index;

    public static string NameOf(int part) => part switch { Manifest => "index.json", Index => "posts.json", _ => $"posts-{part}.json" };
}

/// <summary>The search index: a manifest, the posts, and the parts of a large site's words.</summary>
static class SearchRoutes
{
    /// <summary>Some 12 KB compressed: the smaller the parts, the less is fetched of what stands beside the words that are asked for.</summary>
    const int CharactersPerShard = 50_000;

    public static IEnumerable<Route> Of(Site site)
    {
        if (!site.Config.Search.Enabled)
            return [];
        var length = Found(site).Sum(page => (long)site.BodyOf(page).Text.Length);
        var shards = length <= site.Config.Search.ShardAbove ? 0 : (int)(length / CharactersPerShard) + 1;
        return Enumerable.Range(SearchRoute.Manifest, shards - SearchRoute.Manifest).Select(part => new SearchRoute(part, shards));
    }

    /// <summary>What readers can find: posts and pages that are not hidden, from the newest to the oldest, those without a date last.</summary>
    public static Page[] Pages(Site site) => [.. Found(site).OrderByDescending(page => page.Date ?? DateTimeOffset.MinValue)];

    static IEnumerable<Page> Found(Site site) => site.Posts.Concat(site.StandalonePages.Where(page => !page.FrontMatter.Unlisted));
}
