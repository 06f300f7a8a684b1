using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Writing;

/// <summary>How many files a build wrote, found as they should be, and deleted.</summary>
public sealed record WriteCounts(int Written, int Unchanged, int Deleted);

/// <param name="Force">Take over an output folder that holds other files.</param>
/// <param name="Parallelism">Threads to render on.</param>
/// <param name="Progress">Told the share of routes that are rendered, from any thread; null for nobody.</param>
/// <param name="Timings">Told what each kind of route takes, and putting the files in place; null for nobody.</param>
sealed record WriteOptions(bool Force, int Parallelism, IProgress<double>? Progress, Timings? Timings);

/// <summary>
/// Writes a site all or nothing: everything is rendered and what differs is put aside before the first file of the output changes.
/// </summary>
sealed class OutputWriter(IOutputFiles output, DiagnosticBag diagnostics)
{
    /// <summary>Renders every route that may not stay as it is, and writes what differs; null after complaining, and then the output is as it was.</summary>
    public WriteCounts? Write(SiteRenderer renderer, BuildCache? recorder, WriteOptions options)
    {
        if (renderer.Routes.FirstOrDefault(route => !Manifest.IsSafe(route.OutputFile)) is { } astray)
            throw new InvalidOperationException($"The address {astray.Path} would be written outside the output folder.");
        try
        {
            // With errors so far everything is still rendered, for the complaints that are left, but the folder is not even opened.
            using var claim = diagnostics.HasErrors ? null : output.Open();
            var own = Manifest.Read(output);
            var present = output.List().Where(file => !file.Path.StartsWith(Manifest.Folder, StringComparison.Ordinal)).ToArray();
            var before = present.Where(file => own?.Contains(file.Path) == true).ToDictionary(file => file.Path, file => file.Stamp, StringComparer.Ordinal);
            if (claim is not null)
                recorder?.Confirm(output, before);
            var strangers = new ForeignFiles(present.Select(file => file.Path).Where(file => !before.ContainsKey(file)));
            if (own is null && strangers.Example is { } example && !options.Force)
            {
                diagnostics.Error("output-foreign-files", $"The folder {output.Name} holds files that SiteGen did not write, such as {example}.", SourcePlace.Nowhere,
                    "Choose an empty folder, or say --force to build beside them.");
            }

            var staged = Stage(renderer, recorder, before, strangers, options);
            recorder?.Repeat(diagnostics);
            if (!diagnostics.HasErrors)
                return Timings.Measure(options.Timings, "put in place", () => Put(renderer, recorder, staged, own ?? [], before.Keys));
        }
        catch (Exception e) when (Problem(e) is not null)
        {
            diagnostics.Error("output-unwritable", $"The folder {output.Name} can't be written: {Problem(e)}", SourcePlace.Nowhere, "Is another build running, the disk full, or the folder somebody else's?");
        }

        return null;
    }

    void Write(BuildCache? recorder)
    {
        if (recorder?.Record() is not { } record)
            return;
        try
        {
            output.Stage(BuildCacheFile.Path, record);
            output.Commit(BuildCacheFile.Path);
        }
        catch (Exception e) when (Problem(e) is not null)
        {
            // The site is whole without a record; only the next build will take longer.
        }
    }

    /// <summary>What the system says of a disk that does not do as told; null for what is no such thing. Threads that render gather theirs.</summary>
    static string? Problem(Exception e) =>
        e is IOException or UnauthorizedAccessException ? e.Message
        : e is AggregateException { InnerExceptions: [var first, ..] } all && all.InnerExceptions.All(inner => Problem(inner) is not null) ? Problem(first)
        : null;

    /// <summary>How many files differ from what stands in the output.</summary>
    int Stage(SiteRenderer renderer, BuildCache? recorder, Dictionary<string, FileStamp> before, ForeignFiles strangers, WriteOptions options)
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
            var standing = before.GetValueOrDefault(file);
            if (recorder?.Keeps(route, standing) == true)
                return;
            var stranger = strangers.InTheWayOf(file, options.Force);
            byte[]? bytes = null;
            var uses = RenderDependencies.During(() => bytes = Timings.MeasureThread(options.Timings, route.GetType().Name, () => renderer.Render(route)));
            if (bytes is null || stranger is null && diagnostics.HasErrors)
                return;
            // Where nothing stands there is nothing to compare.
            if ((standing != default || stranger is not null || options.Force) && output.Holds(file, bytes))
            {
                recorder?.Add(route, standing, uses);
                return;
            }

            if (stranger is null)
            {
                var stamp = output.Stage(file, bytes);
                recorder?.Add(route, stamp, uses);
                Interlocked.Increment(ref staged);
                return;
            }

            diagnostics.Error("output-foreign-file", $"{output.Name}/{stranger} was not written by SiteGen and stands where a page or file of the site belongs.", SourcePlace.Nowhere,
                stranger == file ? (Message)"Delete it, move it to content/static/, or say --force to replace it." : "Delete it or move it elsewhere.");
        }
    }

    /// <summary>
    /// The manifest first names the old files and the new, then the new alone: a build that is killed between leaves nothing that the next
    /// one would take for somebody else's. The record goes before the first change and comes after the last.
    /// </summary>
    WriteCounts Put(SiteRenderer renderer, BuildCache? recorder, int staged, HashSet<string> own, IReadOnlyCollection<string> before)
    {
        var routes = renderer.Routes;
        var now = routes.Select(route => route.OutputFile).ToHashSet(StringComparer.Ordinal);
        if (output.Exists(BuildCacheFile.Path))
            output.Delete(BuildCacheFile.Path);
        if (!own.SetEquals(now))
            Manifest.Write(output, before.Union(now, StringComparer.Ordinal));
        var stale = before.Where(file => !now.Contains(file)).Order(StringComparer.Ordinal).ToList();
        // A stale file may stand where a folder is needed now, and the other way round; so what is stale goes first.
        foreach (var file in stale)
            output.Delete(file);
        output.Commit("");
        if (stale.Count > 0)
            Manifest.Write(output, now);
        Write(recorder);
        return new WriteCounts(staged, routes.Count - staged, stale.Count);
    }
}

/// <summary>Files in the output folder that SiteGen did not write: they belong to somebody else.</summary>
sealed class ForeignFiles
{
    readonly HashSet<string> files;
    readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public ForeignFiles(IEnumerable<string> files)
    {
        this.files = files.ToHashSet(StringComparer.Ordinal);
        foreach (var file in this.files)
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
                folders.Add(file[..slash]);
        }
    }

    /// <summary>One of them, to be named; null when there are none but those of git, which every output folder may hold.</summary>
    public string? Example => files.Where(file => file is not (".gitignore" or ".gitkeep" or ".gitattributes")).Min(StringComparer.Ordinal);

    /// <summary>What keeps a file from its place; null for nothing. Force replaces a file by a file, never a folder or a link to one.</summary>
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
