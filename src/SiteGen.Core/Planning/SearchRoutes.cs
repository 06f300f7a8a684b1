using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SiteGen.Core.Model;
using SiteGen.Scriban;

namespace SiteGen.Core.Planning;

/// <summary>A file of the search index.</summary>
/// <param name="Part">0 and up for a part of a large site's words; below, the manifest or the index itself.</param>
/// <param name="Folder">What all the files of one index share.</param>
public sealed record SearchRoute(UrlPath Path, int Part, SearchFolder Folder) : Route(Path)
{
    public const int Manifest = -2;
    public const int Index = -1;

    public override Message Origin => "the search index";

    public override Diagnostics.SourcePlace Place => Diagnostics.SourcePlace.Nowhere;

    /// <summary>It is made of all pages' texts, which are at hand once those are rendered.</summary>
    public override Wave Wave => Wave.Index;
}

/// <param name="Key">Names the files; other texts, another key.</param>
/// <param name="Shards">How many parts the words are cut into; 0 for a small site, whose texts stand in the index.</param>
public sealed record SearchFolder(string Key, int Shards)
{
    public static readonly UrlPath Manifest = new("/search/index.json");

    public string IndexName => $"{Key}.json";

    public string ShardName(int part) => $"{Key}-{part}.json";
}

/// <summary>The search index: a manifest under a name that stays, and files under names that change with what is in them.</summary>
static class SearchRoutes
{
    /// <summary>Some 12 KB compressed: the smaller the parts, the less is fetched of what stands beside the words that are asked for.</summary>
    const int CharactersPerShard = 50_000;

    public static IEnumerable<Route> Of(Site site)
    {
        if (!site.Config.Search.Enabled)
            return [];
        var pages = Pages(site);
        var length = pages.Sum(page => (long)site.BodyOf(page).Text.Length);
        var folder = new SearchFolder(KeyOf(site, pages), length <= site.Config.Search.ShardAbove ? 0 : (int)(length / CharactersPerShard) + 1);
        return Enumerable.Range(0, folder.Shards).Select(part => new SearchRoute(SearchFolder.Manifest.Child(folder.ShardName(part)), part, folder))
            .Prepend(new SearchRoute(SearchFolder.Manifest.Child(folder.IndexName), SearchRoute.Index, folder))
            .Prepend(new SearchRoute(SearchFolder.Manifest, SearchRoute.Manifest, folder));
    }

    /// <summary>What readers can find: posts and pages that are not hidden, from the newest to the oldest, those without a date last.</summary>
    public static Page[] Pages(Site site) =>
        [.. site.Posts.Concat(site.StandalonePages.Where(page => !page.FrontMatter.Unlisted)).OrderByDescending(page => page.Date ?? DateTimeOffset.MinValue)];

    /// <summary>
    /// A hash of whatever the index is made of, so that its name is known before anything is rendered: the pages, what the site says, and the program, which
    /// may read the same texts otherwise in its next version.
    /// </summary>
    static string KeyOf(Site site, Page[] pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(SearchRoutes).Assembly.GetName().Version?.ToString());
        Add(hash, site.Config.Source.Text);
        Add(hash, site.Permalink.Href(UrlPath.Root));
        foreach (var person in site.People.All)
            Add(hash, string.Join('\n', PeopleIndex.Spellings(person)));
        foreach (var (original, correction) in site.Glossary.ByOriginal.OrderBy(row => row.Key, StringComparer.Ordinal))
            Add(hash, $"{original}\n{correction}");
        foreach (var page in pages)
        {
            Add(hash, string.Join('\n', [page.Path.Value, page.Title, page.Date?.ToString("O", CultureInfo.InvariantCulture) ?? "", .. page.People, .. page.FrontMatter.Tags, .. page.FrontMatter.Categories]));
            Add(hash, string.Join('\n', page.FrontMatter.Speakers.SelectMany(speaker => speaker.Aliases.Prepend(speaker.Name))));
            Add(hash, site.BodyOf(page).Fingerprint);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    static void Add(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        hash.AppendData(MemoryMarshal.AsBytes(text));
        hash.AppendData("\0"u8);
    }
}
