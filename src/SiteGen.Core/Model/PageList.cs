using SiteGen.Core.Configuration;

namespace SiteGen.Core.Model;

/// <summary>A list of pages with its address: a row of the table of lists, or one group of a grouped row (a tag, a year).</summary>
/// <param name="Group">The group's name as people read it; null for a list that is not grouped.</param>
/// <param name="Key">The group's value in one spelling, for look-ups; empty when not grouped.</param>
/// <param name="Pages">In the row's order.</param>
public sealed record PageList(ListDefinition Definition, string? Group, string Key, UrlPath Path, Page[] Pages)
{
    public string Title => Group ?? Definition.Title;

    /// <summary>The list at the root is the home page, whatever its layout.</summary>
    public ListKind Kind => Path == UrlPath.Root ? ListKind.Home : Definition.Kind;

    /// <summary>The feed beside the list; null when the row has none.</summary>
    public UrlPath? FeedPath => Definition.Feed ? Path.Child("rss.xml") : null;

    /// <summary>The index of a page; negative when the list does not have it.</summary>
    public int IndexOf(Page page) => order is null ? Array.IndexOf(Pages, page) : Array.BinarySearch(Pages, page, order);

    public bool IsNewestFirst => order?.IsNewestFirst == true;

    readonly PageOrder? order = PageOrder.Parse(Definition.Order);
}

/// <summary>A grouped row: a taxonomy, the years, the author's own.</summary>
/// <param name="IndexPath">The page that shows all groups; null when there is none.</param>
/// <param name="Lists">In Korean order of their names; years and months newest first.</param>
public sealed record Grouping(ListDefinition Definition, UrlPath? IndexPath, IReadOnlyList<PageList> Lists)
{
    public string Name => Definition.Name;

    readonly Dictionary<string, PageList> byKey = Lists.ToDictionary(list => list.Key, StringComparer.Ordinal);

    /// <summary>The list of a value in any of its spellings; null when no listed page has it.</summary>
    public PageList? Find(string value) => byKey.GetValueOrDefault(Taxonomies.KeyOf(value));
}
