using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Writing;

/// <summary>Complaints as a record keeps them, and complaints again: a file is read only when something is to be shown of it.</summary>
/// <param name="paths">Files of the site as the disk spells them.</param>
sealed class CachedWarnings(ISiteFiles files, IEnumerable<string> paths)
{
    readonly Dictionary<string, SourceText> sources = new(StringComparer.Ordinal);
    Dictionary<string, string>? spellings;

    public static CachedWarning[] Of(IEnumerable<Diagnostic> complaints) => [.. complaints.Select(complaint => new CachedWarning(
        complaint.Rule, complaint.Message, PlaceOf(complaint.Place), complaint.Hint, [.. complaint.Notes.Select(note => new CachedNote(note.Message, PlaceOf(note.Place)))]))];

    public void Repeat(IReadOnlyList<CachedWarning> complaints, DiagnosticBag diagnostics)
    {
        foreach (var complaint in complaints)
        {
            diagnostics.Add(new Diagnostic(Severity.Warning, complaint.Rule, complaint.Message, Place(complaint.Place), complaint.Hint)
            {
                Notes = [.. complaint.Notes.Select(note => new DiagnosticNote(note.Message, Place(note.Place)))],
            });
        }
    }

    static CachedPlace PlaceOf(SourcePlace place) => new(place.Path, place.Offset);

    SourcePlace Place(CachedPlace place) =>
        place.Path.Length == 0 ? SourcePlace.Nowhere
        : place.Offset < 0 ? SourcePlace.OfFile(place.Path)
        : new SourcePlace(Source(place.Path), place.Offset);

    SourceText Source(string path)
    {
        if (sources.TryGetValue(path, out var source))
            return source;
        spellings ??= Spellings();
        TextFile.TryRead(files, spellings.GetValueOrDefault(path, path), path, new DiagnosticBag(), out source);
        return sources[path] = source;
    }

    Dictionary<string, string> Spellings()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
            found.TryAdd(Nfc.Normalize(path), path);
        return found;
    }
}
