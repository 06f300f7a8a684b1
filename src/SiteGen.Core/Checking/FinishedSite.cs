using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Checking;

/// <summary>A site as readers will get it, and what is known of how it came to be. The checker knows nothing else.</summary>
/// <param name="Origin">Scheme and host, <c>https://name.github.io</c>; null when nobody knows where the site will stand.</param>
/// <param name="BasePath">The path in front of every address, decoded, with a slash at both ends; null when it is not known.</param>
public sealed record FinishedSite(IReadOnlyList<FinishedFile> Files, string? Origin, string? BasePath)
{
    /// <summary>Texts that no reader may see yet.</summary>
    public IReadOnlyList<UnpublishedText> Unpublished { get; init; } = [];

    /// <summary>Names that stand on the site by right, so that a draft called so is no secret: the site's own, its terms', its pages'.</summary>
    public IReadOnlySet<string> KnownNames { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Tags, categories and people as documents write them.</summary>
    public IReadOnlyList<WrittenTerm> Terms { get; init; } = [];

    /// <summary>What new documents begin with, to be replaced by their authors: lines of text.</summary>
    public IReadOnlySet<string> Placeholders { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Keys of front matter that new documents have with nothing in them.</summary>
    public IReadOnlyList<string> EmptyKeys { get; init; } = [];

    /// <summary>Where the home page says that it stands; null when it says nothing.</summary>
    static (string Origin, string BasePath)? HomeAddress(ISiteFiles folder)
    {
        if (!folder.TryRead("index.html", out var bytes, out _) || !Uri.TryCreate(PageReader.CanonicalOf(FileText.Of(bytes)), UriKind.Absolute, out var home) || home.Scheme is not ("https" or "http"))
            return null;
        var path = Uri.UnescapeDataString(home.AbsolutePath);
        return (home.GetLeftPart(UriPartial.Authority), path[..(path.LastIndexOf('/') + 1)]);
    }

    /// <summary>A folder that somebody built, with this program or another: all that is known are its files.</summary>
    public static FinishedSite FromFolder(ISiteFiles folder, string? origin, string? basePath)
    {
        var files = new List<FinishedFile>();
        foreach (var file in folder.List(""))
        {
            if (!file.LeavesFolder && !file.Path.StartsWith(".sitegen/", StringComparison.Ordinal) && !file.Path.StartsWith(".git/", StringComparison.Ordinal))
                files.Add(new FinishedFile(file.Path, () => folder.TryRead(file.Path, out var bytes, out _) ? bytes : null) { CopiedFrom = file.Path });
        }

        return origin is null && HomeAddress(folder) is (var host, var path) ? new FinishedSite(files, host, path) : new FinishedSite(files, origin, basePath);
    }
}

/// <summary>A file of the finished site.</summary>
/// <param name="Path">Below the site's root, as the file is spelled.</param>
/// <param name="Content">Its bytes; null when they can't be had, which whoever makes them has complained of. Called once, from any thread.</param>
public sealed record FinishedFile(string Path, Func<byte[]?> Content)
{
    /// <summary>The document whose text stands on this page; null for pages that only templates make.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>The file whose bytes these are, so that a mistake stands at the same place there; null for what is generated.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>Files of a higher wave are read when all of the lower ones are.</summary>
    public int Phase { get; init; }
}

/// <summary>A Markdown document as its author wrote it.</summary>
/// <param name="DiskPath">The file's path below the site's folder as the disk spells it.</param>
/// <param name="BodyStart">Where front matter ends and the text begins.</param>
public sealed record SourceDocument(SourceText Source, string DiskPath, int BodyStart);

/// <summary>A document that is held back.</summary>
/// <param name="Address">Where it would stand, from the site's root, decoded.</param>
public sealed record UnpublishedText(string Title, string Address, SourcePlace Place);

/// <summary>One document's use of a term.</summary>
/// <param name="Taxonomy">tags, categories, people.</param>
/// <param name="IsPerson">It names a person.</param>
/// <param name="Place">The key's value in the document.</param>
public sealed record WrittenTerm(string Taxonomy, bool IsPerson, string Name, SourceDocument Document, SourcePlace Place);
