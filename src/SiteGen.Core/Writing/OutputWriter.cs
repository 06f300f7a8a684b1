using System.Collections.Concurrent;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Writing;

/// <summary>How many files a build wrote, found as they should be, and deleted.</summary>
public sealed record WriteCounts(int Written, int Unchanged, int Deleted);

/// <param name="Force">Take over an output folder that holds other files.</param>
/// <param name="Parallelism">Threads to render on.</param>
/// <param name="Progress">Told the share of routes that are rendered, from any thread; null for nobody.</param>
public sealed record WriteOptions(bool Force, int Parallelism, IProgress<double>? Progress);

/// <summary>
/// Writes a site all or nothing: everything is rendered and what differs is put aside before the first file of the output changes.
/// </summary>
public sealed class OutputWriter(IOutputFiles output, DiagnosticBag diagnostics)
{
    /// <summary>Renders every route and writes what differs; null after complaining, and then the output is as it was.</summary>
    public WriteCounts? Write(SiteRenderer renderer, WriteOptions options)
    {
        try
        {
            var before = Manifest.Read(output);
            var strangers = Strangers(before);
            if (before is null && strangers.Count > 0 && !options.Force)
            {
                diagnostics.Error("output-strangers", $"The folder {output.Name} holds files that SiteGen did not write, such as {strangers.Order(StringComparer.Ordinal).First()}.", SourcePlace.Nowhere,
                    "Choose an empty folder, or say --force to build beside them.");
            }

            // With errors so far everything is still rendered, for the complaints that are left, but the folder is not even opened.
            using var claim = diagnostics.HasErrors ? null : output.Open();
            if (claim is not null)
                output.DiscardStaged();
            var staged = Stage(renderer, strangers, options);
            if (!diagnostics.HasErrors)
                return Put(renderer, staged, before ?? []);
            if (claim is not null)
                output.DiscardStaged();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error("output-unwritable", $"The folder {output.Name} can't be written: {e.Message}", SourcePlace.Nowhere, "Is another build running, the disk full, or the folder somebody else's?");
        }

        return null;
    }

    HashSet<string> Strangers(HashSet<string>? own)
    {
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in output.List())
        {
            if (!file.StartsWith(Manifest.Folder, StringComparison.Ordinal) && file is not (".gitignore" or ".gitkeep" or ".gitattributes") && own?.Contains(file) != true)
                strangers.Add(file);
        }

        return strangers;
    }

    /// <summary>Tokens of the routes whose files differ from what stands in the output.</summary>
    List<int> Stage(SiteRenderer renderer, HashSet<string> strangers, WriteOptions options)
    {
        var staged = new ConcurrentBag<int>();
        var routes = renderer.Routes;
        var done = 0;
        Parallel.For(0, routes.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism }, i =>
        {
            options.Progress?.Report(Interlocked.Increment(ref done) / (double)routes.Count);
            var file = routes[i].OutputFile;
            if (renderer.Render(routes[i]) is not { } bytes || diagnostics.HasErrors || output.Holds(file, bytes))
                return;
            if (strangers.Contains(file) && !options.Force)
                diagnostics.Error("output-stranger", $"{output.Name}/{file} was not written by SiteGen and would be replaced.", SourcePlace.Nowhere, "Move it to content/static/, delete it, or say --force.");
            output.Stage(i, bytes);
            staged.Add(i);
        });
        return [.. staged.Order()];
    }

    /// <summary>
    /// The manifest first names the old files and the new, then the new alone: a build that is killed between leaves nothing that the next
    /// one would take for somebody else's.
    /// </summary>
    WriteCounts Put(SiteRenderer renderer, List<int> staged, HashSet<string> before)
    {
        var routes = renderer.Routes;
        var now = routes.Select(route => route.OutputFile).ToHashSet(StringComparer.Ordinal);
        if (staged.Count > 0 || !before.SetEquals(now))
            Manifest.Write(output, before.Union(now, StringComparer.Ordinal), routes.Count);
        var stale = before.Where(file => !now.Contains(file)).Order(StringComparer.Ordinal).ToList();
        var deleted = stale.Count(output.Exists);
        // A stale file may stand where a folder is needed now, and the other way round; so what is stale goes first.
        foreach (var file in stale)
            output.Delete(file);
        foreach (var token in staged)
            output.Commit(token, routes[token].OutputFile);
        if (!before.SetEquals(now))
            Manifest.Write(output, now, routes.Count);
        return new WriteCounts(staged.Count, routes.Count - staged.Count, deleted);
    }
}
