using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>taxonomy</c>, <c>term</c> and <c>archive</c> in templates.</summary>
static class ListTables
{
    public static readonly ViewTable<Grouping> Grouping = new ViewTable<Grouping>()
        .Add("name", (grouping, _) => grouping.Name)
        .Add("title", (grouping, views) => views.Titles.Of(grouping))
        .Add("url", (grouping, views) => grouping.IndexPath is { } path ? views.Permalink.Href(path) : null)
        .Add("terms", (grouping, views) => views.Terms(grouping.Lists));

    public static readonly ViewTable<PageList> Term = new ViewTable<PageList>()
        .Add("name", (term, _) => term.Title)
        .Add("title", (term, views) => views.Titles.Of(term))
        .Add("url", (term, views) => views.Permalink.Href(term.Path))
        .Add("permalink", (term, views) => views.Permalink.Absolute(term.Path))
        .Add("count", (term, _) => term.Pages.Count)
        .Add("initial", (term, _) => Hangul.IndexKey(term.Title))
        .Add("feed_url", (term, views) => term.FeedPath is { } feed ? views.Permalink.Href(feed) : null)
        .Add("posts", (term, views) => views.Pages(term.Pages))
        .Add("person", (term, views) => InterviewViews.Person(term.Definition.Name == "people" ? views.Site.People.Find(term.Title) : null, views))
        .Add("mentions", (term, views) => views.Pages(views.Mentions.GetValueOrDefault(term, [])))
        .Add("links", (term, views) => SiteViews.Each(
            term.Definition.Name == "categories" ? views.Site.CategoryLinks.GetValueOrDefault(term.Key, []) : [], link => Link(link, views)));

    public static readonly ViewTable<PageList> Archive = new ViewTable<PageList>()
        .Add("title", (list, views) => views.Titles.Of(list))
        .Add("year", (list, _) => list.Definition.GroupBy is "year" or "month" ? list.Pages[0].Date!.Value.Year : Value.Null)
        .Add("month", (list, _) => list.Definition.GroupBy is "month" ? list.Pages[0].Date!.Value.Month : Value.Null)
        .Add("url", (list, views) => views.Permalink.Href(list.Path))
        .Add("years", (_, views) => SiteViews.Each(views.Years, year => Year(year, views)));

    public static Value Link(CategoryLink link, SiteViews views) => SiteViews.Object(
        ("title", link.Title),
        ("url", link.Url is { Length: > 0 } url ? views.Permalink.HrefOf(url) : null),
        ("date", SiteViews.Date(link.Date)),
        ("comments", link.Comments is { } comments ? comments : Value.Null),
        ("current", false));

    static Value Year(ArchiveYear year, SiteViews views) => SiteViews.Object(
        ("year", year.List.Pages[0].Date!.Value.Year),
        ("title", views.Titles.Of(year.List)),
        ("url", views.Permalink.Href(year.List.Path)),
        ("count", year.List.Pages.Count),
        ("months", SiteViews.Each(year.Months, month => SiteViews.Object(
            ("month", month.Pages[0].Date!.Value.Month),
            ("title", views.Titles.Of(month)),
            ("url", views.Permalink.Href(month.Path)),
            ("count", month.Pages.Count)))));
}

/// <summary><c>paginator</c> in templates.</summary>
static class PaginatorTable
{
    public static readonly ViewTable<Paginator> Table = new ViewTable<Paginator>()
        .Add("pages", (paginator, views) => views.Pages(paginator.Pages))
        .Add("number", (paginator, _) => paginator.Number)
        .Add("total_pages", (paginator, _) => paginator.TotalPages)
        .Add("total", (paginator, _) => paginator.List.Pages.Count)
        .Add("url", (paginator, views) => views.Permalink.Href(paginator.PathOf(paginator.Number)))
        .Add("prev_url", (paginator, views) => paginator.Number > 1 ? views.Permalink.Href(paginator.PathOf(paginator.Number - 1)) : null)
        .Add("next_url", (paginator, views) => paginator.Number < paginator.TotalPages ? views.Permalink.Href(paginator.PathOf(paginator.Number + 1)) : null)
        .Add("first_url", (paginator, views) => views.Permalink.Href(paginator.PathOf(1)))
        .Add("last_url", (paginator, views) => views.Permalink.Href(paginator.PathOf(paginator.TotalPages)))
        .Add("pagers", (paginator, views) => SiteViews.Each(Enumerable.Range(1, paginator.TotalPages).ToArray(), number =>
            SiteViews.Object(("number", number), ("url", views.Permalink.Href(paginator.PathOf(number))), ("current", number == paginator.Number))));
}
