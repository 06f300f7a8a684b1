using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Writing;

/// <summary>
/// Knows which routes need not be rendered, since nothing that they were made of has changed, and writes down what the others are made of. A route may stay
/// only when front matter, theme, configuration and data are as they were, so that texts alone can make a difference.
/// </summary>
sealed class BuildCache
{
    readonly SiteRenderer renderer;
    readonly TrackedFiles log;
    readonly ContentHash basis;
    readonly BuildSummary summary;
    readonly CachedDocument[] documents;
    readonly Dictionary<Page, int> places = [];
    readonly CachedWarning[] planComplaints;
    readonly ConcurrentDictionary<string, CachedRoute> routes = new(StringComparer.Ordinal);
    readonly HashSet<int> touched = [];

    /// <summary>By the addresses of their lists.</summary>
    readonly Dictionary<string, PageList> people = new(StringComparer.Ordinal);
    PreviousBuild? earlier;

    /// <param name="log">Whatever the plan was made of was read through it.</param>
    /// <param name="earlier">The build that may be gone on from; null for none.</param>
    public BuildCache(SiteRenderer renderer, TrackedFiles log, ContentHash basis, BuildSummary summary, PreviousBuild? earlier)
    {
        (this.renderer, this.log, this.basis, this.summary) = (renderer, log, basis, summary);
        var site = renderer.Plan.Site;
        Page[] pages = [.. site.All.Concat(site.Unpublished.Select(held => held.Page)).OrderBy(page => page.Document.File.DiskPath, StringComparer.Ordinal)];
        documents = Array.ConvertAll(pages, page => new CachedDocument(page.Document.File.DiskPath, FrontMatterOf(page.Document)));
        for (var i = 0; i < pages.Length; i++)
            places[pages[i]] = i;
        foreach (var person in site.GroupingOf("people")?.Lists ?? [])
            people[person.Path.Value] = person;
        planComplaints = CachedWarnings.Of(renderer.Diagnostics.Sorted());
        // A document whose front matter has changed is no longer equal; one that is new or gone moves the others.
        if (earlier is null || renderer.Diagnostics.HasErrors || !earlier.IsDuring(site.Now) || !earlier.Record.Documents.SequenceEqual(documents))
            return;
        this.earlier = earlier;
        for (var i = 0; i < documents.Length; i++)
        {
            if (earlier.Changed.Contains(documents[i].Path))
                touched.Add(i);
        }

        // Texts that others are made of are told one by one, so one round finds them all; those made of all texts know only that any is another, perhaps one that stands behind them.
        for (var round = 0; round < 2; round++)
        {
            foreach (var text in earlier.Record.Texts)
            {
                if (IsTouched(text.Uses))
                    touched.Add(text.Document);
            }
        }
    }

    /// <summary>Called once nobody else writes into the output: another build may have been there since the record was read.</summary>
    /// <param name="standing">Our files there.</param>
    public void Confirm(IOutputFiles output, IReadOnlyDictionary<string, FileStamp> standing)
    {
        if (earlier?.IsLast(output) == false)
            earlier = null;
        if (earlier is not null)
            renderer.Markup.Earlier = new PreviousTexts(earlier.Record, places, touched, output, standing);
    }

    /// <summary>True when the file of a route stands as it was written and would be written again. From any thread.</summary>
    /// <param name="standing">Of the file in the output, if it is one of ours.</param>
    public bool Keeps(Route route, FileStamp standing)
    {
        if (earlier?.Record.Routes.GetValueOrDefault(route.OutputFile) is not { } known || known.Stamp != standing || IsTouched(known.Uses))
            return false;
        routes[route.OutputFile] = known;
        return true;
    }

    /// <summary>A route was rendered, and its file will stand in the output so. From any thread.</summary>
    public void Add(Route route, FileStamp stamp, RenderDependencies uses) =>
        routes[route.OutputFile] = new CachedRoute(stamp, Recorded(uses), CachedWarnings.Of(uses.Complaints));

    /// <summary>Says again what was said of the texts and routes that were not rendered.</summary>
    public void Repeat(DiagnosticBag diagnostics)
    {
        if (earlier is null)
            return;
        var complaints = earlier.Complaints();
        foreach (var text in KeptTexts().Where(IsShown()))
            complaints.Repeat(text.Complaints, diagnostics);
        foreach (var (file, route) in earlier.Record.Routes)
        {
            if (route.Complaints.Count > 0 && routes.TryGetValue(file, out var kept) && ReferenceEquals(kept, route))
                complaints.Repeat(route.Complaints, diagnostics);
        }
    }

