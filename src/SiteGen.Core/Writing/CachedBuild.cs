using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Writing;

/// <summary>What a build was made of and what it made, as it is kept in the output folder for the next one.</summary>
/// <param name="Folders">Folders of the site as they were listed.</param>
/// <param name="Reads">Every file that was read.</param>
/// <param name="Documents">In ordinal order of path; others are told by their places in it.</param>
/// <param name="Routes">By output file.</param>
/// <param name="Texts">Pages whose Markdown was complained of, or is made of more than itself.</param>
/// <param name="Terms">By the places of documents, what terms their texts explain; null where nobody knows.</param>
/// <param name="PlanComplaints">What was said before anything was rendered.</param>
sealed record CachedBuild(
    CachedSpan Span,
    IReadOnlyDictionary<string, IReadOnlyList<SiteFile>> Folders,
    IReadOnlyDictionary<string, ContentHash> Reads,
    IReadOnlyList<CachedDocument> Documents,
    IReadOnlyDictionary<string, CachedRoute> Routes,
    IReadOnlyList<CachedText> Texts,
    IReadOnlyList<IReadOnlyList<KnownTerm>?> Terms,
    IReadOnlyList<CachedWarning> PlanComplaints,
    BuildSummary Summary);

/// <summary>The instants, in ticks of UTC, between which no document becomes due or expires.</summary>
/// <param name="Now">The build's own.</param>
/// <param name="From">The first of them.</param>
/// <param name="Until">The first that is none of them.</param>
sealed record CachedSpan(long Now, long From, long Until);

/// <param name="Path">As the disk spells it.</param>
/// <param name="FrontMatter">Of all that stands before the body.</param>
sealed record CachedDocument(string Path, ContentHash FrontMatter);

/// <param name="Documents">Places of the documents whose texts were used.</param>
sealed record CachedDependencies(bool OfAll, bool OfClock, IReadOnlyList<int> Documents, IReadOnlyList<CachedMentions> Mentions);

/// <param name="Person">The address of their list.</param>
/// <param name="Posts">Of the places of the posts that speak of them.</param>
sealed record CachedMentions(string Person, ContentHash Posts);

sealed record CachedRoute(FileStamp Stamp, CachedDependencies Uses, IReadOnlyList<CachedWarning> Complaints);

/// <param name="Document">The place of the page's document.</param>
sealed record CachedText(int Document, CachedDependencies Uses, IReadOnlyList<CachedWarning> Complaints);

/// <summary>A warning; errors leave no record.</summary>
sealed record CachedWarning(string Rule, Message Message, CachedPlace Place, Message? Hint, IReadOnlyList<CachedNote> Notes);

sealed record CachedNote(Message Message, CachedPlace Place);

/// <param name="Path">As it is shown to people; empty for nowhere.</param>
/// <param name="Offset">−1 for the file as a whole.</param>
readonly record struct CachedPlace(string Path, int Offset);

/// <summary>What a build has to say of the site when all went well.</summary>
/// <param name="Pages">HTML pages.</param>
/// <param name="Files">Of the output.</param>
/// <param name="Language">In which the site's author is told of mistakes; null for any.</param>
sealed record BuildSummary(int Pages, int Posts, int Files, MessageLanguage? Language, IReadOnlyList<UnpublishedDocument> Unpublished);
