using SiteGen.Core.Files;
using SiteGen.Core.Glossary;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Incremental;

/// <summary>The texts of the previous build.</summary>
/// <param name="indexes">Of the pages' documents in the cached build.</param>
/// <param name="changed">Indexes of documents whose texts differ now.</param>
/// <param name="existing">SiteGen's files in the output.</param>
sealed class PreviousTexts(
    CachedBuild build, IReadOnlyDictionary<Page, int> indexes, IReadOnlySet<int> changed, IOutputFiles output,
    IReadOnlyDictionary<string, FileStamp> existing) : IPreviousTexts
{
    public bool IsSame(Page page) => !changed.Contains(indexes[page]);

    public IReadOnlyList<KnownTerm>? Terms(Page page) => IsSame(page) ? build.Terms[indexes[page]] : null;

    public byte[]? File(string outputFile) =>
        build.Routes.GetValueOrDefault(outputFile)?.Stamp is { } stamp && existing.GetValueOrDefault(outputFile) == stamp
            ? output.Read(outputFile)
            : null;
}
