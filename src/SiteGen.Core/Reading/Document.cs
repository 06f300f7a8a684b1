using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

public enum DocumentKind
{
    Post,
    Page,
}

/// <summary>A Markdown file as read.</summary>
public sealed class Document(SourceFile file, DocumentKind kind, SourceText source, FrontMatter frontMatter, string name, DateTimeOffset? nameDate, int bodyStart)
{
    public SourceFile File => file;

    public DocumentKind Kind => kind;

    public SourceText Source => source;

    public FrontMatter FrontMatter => frontMatter;

    /// <summary>The file's name, or its bundle's, without date and ending.</summary>
    public string Name => name;

    /// <summary>The date in front of the file's (or bundle's) name; null when there is none.</summary>
    public DateTimeOffset? NameDate => nameDate;

    /// <summary>Offset of the body in <see cref="Source"/>.</summary>
    public int BodyStart => bodyStart;

    /// <summary>The text as it was when the document was read; what it is now, the site knows.</summary>
    public DocumentBody Body { get; } = new(source, bodyStart);

    /// <summary>The same document with another text below the same front matter.</summary>
    public Document Rewritten(SourceText source) => new(file, kind, source, frontMatter, name, nameDate, bodyStart);

    /// <summary>An <c>index.md</c>: the files beside it belong to it.</summary>
    public bool IsBundle => IsBundleFile(File);

    public static bool IsBundleFile(SourceFile file) => file.Name is "index.md" && file.Folder.Count(c => c == '/') >= 2;

    /// <summary>Where a front matter key's value stands, else the beginning of the file.</summary>
    public SourcePlace PlaceOf(string key) =>
        FrontMatter.Places.TryGetValue(key, out var place) ? place
        : key == Taxonomies.Categories ? PlaceOf("category")
        : key.StartsWith("params.", StringComparison.Ordinal) ? PlaceOf(key["params.".Length..].Split('.')[0])
        : new SourcePlace(Source, 0);
}

/// <summary>What stands below a document's front matter.</summary>
/// <param name="start">Offset in <paramref name="source"/>.</param>
public sealed class DocumentBody(SourceText source, int start)
{
    public ReadOnlySpan<char> Text => source.Text.AsSpan(start);

    /// <param name="offset">In the body.</param>
    public SourcePlace PlaceOf(int offset) => new(source, start + offset);
}

/// <summary>An entry of the old blog in a category block: dated, and without an address until someone adds it.</summary>
/// <param name="Url">Root-relative or absolute; null when unknown.</param>
/// <param name="Comments">How many comments it had; null when unknown.</param>
public sealed record CategoryLink(string Title, string? Url, DateTimeOffset Date, int? Comments);

/// <summary>Everything read: documents, data by name, and the old blog's entries by category.</summary>
public sealed record DocumentSet(
    IReadOnlyList<Document> Documents,
    YamlMap Data,
    IReadOnlyDictionary<string, IReadOnlyList<CategoryLink>> CategoryLinks,
    IReadOnlyList<Person> People,
    GlossaryData Glossary,
    Theme Theme,
    IReadOnlyList<RawAsset> Assets,
    SourceTree Sources);
