using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Incremental;

/// <summary>The build that made the output, compared with the site's files. Each is hashed again: time and length prove nothing.</summary>
sealed class PreviousBuild
{
    const string Name = "build";
    readonly ContentHash hash;
    readonly ISiteFiles files;

    PreviousBuild(CachedBuild build, ContentHash hash, ISiteFiles files, IReadOnlySet<string> changed) =>
        (Build, this.hash, this.files, Changed) = (build, hash, files, changed);

    public CachedBuild Build { get; }

    /// <summary>Paths of documents that have changed. Nothing else has.</summary>
    public IReadOnlySet<string> Changed { get; }

    public CachedWarnings Warnings => new(files, Build.Folders.Values.SelectMany(folder => folder).Select(file => file.Path));

    /// <summary>Null when the cache has no build of this basis, or when more than documents has changed.</summary>
    public static PreviousBuild? Find(ISiteFiles files, IOutputFiles output, ContentHash basis)
    {
        using var stage = Stages.Start("compare");
        if (output.Cache.Read(Name) is not { } file || BuildCacheFile.Read(file, basis) is not { } build)
            return null;
        var isSameList = build.Folders.All(folder => files.List(folder.Key).SequenceEqual(folder.Value));
        return isSameList && ChangedDocuments(build, files) is { } changed
            ? new PreviousBuild(build, ContentHash.Of(file), files, changed)
            : null;
    }

    public static void Save(IOutputFiles output, byte[] file) => output.Cache.Write(Name, file);

    public static void Delete(IOutputFiles output) => output.Cache.Delete(Name);

    /// <summary>Null when another file than a document has changed.</summary>
    static HashSet<string>? ChangedDocuments(CachedBuild build, ISiteFiles files)
    {
        var documents = build.Documents.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var isOther = false;
        Parallel.ForEach(build.Reads, (read, loop) =>
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

    /// <summary>The summary of the previous build after repeating its warnings, when a build now would give the same; else null.</summary>
    public BuildSummary? Unchanged(IOutputFiles output, DateTimeOffset now, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("repeat");
        var usesClock = Build.Routes.Values.Any(route => route.Dependencies.OfClock);
        if (Changed.Count > 0 || !Build.Span.Contains(now) || now.UtcTicks != Build.Span.Now && usesClock || !OutputIsSame(output))
            return null;
        diagnostics.Language = Build.Summary.Language;
        var warnings = Build.Texts.SelectMany(text => text.Warnings).Concat(Build.Routes.Values.SelectMany(route => route.Warnings));
        Warnings.Repeat(Build.PlanWarnings.Concat(warnings), diagnostics);
        return Build.Summary;
    }

    /// <summary>Whether no other build has written to the cache since. Call it while the output is claimed.</summary>
    public bool IsLast(IOutputFiles output) => output.Cache.Read(Name) is { } file && ContentHash.Of(file) == hash;

    bool OutputIsSame(IOutputFiles output)
    {
        try
        {
            using var claim = output.Open();
            if (!IsLast(output) || Manifest.Read(output) is not { } own || !own.SetEquals(Build.Routes.Keys))
                return false;
            var existing = output.List().Where(file => own.Contains(file.Path)).ToArray();
            return existing.Length == own.Count && Array.TrueForAll(existing, file => Build.Routes[file.Path].Stamp == file.Stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
