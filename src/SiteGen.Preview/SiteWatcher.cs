using System.Diagnostics;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Preview;

/// <summary>
/// Refreshes a site when files in its folder change. An editor saves in several steps and a checkout touches hundreds of files, so changes
/// are gathered; a single one waits no longer than a screen takes to draw.
/// </summary>
public sealed class SiteWatcher : IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(12);
    static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(250);

    /// <summary>After this the disk is compared, in case an event was missed.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(300);

    static readonly TimeSpan DueInterval = TimeSpan.FromSeconds(1);
    static readonly string[] Folders = ["content", "themes"];

    readonly PreviewSite site;
    readonly TimeSpan patience;
    readonly FileSystemWatcher root;
    readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    readonly HashSet<string> changed = new(StringComparer.Ordinal);
    readonly HashSet<string> unreviewed = new(StringComparer.Ordinal);
    readonly SemaphoreSlim signal = new(0);
    readonly CancellationTokenSource ending = new();
    readonly Lock gate = new();
    readonly ITimer dueTimer;
    readonly Task loop;
    bool listsToo;

    public SiteWatcher(PreviewSite site) : this(site, TimeSpan.FromMilliseconds(150))
    {
    }

    /// <param name="patience">How long a new error may be half a file, before it is announced.</param>
    internal SiteWatcher(PreviewSite site, TimeSpan patience)
    {
        (this.site, this.patience) = (site, patience);
        root = new FileSystemWatcher(site.Folder) { NotifyFilter = NotifyFilters.DirectoryName };
        root.Created += (_, e) => WatchAgain(e.Name);
        root.Deleted += (_, e) => WatchAgain(e.Name);
        root.Renamed += (_, e) =>
        {
            WatchAgain(e.OldName);
            WatchAgain(e.Name);
        };
        root.EnableRaisingEvents = true;
        foreach (var folder in Folders)
            Watch(folder);
        dueTimer = site.Time.CreateTimer(_ => site.RefreshWhenDue(), null, DueInterval, DueInterval);
        loop = Task.Run(Run);
    }

    /// <summary>Follows a folder of the site that was added or removed, as when another branch is checked out.</summary>
    void WatchAgain(string? name)
    {
        if (!Folders.Contains(name))
            return;
        try
        {
            Watch(name!);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // The folder is gone already; its next creation raises another event.
        }
        catch (Exception e)
        {
            site.Fail(e);
        }

        Note(Path.Combine(site.Folder, name!), names: true);
    }

    void Watch(string name)
    {
        var folder = Path.Combine(site.Folder, name);
        lock (watchers)
        {
            if (watchers.Remove(name, out var old))
                old.Dispose();
            if (FolderRules.IsFolder(folder))
                watchers[name] = Watcher(folder);
        }
    }

    FileSystemWatcher Watcher(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => Note(e.FullPath, names: FolderRules.IsFolder(e.FullPath));
        watcher.Created += (_, e) => Note(e.FullPath, names: true);
        watcher.Deleted += (_, e) => Note(e.FullPath, names: true);
        watcher.Renamed += (_, e) =>
        {
            Note(e.OldFullPath, names: true);
            Note(e.FullPath, names: true);
        };
        // The event buffer overflowed; the comparison after it settles finds the changes.
        watcher.Error += (_, _) => Note(folder, names: true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    void Note(string path, bool names)
    {
        lock (gate)
        {
            changed.Add(Path.GetRelativePath(site.Folder, path).Replace(Path.DirectorySeparatorChar, '/'));
            listsToo |= names;
        }

        signal.Release();
    }

    /// <summary>Whatever fails, the next change is followed.</summary>
    async Task Run()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await FollowAll();
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The preview has ended.
            }
            catch (Exception e)
            {
                unreviewed.Clear();
                site.Fail(e);
            }
        }
    }

    async Task FollowAll()
    {
        while (true)
        {
            // The first comparison finds what has changed before the watchers were started.
            while (await signal.WaitAsync(Settled, ending.Token))
                await Follow();
            if (!site.IsTrue())
                await Follow();
            site.Review(unreviewed, isHurried: () => signal.CurrentCount > 0);
            unreviewed.Clear();
            await signal.WaitAsync(ending.Token);
            await Follow();
        }
    }

    /// <summary>Half a file has errors that its next write mends, so new errors wait before they are announced.</summary>
    async Task Follow()
    {
        do
        {
            await Gather();
            Refresh();
        }
        while (!Errors(site.State).IsSubsetOf(Errors(site.Announced)) && await signal.WaitAsync(patience, ending.Token));
        site.Announce();
    }

    static HashSet<string> Errors(PreviewState state) =>
        [.. state.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(DiagnosticPrinter.Text)];

    async Task Gather()
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < LongestGathering && await signal.WaitAsync(Quiet, ending.Token))
        {
            // Another change came.
        }
    }

    void Refresh()
    {
        string[] paths;
        bool names;
        lock (gate)
        {
            paths = [.. changed];
            names = listsToo;
            changed.Clear();
            listsToo = false;
        }

        unreviewed.UnionWith(paths);
        site.Refresh(paths, names);
    }

    public void Dispose()
    {
        dueTimer.Dispose();
        root.Dispose();
        lock (watchers)
        {
            foreach (var watcher in watchers.Values)
                watcher.Dispose();
        }

        ending.Cancel();
        loop.Wait(TimeSpan.FromSeconds(2));
        signal.Dispose();
        ending.Dispose();
    }
}
