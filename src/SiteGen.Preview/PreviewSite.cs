using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;

namespace SiteGen.Preview;

/// <summary>The site as its files are now. It is planned anew after each change, but only changed documents are read.</summary>
public sealed class PreviewSite
{
    readonly PreviewFiles files;
    readonly DocumentCache documents = new();
    readonly Lock gate = new();
    BuildOptions options;
    volatile PreviewState state;
    volatile PreviewState announced;

    /// <summary>A refresh has failed, so what is kept of the files may be half of a change.</summary>
    volatile bool isLost;

    /// <param name="time">The clock; null keeps the time of the options.</param>
    public PreviewSite(string folder, BuildOptions options, TimeProvider? time)
    {
        files = new PreviewFiles(new DiskFiles(folder));
        this.options = options;
        Time = time ?? new FixedTime(options.Now);
        Folder = folder;
        announced = state = Plan(1);
    }

    public string Folder { get; }

    public TimeProvider Time { get; }

    public PreviewState State => state;

    /// <summary>The last state that <see cref="Changed"/> was raised for.</summary>
    internal PreviewState Announced => announced;

    /// <summary>Raised for a state that pages should reload for.</summary>
    public event Action<PreviewState>? Changed;

    public void Announce()
    {
        announced = state;
        try
        {
            Changed?.Invoke(announced);
        }
        catch (Exception e)
        {
            // The console may be closed; pages still show it.
            announced.NoteFault(e);
        }
    }

    /// <summary>Shows a fault of ours in the console and the panel. The next refresh reads everything again.</summary>
    internal void Fail(Exception fault)
    {
        isLost = true;
        if (state.NoteFault(fault))
            Announce();
    }

    public bool ShowsDrafts => options.Drafts;

    /// <summary>Shows or hides drafts, posts of later dates, and unlisted ones in lists.</summary>
    public void ShowDrafts(bool shown)
    {
        lock (gate)
            options = options with { Drafts = shown, Future = shown, Unlisted = shown };
        Refresh([], listsToo: false);
        Announce();
    }

    /// <summary>Reads these files again.</summary>
    /// <param name="paths">Relative to the site's folder, as the disk spells them.</param>
    /// <param name="listsToo">Files may have been added or removed.</param>
    public void Refresh(IReadOnlyCollection<string> paths, bool listsToo)
    {
        lock (gate)
        {
            try
            {
                var failed = state.FilesWithDiagnostics;
                state = (isLost ? null : Rewritten(paths, listsToo)) ?? Replanned(paths, listsToo || isLost);
                isLost = false;
                // Diagnostics of rendering last until the page is rendered without them.
                foreach (var route in failed.Select(state.Find).OfType<Route>())
                    state.Render(route);
            }
            catch (Exception e)
            {
                Fail(e);
            }
        }
    }

    /// <summary>Renders the pages of these documents, so that their errors are reported although no browser shows them.</summary>
    /// <param name="isHurried">Whether to stop early, because new changes wait.</param>
    public void Review(IReadOnlySet<string> paths, Func<bool> isHurried)
    {
        var current = state;
        var routes = current.Plan.Routes.OfType<PageRoute>().Where(route => paths.Contains(route.Page.Document.File.DiskPath));
        foreach (var route in routes.TakeWhile(_ => !isHurried()))
            current.Render(route);
    }

    public void Rebuild()
    {
        documents.Clear();
        Refresh([], listsToo: true);
        Announce();
    }

    /// <summary>Finds changes that a watcher missed. Returns false after refreshing for them.</summary>
    public bool IsTrue()
    {
        lock (gate)
        {
            var changed = isLost ? [] : files.Changed();
            if (!isLost && changed.Count == 0 && !files.HasOtherFiles())
                return true;
            Refresh(changed, listsToo: true);
            return false;
        }
    }

    /// <summary>Refreshes when a post has become due or expired since the state was planned.</summary>
    internal void RefreshWhenDue()
    {
        lock (gate)
        {
            if (state.NextDue > Time.GetUtcNow() || state.NextDue is null)
                return;
            Refresh([], listsToo: false);
            // A failed refresh is announced already, and tried again every second.
            if (isLost)
                return;
        }

        Announce();
    }

    /// <summary>The next state when only bodies have changed, which is the usual case; else null.</summary>
    PreviewState? Rewritten(IReadOnlyCollection<string> paths, bool listsToo)
    {
        if (listsToo && files.HasOtherFiles())
            return null;
        // Editors that write a new file and rename it report names that are gone already.
        var changed = paths.Where(files.IsListed).ToArray();
        if (changed.Length == 0 || SiteBuilder.Replan(state.Plan, files, changed, Time.GetUtcNow(), documents) is not { } plan)
            return null;
        return state.Next(plan);
    }

    PreviewState Replanned(IReadOnlyCollection<string> paths, bool listsToo)
    {
        if (isLost)
            documents.Clear();
        foreach (var path in paths)
            documents.Forget(path);
        if (listsToo)
            files.ForgetLists();
        return Plan(state.Version + 1);
    }

    PreviewState Plan(int version)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(files, options with { Now = Time.GetUtcNow() }, documents, diagnostics);
        return new PreviewState(version, plan, diagnostics, AnnounceAgain);
    }

    /// <summary>Announces a state again when rendering has added diagnostics to it.</summary>
    void AnnounceAgain(PreviewState one)
    {
        if (ReferenceEquals(one, announced))
            Announce();
    }

    sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
