using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Writing;

/// <summary>The texts of the build that made the output, as its record tells of them.</summary>
/// <param name="places">Of the pages' documents in the record.</param>
/// <param name="touched">Places of those whose texts are no longer the same.</param>
/// <param name="standing">Our files in the output.</param>
sealed class PreviousTexts(CachedBuild record, IReadOnlyDictionary<Page, int> places, IReadOnlySet<int> touched, IOutputFiles output, IReadOnlyDictionary<string, FileStamp> standing) : IPreviousTexts
{
    public bool IsSame(Page page) => !touched.Contains(places[page]);

    public IReadOnlyList<KnownTerm>? Terms(Page page) => IsSame(page) ? record.Terms[places[page]] : null;

    public byte[]? File(string outputFile) =>
        record.Routes.TryGetValue(outputFile, out var route) && standing.GetValueOrDefault(outputFile) == route.Stamp ? output.Read(outputFile) : null;
}