    /// <summary>The record of this build as a file; null when it can't be told for certain what the build was made of.</summary>
    public byte[]? Record()
    {
        if (!System.Security.Cryptography.AesGcm.IsSupported || !log.IsWhole() || routes.Count != renderer.Routes.Count)
            return null;
        var isShown = IsShown();
        var texts = KeptTexts().Select(text => isShown(text) ? text : text with { Complaints = [] }).ToList();
        foreach (var (page, place) in places)
        {
            if (renderer.Markup.UsesOf(page) is { } uses)
                texts.Add(new CachedText(place, Recorded(uses), CachedWarnings.Of(uses.Complaints)));
        }

        return BuildCacheFile.Write(new CachedBuild(Span(), log.Lists, Reads(), documents, routes, texts, Terms(), planComplaints, summary), basis);
    }

    /// <summary>What each text says of a term is kept where it is the first to explain it, as the glossary shows it; the others only name it.</summary>
    IReadOnlyList<KnownTerm>?[] Terms()
    {
        var terms = new IReadOnlyList<KnownTerm>?[documents.Length];
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in renderer.Plan.Site.Posts.AsEnumerable().Reverse())
        {
            var known = renderer.Markup.DigestOf(page) is { } digest ? ContentCache.KnownTerms(digest) : renderer.Markup.Earlier?.Terms(page);
            terms[places[page]] = known?.Select(Named).ToArray();
        }

        return terms;

        KnownTerm Named(KnownTerm term)
        {
            if (explained.TryGetValue(term.Key, out var key))
                return new KnownTerm(key, null);
            explained.Add(term.Key);
            return term;
        }
    }

    /// <summary>What routes that were not rendered are made of was not read for them in this build, but it was seen to be as it was.</summary>
    IReadOnlyDictionary<string, ContentHash> Reads()
    {
        if (earlier is null)
            return log.Reads;
        var reads = new Dictionary<string, ContentHash>(log.Reads, StringComparer.Ordinal);
        foreach (var (path, hash) in earlier.Record.Reads)
            reads.TryAdd(path, hash);
        return reads;
    }

    CachedSpan Span()
    {
        var site = renderer.Plan.Site;
        var (now, from, until) = (site.Now.UtcTicks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks);
        foreach (var instant in site.PublicationTimes)
        {
            var ticks = instant.UtcTicks;
            if (ticks <= now)
                from = Math.Max(from, ticks);
            else
                until = Math.Min(until, ticks);
        }

        return new CachedSpan(now, from, until);
    }

    /// <summary>What was noted of texts that are as they were and were not rendered in this build.</summary>
    IEnumerable<CachedText> KeptTexts()
    {
        if (earlier is null)
            return [];
        var rendered = places.Where(page => renderer.Markup.DigestOf(page.Key) is not null).Select(page => page.Value).ToHashSet();
        return earlier.Record.Texts.Where(text => !rendered.Contains(text.Document) && !touched.Contains(text.Document));
    }

    /// <summary>A text that nobody shows any more is not complained of either.</summary>
    Func<CachedText, bool> IsShown()
    {
        if (routes.Values.Any(route => route.Uses.OfAll))
            return _ => true;
        var shown = routes.Values.SelectMany(route => route.Uses.Documents).ToHashSet();
        return text => shown.Contains(text.Document);
    }

    bool IsTouched(CachedDependencies uses)
    {
        if (uses.OfAll && touched.Count > 0 || uses.OfClock && earlier!.Record.Span.Now != renderer.Plan.Site.Now.UtcTicks)
            return true;
        foreach (var document in uses.Documents)
        {
            if (touched.Contains(document))
                return true;
        }

        return uses.Mentions.Any(mentions => mentions.Posts != MentionsOf(mentions.Person));
    }

    ContentHash MentionsOf(string person) => MentionsOf(people[person]);

    ContentHash MentionsOf(PageList person) => ContentHash.Of(MemoryMarshal.AsBytes<int>([.. renderer.MentionsOf(person).Select(page => places[page])]));

    /// <summary>Where a route uses all texts anyway, it need not be told which.</summary>
    CachedDependencies Recorded(RenderDependencies uses) =>
        new(uses.OfAll, uses.OfClock, uses.OfAll ? [] : [.. uses.Pages.Select(page => places[page]).Order()],
            [.. uses.Mentions.Select(person => new CachedMentions(person.Path.Value, MentionsOf(person))).OrderBy(mentions => mentions.Person, StringComparer.Ordinal)]);

    static ContentHash FrontMatterOf(Document document) => ContentHash.Of(MemoryMarshal.AsBytes(document.Source.Text.AsSpan(0, document.BodyStart)));
}
