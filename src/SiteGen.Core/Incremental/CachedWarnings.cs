using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Incremental;

/// <summary>Warnings to and from the cache. A source file is read only when a warning shows a line of it.</summary>
/// <param name="paths">Files of the site as on disk.</param>
sealed class CachedWarnings(ISiteFiles files, IEnumerable<string> paths)
{
    readonly Dictionary<string, SourceText> sources = new(StringComparer.Ordinal);
    Dictionary<string, string>? spellings;

    public static CachedWarning[] Of(IEnumerable<Diagnostic> warnings) => [.. warnings.Select(warning => new CachedWarning(
        warning.Rule, warning.Message, PlaceOf(warning.Place), warning.Hint,
        [.. warning.Notes.Select(note => new CachedNote(note.Message, PlaceOf(note.Place)))]))];

    public void Repeat(IEnumerable<CachedWarning> warnings, DiagnosticBag diagnostics)
    {
        foreach (var warning in warnings)
        {
            diagnostics.Add(new Diagnostic(Severity.Warning, warning.Rule, warning.Message, Place(warning.Place), warning.Hint)
            {
                Notes = [.. warning.Notes.Select(note => new DiagnosticNote(note.Message, Place(note.Place)))],
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
