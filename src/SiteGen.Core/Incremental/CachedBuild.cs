using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Glossary;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Incremental;

/// <summary>What a build read and wrote, as the next one needs it.</summary>
/// <param name="Folders">Listings of the site's folders.</param>
/// <param name="Reads">Every file that was read.</param>
/// <param name="Documents">In ordinal order of path; other members refer to their indexes.</param>
/// <param name="Routes">By output file.</param>
/// <param name="Texts">Pages whose Markdown gave warnings or depends on other texts.</param>
/// <param name="Terms">By document, the terms that its text explains; null where they are unknown.</param>
/// <param name="PlanWarnings">Warnings of the stages before rendering.</param>
sealed record CachedBuild(
    CachedSpan Span,
    IReadOnlyDictionary<string, IReadOnlyList<SiteFile>> Folders,
    IReadOnlyDictionary<string, ContentHash> Reads,
    IReadOnlyList<CachedDocument> Documents,
    IReadOnlyDictionary<string, CachedRoute> Routes,
    IReadOnlyList<CachedText> Texts,
    IReadOnlyList<IReadOnlyList<KnownTerm>?> Terms,
    IReadOnlyList<CachedWarning> PlanWarnings,
    BuildSummary Summary);

/// <summary>The build's time, and the interval around it in which no document becomes due or expires, in ticks of UTC.</summary>
/// <param name="Until">Exclusive.</param>
sealed record CachedSpan(long Now, long From, long Until)
{
    public static CachedSpan Of(Site site)
    {
        var now = site.Now.UtcTicks;
        var times = site.PublicationTimes.Select(time => time.UtcTicks).ToLookup(time => time <= now);
        return new CachedSpan(now, times[true].DefaultIfEmpty(long.MinValue).Max(), times[false].DefaultIfEmpty(long.MaxValue).Min());
    }

    public bool Contains(DateTimeOffset now) => now.UtcTicks >= From && now.UtcTicks < Until;
}

/// <param name="Path">As on disk.</param>
/// <param name="FrontMatter">Hash of everything before the body.</param>
sealed record CachedDocument(string Path, ContentHash FrontMatter);

/// <param name="Documents">Indexes of the documents whose texts were used.</param>
sealed record CachedDependencies(bool OfAll, bool OfClock, IReadOnlyList<int> Documents, IReadOnlyList<CachedMentions> Mentions);

/// <param name="Person">The address of the person's list.</param>
/// <param name="Posts">Hash of the indexes of mentioning posts.</param>
sealed record CachedMentions(string Person, ContentHash Posts);

sealed record CachedRoute(FileStamp Stamp, CachedDependencies Dependencies, IReadOnlyList<CachedWarning> Warnings);

/// <param name="Document">The index of the page's document.</param>
sealed record CachedText(int Document, CachedDependencies Dependencies, IReadOnlyList<CachedWarning> Warnings);

/// <summary>A warning. A build with errors leaves no cache.</summary>
sealed record CachedWarning(string Rule, Message Message, CachedPlace Place, Message? Hint, IReadOnlyList<CachedNote> Notes);

sealed record CachedNote(Message Message, CachedPlace Place);

/// <param name="Path">As it is printed; empty for no file.</param>
/// <param name="Offset">−1 for the file as a whole.</param>
readonly record struct CachedPlace(string Path, int Offset);

/// <summary>The result of a build without errors.</summary>
/// <param name="Pages">HTML pages.</param>
/// <param name="Files">Files of the output.</param>
/// <param name="Language">Of messages; null where the site doesn't say.</param>
sealed record BuildSummary(int Pages, int Posts, int Files, MessageLanguage? Language, IReadOnlyList<UnpublishedDocument> Unpublished)
{
    public static BuildSummary Of(RoutePlan plan, MessageLanguage? language) => new(
        plan.Routes.Count(route => route.IsInSitemap || route is PageRoute or LayoutRoute),
        plan.Site.All.Count(page => page.IsPost),
        plan.Routes.Count,
        language,
        [.. plan.Site.Unpublished.Select(UnpublishedDocument.Of)]);
}
