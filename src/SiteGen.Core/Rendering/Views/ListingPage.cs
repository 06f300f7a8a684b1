using SiteGen.Core.Configuration;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Rendering.Views;

/// <summary>A breadcrumb.</summary>
public sealed record Crumb(string Title, UrlPath Path);

/// <summary>A page without a document: a list, an index, the search page.</summary>
/// <param name="Name">Its kind in templates: home, term, taxonomy, archive, list, search, 404, or the author's own layout.</param>
public sealed record ListingPage(string Name, string Title, Route Route, PageList? List, Grouping? Grouping, Paginator? Paginator)
{
    public bool IsHome => List?.Kind == ListKind.Home;

    /// <summary>Search engines see it: any page but the one for missing addresses.</summary>
    public bool IsIndexed => Route is not LayoutRoute { IsIndexed: false };
}

/// <summary>A year of the archive with its months, newest first.</summary>
public sealed record ArchiveYear(PageList List, IReadOnlyList<PageList> Months);
