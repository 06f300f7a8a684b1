using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Checking;

/// <summary>A site as it is published, and what is known of its sources. The checker's only input.</summary>
/// <param name="Origin">Scheme and host, <c>https://name.github.io</c>; null when unknown.</param>
/// <param name="BasePath">The path in front of every address, decoded, with a slash at both ends; null when unknown.</param>
public sealed record FinishedSite(IReadOnlyList<FinishedFile> Files, string? Origin, string? BasePath)
{
    public IReadOnlyList<UnpublishedText> Unpublished { get; init; } = [];

    /// <summary>Published names of the site, its terms and its pages. A draft of the same name is not hidden.</summary>
    public IReadOnlySet<string> KnownNames { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Tags, categories and people as documents write them.</summary>
    public IReadOnlyList<WrittenTerm> Terms { get; init; } = [];

    /// <summary>Lines of a new document that its author should replace.</summary>
    public IReadOnlySet<string> Placeholders { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Front matter keys that are empty in a new document.</summary>
    public IReadOnlyList<string> EmptyKeys { get; init; } = [];

    /// <summary>The canonical address of the home page; null when it has none.</summary>
    static (string Origin, string BasePath)? HomeAddress(ISiteFiles folder)
    {
        if (!folder.TryRead("index.html", out var bytes, out _)
            || !Uri.TryCreate(PageReader.CanonicalOf(FileText.Of(bytes)), UriKind.Absolute, out var home)
            || home.Scheme is not ("https" or "http"))
            return null;
        var path = Uri.UnescapeDataString(home.AbsolutePath);
        return (home.GetLeftPart(UriPartial.Authority), path[..(path.LastIndexOf('/') + 1)]);
    }

    /// <summary>A built folder, by this program or another. Only its files are known.</summary>
    /// <param name="diagnostics">Receives what can't be read.</param>
    public static FinishedSite FromFolder(ISiteFiles folder, string? origin, string? basePath, DiagnosticBag diagnostics)
    {
        var listed = folder.List("").Where(file => !file.Path.StartsWith(".sitegen/", StringComparison.Ordinal)
            && !file.Path.StartsWith(".git/", StringComparison.Ordinal)).ToArray();
        foreach (var entry in listed.Where(file => file.Problem is EntryProblem.Unlisted or EntryProblem.NotUtf8))
            UnreadEntry.Report(folder, entry, entry.Path, diagnostics);
        FinishedFile[] files = [.. listed.Where(file => file.Problem == EntryProblem.None)
            .Select(file => new FinishedFile(file.Path, () => Read(folder, file.Path, diagnostics)) { CopiedFrom = file.Path })];
        if (origin is null && HomeAddress(folder) is var (host, homePath))
            (origin, basePath) = (host, homePath);
        return new FinishedSite(files, origin, basePath);
    }

    static byte[]? Read(ISiteFiles folder, string path, DiagnosticBag diagnostics)
    {
        if (folder.TryRead(path, out var bytes, out var problem))
            return bytes;
        diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", SourcePlace.OfFile(path));
        return null;
    }
}

/// <summary>A file of the finished site.</summary>
/// <param name="Path">Below the site's root, as the file is spelled.</param>
/// <param name="Content">Its bytes; null after an error that has been reported. Called once, from any thread.</param>
public sealed record FinishedFile(string Path, Func<byte[]?> Content)
{
    /// <summary>The document of this page; null for pages that only templates make.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>The source of a copied file, where positions are the same; null for a generated one.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>Files of a higher phase are read after all lower ones.</summary>
    public int Phase { get; init; }
}

/// <summary>A Markdown document as its author wrote it.</summary>
/// <param name="DiskPath">The file's path below the site's folder as the disk spells it.</param>
public sealed record SourceDocument(SourceText Source, string DiskPath, int BodyStart)
{
    /// <summary>Where front matter ends and the text begins.</summary>
    public int BodyStart { get; } = Math.Min(BodyStart, Source.Text.Length);
}

/// <summary>A document that is not published.</summary>
/// <param name="Address">Its address if it were published, from the site's root, decoded.</param>
public sealed record UnpublishedText(string Title, string Address, SourcePlace Place);

/// <summary>One document's use of a term.</summary>
/// <param name="Taxonomy">tags, categories, people.</param>
/// <param name="IsPerson">It names a person.</param>
/// <param name="Place">The key's value in the document.</param>
public sealed record WrittenTerm(string Taxonomy, bool IsPerson, string Name, SourceDocument Document, SourcePlace Place);
