using System.Collections.Concurrent;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Reading;

/// <summary>Documents as they were read, with the complaints about them, until somebody says that their file is another.</summary>
public sealed class DocumentCache
{
    readonly ConcurrentDictionary<string, (Document? Document, IReadOnlyList<Diagnostic> Complaints)> read = new(StringComparer.Ordinal);
    (SiteZone? Zone, string Defaults) basis;

    /// <summary>The file has changed, or may have.</summary>
    public void Forget(string diskPath) => read.TryRemove(diskPath, out _);

    public void Clear() => read.Clear();

    /// <summary>Reads a file again of which nothing but the text below its front matter has changed; null for any other, and then it is to be forgotten.</summary>
    public Document? Rewritten(string diskPath, ISiteFiles files)
    {
        if (!read.TryGetValue(diskPath, out var known) || known is not { Document: { } before, Complaints: [] })
            return null;
        var complaints = new DiagnosticBag();
        if (!TextFile.TryRead(files, diskPath, before.File.Path, complaints, out var source)
            || !source.Text.AsSpan().StartsWith(before.Source.Text.AsSpan(0, before.BodyStart)) || FrontMatterSplitter.Split(source.Text).BodyStart != before.BodyStart)
            return null;
        var now = before.Rewritten(source);
        read[diskPath] = (now, []);
        return now;
    }

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
