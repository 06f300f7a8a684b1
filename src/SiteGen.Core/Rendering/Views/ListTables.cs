using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.People.Views;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>taxonomy</c>, <c>term</c> and <c>archive</c> in templates.</summary>
static class ListTables
{
    public static readonly MemberTable<Grouping, SiteViews> Grouping = new MemberTable<Grouping, SiteViews>()
        .Add("name", (grouping, _) => grouping.Name)
        .Add("title", (grouping, views) => views.Titles.Of(grouping))
        .Add("url", (grouping, views) => grouping.IndexPath is { } path ? views.Permalink.Href(path) : null)
        .Add("terms", (grouping, views) => views.Terms(grouping.Lists));

    public static readonly MemberTable<PageList, SiteViews> Term = new MemberTable<PageList, SiteViews>()
        .Add("name", (term, _) => term.Title)
        .Add("title", (term, views) => views.Titles.Of(term))
        .Add("url", (term, views) => views.Permalink.Href(term.Path))
        .Add("permalink", (term, views) => views.Permalink.Absolute(term.Path))
        .Add("count", (term, _) => term.Pages.Length)
        .Add("initial", (term, _) => Hangul.IndexKey(term.Title))
        .Add("feed_url", (term, views) => term.FeedPath is { } feed ? views.Permalink.Href(feed) : null)
        .Add("posts", (term, views) => views.Pages(term.Pages))
        .Add("person", (term, views) =>
            PersonView.Of(term.Definition.Name == Taxonomies.People ? views.Site.People.Find(term.Title) : null, views.Permalink))
        .Add("mentions", (term, views) => views.Pages(views.MentionsOf(term)))
        .Add("links", (term, views) => SiteViews.Each(
            term.Definition.Name == Taxonomies.Categories ? views.Site.CategoryLinks.GetValueOrDefault(term.Key, []) : [],
            link => Link(link, views)));

    static readonly MemberTable<PageList, SiteViews> Month = new MemberTable<PageList, SiteViews>()
        .Add("month", (month, _) => month.Pages[0].Date!.Value.Month)
        .Add("title", (month, views) => views.Titles.Of(month))
        .Add("url", (month, views) => views.Permalink.Href(month.Path))
        .Add("count", (month, _) => month.Pages.Length);

    static readonly MemberTable<ArchiveYear, SiteViews> Year = new MemberTable<ArchiveYear, SiteViews>()
        .Add("year", (year, _) => year.List.Pages[0].Date!.Value.Year)
        .Add("title", (year, views) => views.Titles.Of(year.List))
        .Add("url", (year, views) => views.Permalink.Href(year.List.Path))
        .Add("count", (year, _) => year.List.Pages.Length)
        .Add("months", (year, views) => SiteViews.Each(year.Months, month => new View<PageList, SiteViews>(month, views, Month)));

    public static readonly MemberTable<PageList, SiteViews> Archive = new MemberTable<PageList, SiteViews>()
        .Add("title", (list, views) => views.Titles.Of(list))
        .Add("year", (list, _) => list.Definition.IsByDate ? list.Pages[0].Date!.Value.Year : null)
        .Add("month", (list, _) => list.Definition.GroupBy is "month" ? list.Pages[0].Date!.Value.Month : null)
        .Add("url", (list, views) => views.Permalink.Href(list.Path))
        .Add("years", (_, views) => SiteViews.Each(views.Years, year => new View<ArchiveYear, SiteViews>(year, views, Year)));

    public static object? Link(CategoryLink link, SiteViews views) => SiteViews.Object(
        ("title", link.Title),
        ("url", link.Url is { Length: > 0 } url ? views.Permalink.HrefOf(url) : null),
        ("date", SiteViews.Date(link.Date)),
        ("comments", link.Comments is { } comments ? comments : null),
        ("current", false));
}

/// <summary><c>paginator</c> in templates.</summary>
static class PaginatorTable
{
    public static readonly MemberTable<Paginator, SiteViews> Table = new MemberTable<Paginator, SiteViews>()
        .Add("pages", (paginator, views) => views.Pages(paginator.Pages))
        .Add("number", (paginator, _) => paginator.Number)
        .Add("total_pages", (paginator, _) => paginator.TotalPages)
        .Add("total", (paginator, _) => paginator.List.Pages.Length)
        .Add("url", (paginator, views) => views.Permalink.Href(paginator.PathOf(paginator.Number)))
        .Add("prev_url", (paginator, views) => paginator.Number > 1 ? views.Permalink.Href(paginator.PathOf(paginator.Number - 1)) : null)
        .Add("next_url", (paginator, views) => paginator.Number < paginator.TotalPages
            ? views.Permalink.Href(paginator.PathOf(paginator.Number + 1))
            : null)
        .Add("first_url", (paginator, views) => views.Permalink.Href(paginator.PathOf(1)))
        .Add("last_url", (paginator, views) => views.Permalink.Href(paginator.PathOf(paginator.TotalPages)))
        .Add("pagers", (paginator, views) => Pagers(Enumerable.Range(1, paginator.TotalPages).ToArray(), paginator, views))
        .Add("window", (paginator, views) => Pagers(Window(paginator), paginator, views));

    /// <summary>The first, the last, and two on both sides of the page that is shown; 0 where pages are left out.</summary>
    static int[] Window(Paginator paginator)
    {
        var window = new List<int> { 1 };
        for (var number = Math.Max(2, paginator.Number - 2); number <= Math.Min(paginator.TotalPages, paginator.Number + 2); number++)
            Add(number);
        if (window[^1] < paginator.TotalPages)
            Add(paginator.TotalPages);
        return [.. window];

        void Add(int number)
        {
            if (number > window[^1] + 1)
                window.Add(0);
            window.Add(number);
        }
    }

    static object? Pagers(int[] numbers, Paginator paginator, SiteViews views) => SiteViews.Each(numbers, number => number == 0
        ? SiteViews.Object(("number", null), ("url", null), ("current", false), ("gap", true))
        : SiteViews.Object(("number", number), ("url", views.Permalink.Href(paginator.PathOf(number))),
            ("current", number == paginator.Number), ("gap", false)));
}
