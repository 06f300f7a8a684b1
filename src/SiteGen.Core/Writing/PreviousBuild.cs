using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Writing;

/// <summary>
/// The build that made the output, as its record tells, held against the site's files as they are now. Every file that it read is read and hashed again:
/// neither a file's time nor its length proves anything.
/// </summary>
sealed class PreviousBuild
{
    readonly ContentHash seal;
    readonly ISiteFiles files;

    PreviousBuild(CachedBuild record, ContentHash seal, ISiteFiles files, HashSet<string> changed) => (Record, this.seal, this.files, Changed) = (record, seal, files, changed);

    public CachedBuild Record { get; }

    /// <summary>Documents, by path, whose file has other bytes now. All else is as it was.</summary>
    public IReadOnlySet<string> Changed { get; }

    /// <summary>Null when there is no whole record of a build like this one, or when more than documents has changed since.</summary>
    public static PreviousBuild? Find(ISiteFiles files, IOutputFiles output, ContentHash basis)
    {
        try
        {
            if (output.Read(BuildCacheFile.Path) is not { } file || BuildCacheFile.Read(file, basis) is not { } record)
                return null;
            return record.Folders.All(folder => files.List(folder.Key).SequenceEqual(folder.Value)) && ChangedOf(record, files) is { } changed
                ? new PreviousBuild(record, ContentHash.Of(file), files, changed)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever goes on to read or write there will say what is wrong.
            return null;
        }
    }

    /// <summary>Null when another file than a document is among them.</summary>
    static HashSet<string>? ChangedOf(CachedBuild record, ISiteFiles files)
    {
        var documents = record.Documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var isOther = false;
        Parallel.ForEach(record.Reads, (read, loop) =>
        {
            if (files.TryRead(read.Key, out var bytes, out _) && ContentHash.Of(bytes) == read.Value)
                return;
            lock (changed)
                changed.Add(read.Key);
            if (documents.Contains(read.Key))
                return;
            isOther = true;
            loop.Stop();
        });
        return isOther ? null : changed;
    }

    /// <summary>True when no document has become due or expired since, nor would have had to be.</summary>
    public bool IsDuring(DateTimeOffset now) => now.UtcTicks >= Record.Span.From && now.UtcTicks < Record.Span.Until;

    /// <summary>What the build would say, when nothing at all has changed and the output stands as it was written; null otherwise.</summary>
    public BuildSummary? Repeat(IOutputFiles output, DateTimeOffset now, DiagnosticBag diagnostics)
    {
        if (Changed.Count > 0 || !IsDuring(now) || now.UtcTicks != Record.Span.Now && AskedForTime() || !Stands(output))
            return null;
        var complaints = Complaints();
        diagnostics.Language = Record.Summary.Language;
        complaints.Repeat(Record.PlanComplaints, diagnostics);
        foreach (var text in Record.Texts)
            complaints.Repeat(text.Complaints, diagnostics);
        foreach (var route in Record.Routes.Values)
            complaints.Repeat(route.Complaints, diagnostics);
        return Record.Summary;
    }

    public CachedWarnings Complaints() => new(files, Record.Folders.Values.SelectMany(folder => folder).Select(file => file.Path));

    /// <summary>Whether it is this record that lies in the output, now that nobody else writes there.</summary>
    public bool IsLast(IOutputFiles output) => output.Read(BuildCacheFile.Path) is { } file && ContentHash.Of(file) == seal;

    bool AskedForTime() => Record.Routes.Values.Any(route => route.Uses.OfClock);

    bool Stands(IOutputFiles output)
    {
        try
        {
            using var claim = output.Open();
            if (!IsLast(output) || Manifest.Read(output) is not { } own || own.Count != Record.Routes.Count)
                return false;
            var standing = 0;
            foreach (var file in output.List())
            {
                if (Record.Routes.TryGetValue(file.Path, out var route) && own.Contains(file.Path) && route.Stamp == file.Stamp)
                    standing++;
                else if (own.Contains(file.Path))
                    return false;
            }

            return standing == Record.Routes.Count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
