using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Glossary;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Incremental;

/// <summary>
/// Decides which routes are rendered again, and records what this build depends on. A route is kept only when front matter, theme,
/// configuration and data are the same, so that texts alone can make a difference.
/// </summary>
sealed class BuildCache
{
    readonly SiteRenderer renderer;
    readonly TrackedFiles files;
    readonly ContentHash basis;
    readonly CachedDocument[] documents;
    readonly Dictionary<Page, int> indexes = [];
    readonly CachedWarning[] planWarnings;
    readonly ConcurrentDictionary<string, CachedRoute> routes = new(StringComparer.Ordinal);

    /// <summary>Indexes of documents whose texts differ from those of the previous build.</summary>
    readonly HashSet<int> changed = [];

    /// <summary>By the addresses of their lists.</summary>
    readonly Dictionary<string, PageList> people;
    PreviousBuild? previous;

    /// <param name="files">Through which everything was read.</param>
    /// <param name="basis">What must be the same for the next build to use this one.</param>
    public BuildCache(SiteRenderer renderer, TrackedFiles files, ContentHash basis, PreviousBuild? previous)
    {
        (this.renderer, this.files, this.basis) = (renderer, files, basis);
        var site = renderer.Plan.Site;
        var all = site.All.Concat(site.Unpublished.Select(held => held.Page));
        Page[] pages = [.. all.OrderBy(page => page.Document.File.DiskPath, StringComparer.Ordinal)];
        documents = Array.ConvertAll(pages, page => new CachedDocument(page.Document.File.DiskPath, FrontMatterOf(page.Document)));
        for (var i = 0; i < pages.Length; i++)
            indexes[pages[i]] = i;
        // Two people with one address are an error of the plan, after which nothing is looked up here.
        people = site.PersonLists.DistinctBy(person => person.Path.Value, StringComparer.Ordinal)
            .ToDictionary(person => person.Path.Value, StringComparer.Ordinal);
        planWarnings = CachedWarnings.Of(renderer.Diagnostics.Sorted());
        // Changed front matter changes a document's hash; a new or deleted document moves the others.
        if (previous is null || renderer.Diagnostics.HasErrors
            || !previous.Build.Span.Contains(site.Now) || !previous.Build.Documents.SequenceEqual(documents))
            return;
        this.previous = previous;
        changed.UnionWith(Enumerable.Range(0, documents.Length).Where(i => previous.Changed.Contains(documents[i].Path)));
        // Dependencies are already transitive, except for those on all texts, which the second round finds.
        for (var round = 0; round < 2; round++)
            changed.UnionWith(previous.Build.Texts.Where(text => HasChanged(text.Dependencies)).Select(text => text.Document).ToArray());
    }

    /// <summary>Makes sure that no other build has written since the cache was read. Called while the output is claimed.</summary>
    /// <param name="existing">SiteGen's files in the output.</param>
    public void Confirm(IOutputFiles output, IReadOnlyDictionary<string, FileStamp> existing)
    {
        if (previous?.IsLast(output) == false)
            previous = null;
        if (previous is not null)
            renderer.Markup.Previous = new PreviousTexts(previous.Build, indexes, changed, output, existing);
    }

    /// <summary>True when rendering a route would give the file that exists. From any thread.</summary>
    /// <param name="existing">Of the file in the output, if SiteGen wrote it.</param>
    public bool Keeps(Route route, FileStamp existing)
    {
        if (previous?.Build.Routes.GetValueOrDefault(route.OutputFile) is not { } known
            || known.Stamp != existing || HasChanged(known.Dependencies))
            return false;
        routes[route.OutputFile] = known;
        return true;
    }

    /// <summary>Records a route that was rendered. From any thread.</summary>
    public void Add(Route route, FileStamp stamp, RenderDependencies dependencies) =>
        routes[route.OutputFile] = new CachedRoute(stamp, Cached(dependencies), CachedWarnings.Of(dependencies.Warnings));

    /// <summary>Repeats the warnings of texts and routes that were not rendered.</summary>
    public void RepeatWarnings(DiagnosticBag diagnostics)
    {
        if (previous is null)
            return;
        var kept = previous.Build.Routes.Where(route => routes.TryGetValue(route.Key, out var now) && ReferenceEquals(now, route.Value));
        var texts = KeptTexts().Where(IsShown()).SelectMany(text => text.Warnings);
        previous.Warnings.Repeat(texts.Concat(kept.SelectMany(route => route.Value.Warnings)), diagnostics);
    }

