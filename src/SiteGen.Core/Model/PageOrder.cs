using SiteGen.Core.Korean;

namespace SiteGen.Core.Model;

/// <summary>An order of pages such as <c>date desc</c>. Equal pages are ordered by path; pages without a value come last.</summary>
public sealed class PageOrder : IComparer<Page>
{
    public static readonly PageOrder NewestFirst = new("date", descending: true);

    readonly bool descending;

    PageOrder(string field, bool descending) => (Field, this.descending) = (field, descending);

    /// <summary>Reads "field", "field asc" or "field desc"; a date alone is newest first.</summary>
    public static PageOrder? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var field] => new PageOrder(field, field is "date" or "updated"),
            [var field, "asc"] => new PageOrder(field, descending: false),
            [var field, "desc"] => new PageOrder(field, descending: true),
            _ => null,
        };
    }

    public string Field { get; }

    public bool IsNewestFirst => Field == "date" && descending;

    public int Compare(Page? x, Page? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null)
            return 0;
        var order = Field switch
        {
            "date" => ByValue(x.Date, y.Date),
            "updated" => ByValue(x.Modified, y.Modified),
            "weight" => ByValue<int>(x.FrontMatter.Weight, y.FrontMatter.Weight),
            _ => ByText(PageField.Values(x, Field), PageField.Values(y, Field)),
        };
        return order != 0 ? order : string.CompareOrdinal(x.Path.Value, y.Path.Value);
    }

    int ByValue<T>(T? x, T? y)
        where T : struct, IComparable<T> =>
        x is null || y is null ? (x is null).CompareTo(y is null) : Directed(x.Value.CompareTo(y.Value));

    int ByText(IReadOnlyList<string> x, IReadOnlyList<string> y) =>
        x.Count == 0 || y.Count == 0 ? (x.Count == 0).CompareTo(y.Count == 0) : Directed(SortKey.Compare(x[0], y[0]));

    int Directed(int order) => descending ? -order : order;
}
