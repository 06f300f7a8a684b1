using System.Collections.Concurrent;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Reading;

/// <summary>Documents as read, with their diagnostics, until their files change.</summary>
public sealed class DocumentCache
{
    readonly ConcurrentDictionary<string, ReadResult> read = new(StringComparer.Ordinal);
    (SiteZone? Zone, string Keys, string Defaults) basis;

    /// <summary>The file has changed, or may have.</summary>
    public void Forget(string diskPath) => read.TryRemove(diskPath, out _);

    public void Clear() => read.Clear();

    /// <summary>Reads a file again of which only the body has changed; null for any other change.</summary>
    public (Document Document, DocumentBody Body)? ReadBody(string diskPath, ISiteFiles files)
    {
        if (!read.TryGetValue(diskPath, out var known) || known is not { Document: { } document, Diagnostics: [] })
            return null;
        var matter = document.FrontMatterText;
        if (!TextFile.TryRead(files, diskPath, document.File.Path, new DiagnosticBag(), out var source)
            || !source.Text.AsSpan().StartsWith(matter) || FrontMatterSplitter.Split(source.Text).BodyStart != matter.Length)
            return null;
        var body = new DocumentBody(source, matter.Length);
        read[diskPath] = known with { Body = body };
        return (document, body);
    }

    /// <summary>Clears the cache when documents would be read with another zone, other keys of the site's own or other defaults.</summary>
    internal void Begin(SiteZone zone, IEnumerable<string> ownKeys, IEnumerable<FrontMatterSource> defaults)
    {
        var now = (zone, string.Join('\n', ownKeys.Order(StringComparer.Ordinal)),
            string.Concat(defaults.Select(source => $"{source.Source.Path}\n{source.Source.Text}\0").Order(StringComparer.Ordinal)));
        if (basis != now)
            read.Clear();
        basis = now;
    }

    internal ReadResult Get(SourceFile file, DiagnosticBag diagnostics, Func<DiagnosticBag, ReadResult> readIt)
    {
        if (!read.TryGetValue(file.DiskPath, out var known))
        {
            var own = new DiagnosticBag();
            read[file.DiskPath] = known = readIt(own) with { Diagnostics = own.Sorted() };
        }

        foreach (var diagnostic in known.Diagnostics)
            diagnostics.Add(diagnostic);
        return known;
    }

    /// <summary>What reading a file gave: a document with its body, or nothing and errors.</summary>
    internal readonly record struct ReadResult(Document? Document, DocumentBody? Body)
    {
        public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
    }
}
