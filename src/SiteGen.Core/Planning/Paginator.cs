using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>One page of a list cut into pages.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Pages">The list's pages on this one.</param>
public sealed record Paginator(PageList List, int Number, int TotalPages, IReadOnlyList<Page> Pages)
{
    /// <summary>All pages of a list, at least one.</summary>
    public static IEnumerable<Paginator> Of(PageList list, int sitePageSize)
    {
        var size = list.Definition.PageSize > 0 ? list.Definition.PageSize : sitePageSize;
        var total = Math.Max(1, (list.Pages.Length + size - 1) / size);
        for (var number = 1; number <= total; number++)
        {
            var start = (number - 1) * size;
            yield return new Paginator(list, number, total,
                new ArraySegment<Page>(list.Pages, start, Math.Min(size, list.Pages.Length - start)));
        }
    }

    public UrlPath PathOf(int number) => List.Path.Paged(number);
}
