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

    readonly PreviewSite site;
    readonly List<FileSystemWatcher> watchers = [];
    readonly HashSet<string> changed = new(StringComparer.Ordinal);
    readonly SemaphoreSlim signal = new(0);
    readonly CancellationTokenSource ending = new();
    readonly Lock gate = new();
    readonly Task loop;
    bool listsToo;
    bool toldOfErrors;

    public SiteWatcher(PreviewSite site)
    {
        this.site = site;
        foreach (var folder in new[] { "content", "themes" })
        {
            if (FolderRules.IsFolder(Path.Combine(site.Folder, folder)))
                watchers.Add(Watch(Path.Combine(site.Folder, folder)));
        }

        loop = Task.Run(Run);
    }

    FileSystemWatcher Watch(string folder)
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
                await signal.WaitAsync(ending.Token).ConfigureAwait(false);
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
        while (site.State.HasErrors && !toldOfErrors && await signal.WaitAsync(Patience, ending.Token).ConfigureAwait(false));
        Tell();
    }

    void Tell()
    {
        toldOfErrors = site.State.HasErrors;
        site.Announce();
    }

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

        site.Refresh(paths, names);
    }

    public void Dispose()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
        ending.Cancel();
        loop.Wait(TimeSpan.FromSeconds(2));
        signal.Dispose();
        ending.Dispose();
    }
}
