using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Rendering.Views;

/// <summary>A link of the way back to the home page.</summary>
public sealed record Crumb(string Title, UrlPath Path);

/// <summary>A page that is no document: a list, an index, the search page.</summary>
/// <param name="Kind">The layout kind: home, term, taxonomy, archive, list, search, 404.</param>
public sealed record ListingPage(string Kind, string Title, Route Route, PageList? List, Grouping? Grouping, Paginator? Paginator);

/// <summary>A year of the archive with its months, newest first.</summary>
public sealed record ArchiveYear(PageList List, IReadOnlyList<PageList> Months);
