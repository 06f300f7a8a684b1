using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Incremental;
using SiteGen.Core.Markup;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Writing;

/// <summary>How many files a build wrote, left as they were, and deleted.</summary>
public sealed record WriteCounts(int Written, int Unchanged, int Deleted);

/// <param name="Force">Replace foreign files that are in the way.</param>
/// <param name="Parallelism">Threads to render on.</param>
/// <param name="Progress">Receives the share of routes that are done, from any thread.</param>
sealed record WriteOptions(bool Force, int Parallelism, IProgress<double>? Progress);

/// <summary>Writes a site all or nothing: what differs is rendered and staged before the first file of the output changes.</summary>
sealed class OutputWriter(SiteRenderer renderer, IOutputFiles output, BuildCache? cache, WriteOptions options)
{
    const string Unfinished = "output-unfinished";
    const int MostNames = 10;

    readonly DiagnosticBag diagnostics = renderer.Diagnostics;

    /// <summary>The output before its first change; null until then.</summary>
    IReadOnlyList<OutputFile>? before;

    /// <summary>Whether one of these errors says that a build ended halfway and left the output changed.</summary>
    public static bool LeftChanged(DiagnosticBag diagnostics) => diagnostics.Sorted().Any(found => found.Rule == Unfinished);

    /// <summary>Null after reporting errors; then the output is as it was, or an error says what was changed.</summary>
    /// <param name="cache">Null for a build that leaves nothing for the next one.</param>
    public static WriteCounts? Write(SiteRenderer renderer, IOutputFiles output, BuildCache? cache, WriteOptions options)
    {
        using var stage = Stages.Start("render and write");
        // Without a theme every page would report its missing layout; one error is enough.
        return renderer.Plan.Site.Theme.Files.Count == 0 ? null : new OutputWriter(renderer, output, cache, options).Write();
    }

