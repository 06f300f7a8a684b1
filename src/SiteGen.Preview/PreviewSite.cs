using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;

namespace SiteGen.Preview;

/// <summary>The site as its files stand now: made anew after each change, from documents of which only the changed ones are read.</summary>
public sealed class PreviewSite
{
    readonly PreviewFiles files;
    readonly DocumentCache documents = new();
    readonly TimeProvider time;
    readonly Lock gate = new();
    BuildOptions options;
    volatile PreviewState state;
    volatile PreviewState announced;

    /// <param name="folder">The site's folder.</param>
    /// <param name="options">As for a build; <see cref="BuildOptions.Now"/> stays as it is unless <paramref name="time"/> goes on.</param>
    /// <param name="time">What "now" is at each change; null for always the options' own.</param>
    public PreviewSite(string folder, BuildOptions options, TimeProvider? time)
    {
        files = new PreviewFiles(new DiskFiles(folder));
        this.options = options;
        this.time = time ?? new FixedTime(options.Now);
        Folder = folder;
        announced = state = Make(1);
    }

    public string Folder { get; }

    public PreviewState State => state;

    /// <summary>Called with a state that readers are to know of.</summary>
    public event Action<PreviewState>? Changed;

    public void Announce()
    {
        announced = state;
        Changed?.Invoke(announced);
    }

    public bool ShowsDrafts => options.Drafts;

    /// <summary>Drafts, posts of later dates, and unlisted ones in lists: shown or not.</summary>
    public void ShowDrafts(bool shown)
    {
        lock (gate)
            options = options with { Drafts = shown, Future = shown, Unlisted = shown };
        Refresh([], listsToo: false);
        Announce();
    }

    /// <summary>Reads these files again, in any case.</summary>
    /// <param name="paths">Relative to the site's folder, as the disk spells them.</param>
    /// <param name="listsToo">Files have come or gone, or it is not known.</param>
    public void Refresh(IReadOnlyCollection<string> paths, bool listsToo)
    {
        lock (gate)
        {
            var complaining = state.Complaining;
            state = Rewritten(paths, listsToo) ?? Remade(paths, listsToo);
            // What only rendering finds is not mended because nobody has looked again.
            foreach (var file in complaining)
            {
                if (state.Find(file) is { } route)
                    state.Render(route);
            }
        }
    }

    /// <summary>Renders the pages of these documents, since a mistake is to be told also when nobody has its page open.</summary>
    /// <param name="isHurried">Whether something else is to be done first.</param>
    public void Review(IReadOnlySet<string> paths, Func<bool> isHurried)
    {
        var now = state;
        foreach (var route in now.Plan.Routes.OfType<PageRoute>().Where(route => paths.Contains(route.Page.Document.File.DiskPath)))
        {
            if (isHurried())
                return;
            now.Render(route);
        }
    }

    /// <summary>Everything anew.</summary>
    public void Rebuild()
    {
        documents.Clear();
        Refresh([], listsToo: true);
        Announce();
    }

    /// <summary>Looks whether the files are what the state was made of, since a watcher may miss a change. Where they are not, the state is made anew, and it says false.</summary>
    public bool IsTrue()
    {
        lock (gate)
        {
            var changed = files.Changed();
            if (changed.Count == 0 && !files.HasOtherFiles())
                return true;
            Refresh(changed, listsToo: true);
            return false;
        }
    }


    /// <summary>Whether a post has become due or expired since the state was made.</summary>
    public bool IsOverdue() => state.NextDue <= time.GetUtcNow();

    /// <summary>The next state where only texts were written anew, which is nearly always; null otherwise.</summary>
    PreviewState? Rewritten(IReadOnlyCollection<string> paths, bool listsToo)
    {
        if (listsToo && files.HasOtherFiles())
            return null;
        // Editors that write a new file and rename it tell of names that have come and gone.
        var read = paths.Where(files.IsListed).ToArray();
        return read.Length > 0 && SiteBuilder.Replan(state.Plan, files, read, time.GetUtcNow(), documents) is { } plan ? state.Next(plan) : null;
    }

    PreviewState Remade(IReadOnlyCollection<string> paths, bool listsToo)
    {
        foreach (var path in paths)
            documents.Forget(path);
        if (listsToo)
            files.ForgetLists();
        return Make(state.Version + 1);
    }

    PreviewState Make(int version)
    {
        var diagnostics = new DiagnosticBag();
        return new PreviewState(version, SiteBuilder.Plan(files, options with { Now = time.GetUtcNow() }, documents, diagnostics), diagnostics, Found);
    }

    /// <summary>Readers of a state that they know hear of what was found in it since.</summary>
    void Found(PreviewState one)
    {
        if (ReferenceEquals(one, announced))
            Announce();
    }

    sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
