using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

public enum DocumentKind
{
    Post,
    Page,
}

/// <summary>A Markdown file without its body, which a preview may replace: only the site knows it (<c>Site.BodyOf</c>).</summary>
public sealed class Document(SourceFile file, DocumentKind kind, SourceText source, FrontMatter frontMatter, string name,
    DateTimeOffset? nameDate, int bodyStart)
{
    public SourceFile File => file;

    public DocumentKind Kind => kind;

    public FrontMatter FrontMatter => frontMatter;

    /// <summary>The file's name, or its bundle's, without date and extension.</summary>
    public string Name => name;

    /// <summary>The date that the file's (or bundle's) name begins with.</summary>
    public DateTimeOffset? NameDate => nameDate;

    /// <summary>The text before the body, dashes included.</summary>
    public ReadOnlySpan<char> FrontMatterText => source.Text.AsSpan(0, bodyStart);

    public SourcePlace Start => new(source, 0);

    /// <summary>An <c>index.md</c>: the files beside it belong to it.</summary>
    public bool IsBundle => IsBundleFile(File);

    public static bool IsBundleFile(SourceFile file) =>
        file.Name is "index.md" or "index.markdown" && file.Folder.Count(c => c == '/') >= 2;

    /// <summary>The place of a front matter key's value, else the start of the file.</summary>
    public SourcePlace PlaceOf(string key) =>
        FrontMatter.Places.TryGetValue(key, out var place) ? place
        : key.StartsWith("params.", StringComparison.Ordinal) ? PlaceOf(key["params.".Length..].Split('.')[0])
        : Start;
}

/// <summary>The Markdown below a document's front matter.</summary>
/// <param name="Start">Offset in <paramref name="Source"/>.</param>
public sealed record DocumentBody(SourceText Source, int Start)
{
    public ReadOnlySpan<char> Text => Source.Text.AsSpan(Start);

    /// <param name="offset">In the body.</param>
    public SourcePlace PlaceOf(int offset) => new(Source, Start + offset);
}

/// <summary>An entry of the old blog in a category block: dated, and without an address until someone adds it.</summary>
/// <param name="Url">Root-relative or absolute; null when unknown.</param>
/// <param name="Comments">How many comments it had; null when unknown.</param>
public sealed record CategoryLink(string Title, string? Url, DateTimeOffset Date, int? Comments);

/// <summary>Everything read: documents, data files, and the old blog's entries by category.</summary>
public sealed record DocumentSet(
    IReadOnlyList<Document> Documents,
    IReadOnlyDictionary<Document, DocumentBody> Bodies,
    DataFiles Data,
    IReadOnlyDictionary<string, IReadOnlyList<CategoryLink>> CategoryLinks,
    Theme Theme,
    IReadOnlyList<RawAsset> Assets,
    SourceTree Sources);
