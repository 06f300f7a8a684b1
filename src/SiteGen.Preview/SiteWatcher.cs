using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Preview;

/// <summary>
/// Tells a site of changes in its folder. An editor saves in several steps and a checkout touches hundreds of files, so changes are gathered while they come
/// thick; one alone waits no longer than a screen takes to draw.
/// </summary>
public sealed class SiteWatcher : IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(12);
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>After this the disk itself is asked whether anything was missed.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(300);

    /// <summary>How often it is asked whether a post has become due.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>What a site is made of.</summary>
    static readonly string[] Folders = ["content", "themes"];

    readonly PreviewSite site;
    readonly FileSystemWatcher root;
    readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    readonly HashSet<string> changed = new(StringComparer.Ordinal);
    readonly HashSet<string> unreviewed = new(StringComparer.Ordinal);
    readonly SemaphoreSlim signal = new(0);
    readonly CancellationTokenSource ending = new();
    readonly Lock gate = new();
    readonly Task loop;
    bool listsToo;
    HashSet<string> told;

    public SiteWatcher(PreviewSite site)
    {
        this.site = site;
        told = Errors();
        root = new FileSystemWatcher(site.Folder) { NotifyFilter = NotifyFilters.DirectoryName };
        root.Created += (_, e) => WatchAnew(e.Name);
        root.Deleted += (_, e) => WatchAnew(e.Name);
        root.Renamed += (_, e) =>
        {
            WatchAnew(e.OldName);
            WatchAnew(e.Name);
        };
        root.EnableRaisingEvents = true;
        foreach (var folder in Folders)
            Watch(folder);
        loop = Task.Run(Run);
    }

    /// <summary>One of the site's own folders has come or gone, as when another branch is checked out.</summary>
    void WatchAnew(string? name)
    {
        if (!Folders.Contains(name))
            return;
        try
        {
            Watch(name!);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // It is gone already; when it comes again, that is told again.
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
        // More happened than could be told: the settled look finds it.
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

    async Task Run()
    {
        try
        {
            while (true)
            {
                // The first time, what has changed since the site was read, before anybody watched, is found so.
                while (await signal.WaitAsync(Settled, ending.Token).ConfigureAwait(false))
                    await Follow().ConfigureAwait(false);
                if (!site.IsTrue())
                    Tell();
                site.Review(unreviewed, isHurried: () => signal.CurrentCount > 0);
                unreviewed.Clear();
                while (!await signal.WaitAsync(Tick, ending.Token).ConfigureAwait(false) && !site.IsOverdue())
                {
                    // Nothing has happened.
                }

                await Follow().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The preview has ended.
        }
    }

    /// <summary>Half a file is a file with mistakes; the next step of the same save mends it before anybody is told.</summary>
    async Task Follow()
    {
        do
        {
            await Gather().ConfigureAwait(false);
            Refresh();
        }
        while (!Errors().IsSubsetOf(told) && await signal.WaitAsync(Patience, ending.Token).ConfigureAwait(false));
        Tell();
    }

    void Tell()
    {
        told = Errors();
        site.Announce();
    }

    HashSet<string> Errors() => [.. site.State.Diagnostics.Where(one => one.Severity == Severity.Error).Select(DiagnosticPrinter.Text)];

    /// <summary>Waits until nothing has come for a moment, but not for ever.</summary>
    async Task Gather()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Longest && await signal.WaitAsync(Quiet, ending.Token).ConfigureAwait(false))
        {
            // Another one came.
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
