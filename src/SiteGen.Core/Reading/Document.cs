using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

public enum DocumentKind
{
    Post,
    Page,
}

/// <summary>A Markdown file as read.</summary>
/// <param name="NameDate">The date in front of the file's (or bundle's) name; null when there is none.</param>
/// <param name="Name">The file's name, or its bundle's, without date and ending.</param>
/// <param name="BodyStart">Offset of the body in <paramref name="Source"/>.</param>
public sealed record Document(SourceFile File, DocumentKind Kind, SourceText Source, FrontMatter FrontMatter, string Name, DateTimeOffset? NameDate, int BodyStart)
{
    public string Body => Source.Text[BodyStart..];

    /// <summary>An <c>index.md</c>: the files beside it belong to it.</summary>
    public bool IsBundle => IsBundleFile(File);

    public static bool IsBundleFile(SourceFile file) => file.Name is "index.md" && file.Folder.Count(c => c == '/') >= 2;

    /// <summary>Where a front matter key's value stands, else the beginning of the file.</summary>
    public SourcePlace PlaceOf(string key) =>
        FrontMatter.Places.TryGetValue(key, out var place) ? place
        : key == "categories" ? PlaceOf("category")
        : key.StartsWith("params.", StringComparison.Ordinal) ? PlaceOf(key["params.".Length..].Split('.')[0])
        : new SourcePlace(Source, 0);
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
