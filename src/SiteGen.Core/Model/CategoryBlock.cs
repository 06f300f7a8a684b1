using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>A row of the category block: a page of this site, or an entry of the old blog.</summary>
public sealed record BlockEntry(Page? Page, CategoryLink? Link)
{
    public DateTimeOffset Date => Page?.Date ?? Link!.Date;
}

/// <summary>The block below a post: <c>'…' 카테고리의 다른 글</c>.</summary>
public static class CategoryBlock
{
    /// <summary>The nearest entries around a page in its category, newest first, the page itself left out.</summary>
    public static IReadOnlyList<BlockEntry> Around(Page page, PageList category, IReadOnlyList<CategoryLink> links, int count)
    {
        var at = category.IndexOf(page);
        var near = category.Pages.Take(Math.Max(0, at - count)..Math.Max(0, at + count + 1)).Select(other => new BlockEntry(other, null));
        // The sort is stable: within a day pages come first, then old entries in the order of their file.
        var entries = near.Concat(links.Select(link => new BlockEntry(null, link))).OrderByDescending(entry => entry.Date).ToList();
        at = entries.FindIndex(entry => ReferenceEquals(entry.Page, page));
        var first = Math.Max(0, Math.Min(at - count / 2, entries.Count - count - 1));
        return entries.Skip(first).Take(count + 1).Where(entry => !ReferenceEquals(entry.Page, page)).Take(count).ToArray();
    }
}