    WriteCounts? Write()
    {
        if (renderer.Routes.FirstOrDefault(route => !Manifest.IsSafe(route.OutputFile)) is { } astray)
            throw new InvalidOperationException($"The address {astray.Path} would be written outside the output folder.");
        try
        {
            // With errors everything is still rendered, for the errors that are left, but the folder is not even opened.
            using var claim = diagnostics.HasErrors ? null : output.Open();
            var own = Manifest.Read(output);
            var present = output.List();
            var existing = present.Where(file => own?.Contains(file.Path) == true)
                .ToDictionary(file => file.Path, file => file.Stamp, StringComparer.Ordinal);
            if (claim is not null)
                cache?.Confirm(output, existing);
            var foreign = new ForeignFiles(present.Select(file => file.Path).Where(file => !existing.ContainsKey(file)));
            var staged = Stage(own is not null || options.Force, existing, foreign);
            if (own is null && foreign.Example is { } example && !options.Force)
            {
                diagnostics.Error("output-foreign-files",
                    $"The folder {output.Name} holds files that SiteGen did not write, such as {example}.", SourcePlace.Nowhere,
                    "Delete the folder if an old build is all it holds, choose another, or say --force to build beside its files.");
            }

            cache?.RepeatWarnings(diagnostics);
            var now = renderer.Routes.Select(route => route.OutputFile).ToHashSet(StringComparer.Ordinal);
            var stale = existing.Keys.Where(file => !now.Contains(file)).Order(StringComparer.Ordinal).ToArray();
            if (!options.Force && !diagnostics.HasErrors)
                PublishedPosts.Check(renderer.Plan, output, stale, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            output.CheckAccess(stale);
            before = present;
            Put(own ?? [], existing.Keys, stale, now);
            return new WriteCounts(staged, now.Count - staged, stale.Length);
        }
        catch (Exception e) when (Problem(e) is { } problem)
        {
            ReportFailure(problem);
            return null;
        }
    }

    /// <summary>Says what has changed in the output, as the disk has it.</summary>
    void ReportFailure(string problem)
    {
        var changed = Changed();
        Message hint = "Is another build running, the disk full, or the folder somebody else's?";
        if (changed is [])
        {
            diagnostics.Error("output-unwritable", $"The folder {output.Name} can't be written: {problem}", SourcePlace.Nowhere, hint);
            return;
        }

        var names = changed is null ? (Message)"unknown"
            : changed.Count > MostNames ? (Message)$"{string.Join(", ", changed.Take(MostNames))} and {changed.Count - MostNames} more"
            : $"{string.Join(", ", changed)}";
        diagnostics.Error(Unfinished,
            $"The folder {output.Name} could not be written to the end: {problem} Written or deleted before that: {names}.",
            SourcePlace.Nowhere, $"The next build repairs it. {hint}");
    }

    /// <summary>Files that are new, replaced or deleted; null when the folder can't be read any more.</summary>
    List<string>? Changed()
    {
        if (before is null)
            return [];
        try
        {
            var now = output.List();
            var changed = now.Except(before).Select(file => file.Path);
            var deleted = before.Select(file => file.Path).Except(now.Select(file => file.Path));
            return [.. changed.Concat(deleted).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (Problem(e) is not null)
        {
            return null;
        }
    }

    /// <summary>Why the disk failed; null for other exceptions. Parallel loops gather those of their threads.</summary>
    static string? Problem(Exception e) =>
        e is IOException or UnauthorizedAccessException ? e.Message
        : e is AggregateException all && all.InnerExceptions.All(inner => Problem(inner) is not null) ? Problem(all.InnerExceptions[0])
        : null;

    /// <summary>The number of files that differ from those in the output.</summary>
    /// <param name="isKnown">False where the whole folder may be foreign, which is one error.</param>
    int Stage(bool isKnown, Dictionary<string, FileStamp> existing, ForeignFiles foreign)
    {
        var routes = renderer.Routes;
        var (done, staged) = (0, 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism };
        foreach (var phase in new[] { RenderPhase.Texts, RenderPhase.Lists, RenderPhase.Index })
            Parallel.ForEach(routes.Where(route => route.Phase == phase), parallel, StageOne);
        return staged;

        void StageOne(Route route)
        {
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)routes.Count);
            var file = route.OutputFile;
            var stamp = existing.GetValueOrDefault(file);
            if (cache?.Keeps(route, stamp) == true)
                return;
            var inTheWay = foreign.InTheWayOf(file, options.Force);
            byte[]? bytes = null;
            var dependencies = RenderDependencies.During(() => bytes = Render(route));
            if (bytes is null || inTheWay is null && diagnostics.HasErrors)
                return;
            // Where nothing exists there is nothing to compare.
            if ((stamp != default || inTheWay is not null || options.Force) && output.Holds(file, bytes))
            {
                foreign.Adopt(file);
                cache?.Add(route, stamp, dependencies);
            }
            else if (inTheWay is null)
            {
                // Not an argument of the call: `?.` evaluates none without a cache.
                if (!TryStage(route, bytes, out var written))
                    return;
                cache?.Add(route, written, dependencies);
                Interlocked.Increment(ref staged);
            }
            else if (isKnown)
            {
                diagnostics.Error("output-foreign-file",
                    $"{output.Name}/{inTheWay} was not written by SiteGen and stands where a page or file of the site belongs.",
                    SourcePlace.Nowhere,
                    inTheWay == file
                        ? (Message)"Delete it, move it to content/static/, or say --force to replace it."
                        : "Delete it or move it elsewhere.");
            }
        }
    }

    /// <summary>False after reporting that the system takes no path of this length.</summary>
    bool TryStage(Route route, byte[] bytes, out FileStamp written)
    {
        written = default;
        try
        {
            written = output.Stage(route.OutputFile, bytes);
            return true;
        }
        catch (PathTooLongException)
        {
            diagnostics.Error("address-long", $"{route.OutputFile} can't be written: the path is too long.", route.Place,
                "Give the file, or the post's `slug`, a shorter name.");
            return false;
        }
    }

    byte[]? Render(Route route)
    {
        using var stage = Stages.Start(route.GetType().Name);
        return renderer.Render(route);
    }

    /// <summary>
    /// The manifest names the old and the new files first, then the new ones, so that the build after a killed one knows its own files. The
    /// cache is deleted before the first change and written after the last.
    /// </summary>
    void Put(HashSet<string> own, IEnumerable<string> existing, string[] stale, HashSet<string> now)
    {
        using var stage = Stages.Start("put in place");
        PreviousBuild.Delete(output);
        if (!own.SetEquals(now))
            Manifest.Write(output, existing.Union(now, StringComparer.Ordinal));
        // A stale file may stand where a folder is needed now, and a stale folder where a file is.
        foreach (var file in stale)
            output.Delete(file);
        output.Commit("");
        if (stale.Length > 0)
            Manifest.Write(output, now);
        PublishedPosts.Save(renderer.Plan, output);
        cache?.Save(output);
    }
}

/// <summary>Files in the output folder that SiteGen did not write.</summary>
sealed class ForeignFiles
{
    readonly HashSet<string> files;
    readonly HashSet<string> folders = new(StringComparer.Ordinal);
    readonly HashSet<string> adopted = new(StringComparer.Ordinal);

    public ForeignFiles(IEnumerable<string> files)
    {
        this.files = files.ToHashSet(StringComparer.Ordinal);
        foreach (var file in this.files)
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
                folders.Add(file[..slash]);
        }
    }

    /// <summary>One of them; null when there are none but git's, which any output folder may hold.</summary>
    public string? Example => files.Except(adopted).Except([".gitignore", ".gitkeep", ".gitattributes"]).Min(StringComparer.Ordinal);

    /// <summary>A file that holds what SiteGen would write is SiteGen's. From any thread.</summary>
    public void Adopt(string file)
    {
        lock (adopted)
            adopted.Add(file);
    }

    /// <summary>What keeps a file from its place; null for nothing. Force replaces a file by a file, never a folder or a link.</summary>
    public string? InTheWayOf(string file, bool force)
    {
        if (!force && files.Contains(file) || folders.Contains(file))
            return file;
        for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
        {
            if (files.Contains(file[..slash]))
                return file[..slash];
        }

        return null;
    }
}