    /// <summary>Saves this build for the next one, unless something that it depends on is uncertain.</summary>
    public void Save(IOutputFiles output)
    {
        if (!files.IsWhole() || routes.Count != renderer.Routes.Count)
            return;
        var isShown = IsShown();
        var texts = KeptTexts().Select(text => isShown(text) ? text : text with { Warnings = [] }).ToList();
        foreach (var (page, index) in indexes)
        {
            if (renderer.Markup.UsesOf(page) is { } dependencies)
                texts.Add(new CachedText(index, Cached(dependencies), CachedWarnings.Of(dependencies.Warnings)));
        }

        var plan = renderer.Plan;
        var build = new CachedBuild(
            CachedSpan.Of(plan.Site), files.Lists, Reads(), documents, routes, texts, Terms(), planWarnings,
            BuildSummary.Of(plan, renderer.Diagnostics.Language));
        try
        {
            PreviousBuild.Save(output, BuildCacheFile.Write(build, basis));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The site is complete; the next build only takes longer.
        }
    }

    /// <summary>A mention is kept with the text that explains the term first, which the glossary shows. Other texts have its key.</summary>
    IReadOnlyList<KnownTerm>?[] Terms()
    {
        var terms = new IReadOnlyList<KnownTerm>?[documents.Length];
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in renderer.Plan.Site.Posts.AsEnumerable().Reverse())
        {
            var markup = renderer.Markup;
            var known = markup.DigestOf(page) is { } digest ? ContentCache.KnownTerms(digest) : markup.Previous?.Terms(page);
            terms[indexes[page]] = known?.Select(term => explained.Add(term.Key) ? term : term with { Mention = null }).ToArray();
        }

        return terms;
    }

    /// <summary>What this build read, and what routes that were not rendered had read: it was hashed again.</summary>
    IReadOnlyDictionary<string, ContentHash> Reads()
    {
        var reads = new Dictionary<string, ContentHash>(previous?.Build.Reads ?? files.Reads, StringComparer.Ordinal);
        foreach (var (path, hash) in files.Reads)
            reads[path] = hash;
        return reads;
    }

    /// <summary>Texts that have not changed and were not rendered in this build.</summary>
    IEnumerable<CachedText> KeptTexts()
    {
        if (previous is null)
            return [];
        var rendered = indexes.Where(page => renderer.Markup.DigestOf(page.Key) is not null).Select(page => page.Value).ToHashSet();
        return previous.Build.Texts.Where(text => !rendered.Contains(text.Document) && !changed.Contains(text.Document));
    }

    /// <summary>Texts that no route shows give no warnings.</summary>
    Func<CachedText, bool> IsShown()
    {
        if (routes.Values.Any(route => route.Dependencies.OfAll))
            return _ => true;
        var shown = routes.Values.SelectMany(route => route.Dependencies.Documents).ToHashSet();
        return text => shown.Contains(text.Document);
    }

    bool HasChanged(CachedDependencies dependencies) =>
        dependencies.OfAll && changed.Count > 0
        || dependencies.OfClock && previous!.Build.Span.Now != renderer.Plan.Site.Now.UtcTicks
        || dependencies.Documents.Any(changed.Contains)
        || dependencies.Mentions.Any(mentions => mentions.Posts != MentionsOf(people[mentions.Person]));

    ContentHash MentionsOf(PageList person) =>
        ContentHash.Of(MemoryMarshal.AsBytes<int>([.. renderer.MentionsOf(person).Select(page => indexes[page])]));

    /// <summary>A dependency on all texts includes those on single ones.</summary>
    CachedDependencies Cached(RenderDependencies dependencies) => new(
        dependencies.OfAll,
        dependencies.OfClock,
        dependencies.OfAll ? [] : [.. dependencies.Pages.Select(page => indexes[page]).Order()],
        [.. dependencies.Mentions.OrderBy(person => person.Path.Value, StringComparer.Ordinal)
            .Select(person => new CachedMentions(person.Path.Value, MentionsOf(person)))]);

    static ContentHash FrontMatterOf(Document document) => ContentHash.Of(MemoryMarshal.AsBytes(document.FrontMatterText));
}
