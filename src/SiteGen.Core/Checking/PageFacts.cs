using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking;

enum ReferenceKind
{
    Link,
    Image,
    /// <summary>A script, style sheet, font, frame or icon.</summary>
    Resource,
    /// <summary>For programs: canonical, alternate, og:url.</summary>
    Meta,
}

/// <summary>One use of an address.</summary>
/// <param name="Attribute">The attribute that holds it: <c>href</c>, <c>src</c>, <c>style</c>.</param>
/// <param name="Position">Offset in the file's text; negative when unknown.</param>
readonly record struct Reference(Link Link, ReferenceKind Kind, string Attribute, int Position);

/// <summary>What is kept of an HTML page after its tree.</summary>
/// <param name="Address">From the site's root: <c>/posts/a/</c>.</param>
sealed record PageFacts(FinishedFile File, string Address)
{
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>The target of a redirect; null for a page to read.</summary>
    public Link? Redirect { get; init; }

    public bool IsNoIndex { get; init; }

    public Link? Canonical { get; init; }

    /// <summary>Targets of fragments: ids, and names of links.</summary>
    public HashSet<string> Anchors { get; init; } = [];

    public Reference[] References { get; init; } = [];

    /// <summary>False for a page that could not be rendered or read.</summary>
    public bool IsRead { get; init; } = true;
}

/// <summary>The input of the second pass: small records of all files.</summary>
sealed class SiteFacts
{
    readonly HashSet<string> files;
    readonly Lazy<Dictionary<string, string>> folded;
    readonly Lazy<string[]> addresses;
    readonly HashSet<string> unpublished;
    readonly Dictionary<string, PageFacts> pages;

    public SiteFacts(FinishedSite site, LinkTable links, IReadOnlyList<PageFacts> pages, IReadOnlyList<FileFacts> others)
    {
        (Source, Links, Pages, Others) = (site, links, pages, others);
        files = site.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        folded = new(() => site.Files.Select(file => file.Path).DistinctBy(Folded, StringComparer.Ordinal)
            .ToDictionary(Folded, StringComparer.Ordinal));
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

    /// <summary>Every use of an address on a page, pages of documents first.</summary>
    public IEnumerable<(PageFacts Page, Reference Reference)> References =>
        from page in Pages.OrderBy(page => page.File.Document is null) from reference in page.References select (page, reference);

    public IEnumerable<(FinishedFile File, string Text)> Sitemaps =>
        from file in Others where file.Text is not null select (file.File, file.Text);

    /// <summary>The file that is served for a path from the site's root; null for none.</summary>
    public string? FileAt(string path) => Array.Find(Candidates(path), files.Contains);

    /// <summary>The file that would be served if letter case and Unicode form did not matter.</summary>
    public string? NearFileAt(string path) =>
        Candidates(path).Select(candidate => folded.Value.GetValueOrDefault(Folded(candidate))).FirstOrDefault(near => near is not null);

    /// <summary>Where the page's document writes an address; none when a template wrote it.</summary>
    public List<SourcePlace> PlacesOf(PageFacts page, Reference reference) =>
        page.File.Document is { } document
            ? SourceSearch.Address(document, reference.Link.Written, reference.Attribute, Links.BasePath)
            : [];

    /// <summary>Whether it is the address of a draft, which another rule reports.</summary>
    public bool IsUnpublished(string path) => unpublished.Contains(path);

    /// <summary>The most similar address of the site; null when none is near.</summary>
    public string? NearestAddress(string path) => NearestName.Of(path, addresses.Value) ?? NearestName.Of(path + "/", addresses.Value);

    public PageFacts? PageAt(string file) => pages.GetValueOrDefault(file);

    public static string AddressOf(string file) => file == "index.html" ? "/"
        : file.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + file[..^"index.html".Length]
        : "/" + file;

    /// <summary>The folder of an address, with a slash at its end.</summary>
    public static string FolderOf(string address) => address[..(address.LastIndexOf('/') + 1)];

    /// <summary>GitHub Pages looks for a folder's index, the file itself, and the file with its extension.</summary>
    static string[] Candidates(string path) =>
        path.TrimStart('/') is var name && (name.Length == 0 || name.EndsWith('/'))
            ? [name + "index.html"]
            : [name, name + "/index.html", name + ".html"];

    static string Folded(string path) => Nfc.Normalize(path).ToLowerInvariant();
}

/// <summary>What is kept of a file that is not a page.</summary>
/// <param name="Length">In bytes.</param>
sealed record FileFacts(FinishedFile File, long Length)
{
    public Reference[] References { get; init; } = [];

    /// <summary>Of sitemaps only, which are checked after all pages.</summary>
    public string? Text { get; init; }
}
