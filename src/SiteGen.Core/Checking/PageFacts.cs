using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

enum ReferenceKind
{
    /// <summary>A reader follows it.</summary>
    Link,
    Image,
    /// <summary>A script, style sheet, font, frame or icon.</summary>
    Resource,
    /// <summary>Told to programs: canonical, alternate, preview images.</summary>
    Meta,
}

/// <summary>One use of an address.</summary>
/// <param name="Position">Offset in the file's text; negative when it is not known.</param>
readonly record struct Reference(Link Link, ReferenceKind Kind, int Position);

/// <summary>What is remembered of an HTML page once its tree is gone.</summary>
/// <param name="Address">From the site's root: <c>/posts/a/</c>.</param>
sealed record PageFacts(FinishedFile File, string Address)
{
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>Where it sends readers at once; null for a page to read.</summary>
    public Link? Redirect { get; init; }

    /// <summary>Search engines are told to leave it alone.</summary>
    public bool IsNoIndex { get; init; }

    /// <summary>What the page calls its own address; null when it does not say.</summary>
    public Link? Canonical { get; init; }

    /// <summary>Where fragments may point: ids and names of anchors.</summary>
    public HashSet<string> Anchors { get; init; } = [];

    public Reference[] References { get; init; } = [];

    /// <summary>False for a page that could not be made.</summary>
    public bool IsRead { get; init; } = true;
}

/// <summary>Everything that the second pass knows: small records of all files.</summary>
sealed class SiteFacts
{
    readonly Dictionary<string, FinishedFile> files;
    readonly Lazy<Dictionary<string, string>> folded;
    readonly Lazy<string[]> addresses;
    readonly HashSet<string> unpublished;
    readonly Dictionary<string, PageFacts> pages;

    public SiteFacts(FinishedSite site, LinkTable links, IReadOnlyList<PageFacts> pages, IReadOnlyList<FileFacts> others)
    {
        (Source, Links, Pages, Others) = (site, links, pages, others);
        files = site.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        folded = new(() => site.Files.DistinctBy(file => Folded(file.Path), StringComparer.Ordinal).ToDictionary(file => Folded(file.Path), file => file.Path, StringComparer.Ordinal));
        addresses = new(() => [.. site.Files.Select(file => AddressOf(file.Path))]);
        unpublished = site.Unpublished.Select(text => text.Address).ToHashSet(StringComparer.Ordinal);
        this.pages = pages.ToDictionary(page => page.File.Path, StringComparer.Ordinal);
    }

    public FinishedSite Source { get; }

    public LinkTable Links { get; }

    /// <summary>By path.</summary>
    public IReadOnlyList<PageFacts> Pages { get; }

    /// <summary>Files other than pages, by path.</summary>
    public IReadOnlyList<FileFacts> Others { get; }

    /// <summary>Sitemaps and their text.</summary>
    public IEnumerable<(FinishedFile File, string Text)> Sitemaps => from file in Others where file.Text is not null select (file.File, file.Text);

    /// <summary>The file that answers for a path from the site's root; null for none.</summary>
    public string? FileAt(string path)
    {
        foreach (var candidate in Candidates(path))
        {
            if (files.ContainsKey(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>The file that would answer if letter case and composition did not matter.</summary>
    public string? NearFileAt(string path)
    {
        foreach (var candidate in Candidates(path))
        {
            if (folded.Value.TryGetValue(Folded(candidate), out var near))
                return near;
        }

        return null;
    }

    /// <summary>Whether it is the address of a draft, of which another rule speaks.</summary>
    public bool IsUnpublished(string path) => unpublished.Contains(path);

    /// <summary>The address of the site that is nearest to one that is not there; null when none is near.</summary>
    public string? NearestAddress(string path) => NearestName.Of(path, addresses.Value) ?? NearestName.Of(path + "/", addresses.Value);

    public PageFacts? PageAt(string file) => pages.GetValueOrDefault(file);

    public static string AddressOf(string file) =>
        file == "index.html" ? "/" : file.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + file[..^"index.html".Length] : "/" + file;

    /// <summary>As GitHub Pages looks for files: a folder's index, the file itself, the file with its ending.</summary>
    static IEnumerable<string> Candidates(string path)
    {
        var name = path.TrimStart('/');
        if (name.Length == 0 || name.EndsWith('/'))
            return [name + "index.html"];
        return [name, name + "/index.html", name + ".html"];
    }

    static string Folded(string path) => Nfc.Normalize(path).ToLowerInvariant();
}

/// <summary>What is remembered of a file that is no page.</summary>
/// <param name="Length">In bytes.</param>
sealed record FileFacts(FinishedFile File, long Length)
{
    public Reference[] References { get; init; } = [];

    /// <summary>Kept only of sitemaps, which are judged when all pages are known.</summary>
    public string? Text { get; init; }
}
