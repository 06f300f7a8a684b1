using System.Collections.Concurrent;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Documents as they were read, with the complaints about them, until somebody says that their file is another.</summary>
public sealed class DocumentCache
{
    readonly ConcurrentDictionary<string, (Document? Document, IReadOnlyList<Diagnostic> Complaints)> read = new(StringComparer.Ordinal);
    (SiteZone? Zone, string Defaults) basis;

    /// <summary>The file has changed, or may have.</summary>
    public void Forget(string diskPath) => read.TryRemove(diskPath, out _);

    public void Clear() => read.Clear();

    /// <summary>What all documents are read with; where that is another, none can stay.</summary>
    internal void Begin(SiteZone zone, IEnumerable<FrontMatterSource> defaults)
    {
        var now = (zone, string.Concat(defaults.Select(source => $"{source.Source.Path}\n{source.Source.Text}\0").Order(StringComparer.Ordinal)));
        if (basis != now)
            read.Clear();
        basis = now;
    }

    internal Document? Get(SourceFile file, DiagnosticBag diagnostics, Func<DiagnosticBag, Document?> readIt)
    {
        if (!read.TryGetValue(file.DiskPath, out var known))
        {
            var own = new DiagnosticBag();
            known = (readIt(own), own.Sorted());
            read[file.DiskPath] = known;
        }

        foreach (var complaint in known.Complaints)
            diagnostics.Add(complaint);
        return known.Document;
    }
}
