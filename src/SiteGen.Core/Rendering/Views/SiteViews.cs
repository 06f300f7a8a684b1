using System.Collections.Concurrent;
using SiteGen.Core.Configuration;
using SiteGen.Core.Glossary.Views;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.People.Views;
using SiteGen.Core.Planning;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary>Makes the views of one site. Views are shared by all pages and threads.</summary>
public sealed class SiteViews
{
    readonly ConcurrentDictionary<Page, View<Page, SiteViews>> pages = new();
    readonly ConcurrentDictionary<PageList, View<PageList, SiteViews>> lists = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<PageList, View<PageList, SiteViews>> archives = new(ReferenceEqualityComparer.Instance);

    public SiteViews(Site site, ContentCache markup)
    {
        Site = site;
        Markup = markup;
        Titles = new ListTitles(site);
        Years = ArchiveYears(site);
        SiteView = new View<Site, SiteViews>(site, this, SiteTable.Table);
        Posts = Pages(site.Posts);
        mentions = new(() => Mentions.Find(site));
        glossary = new(() => GlossaryTerms.Of(site, markup));
    }

    readonly Lazy<ILookup<PageList, Page>> mentions;
    readonly Lazy<IReadOnlyList<GlossaryTerm>> glossary;

    public Site Site { get; }

    public ContentCache Markup { get; }

    public ListTitles Titles { get; }

    public IReadOnlyList<ArchiveYear> Years { get; }

    public View<Site, SiteViews> SiteView { get; }

    public TemplateList Posts { get; }

    /// <summary>Posts that mention a person without being listed under them.</summary>
    public IReadOnlyList<Page> MentionsOf(PageList person)
    {
        if (person.Definition.Name != Taxonomies.People)
            return [];
        RenderDependencies.NoteMentions(person);
        return mentions.Value[person].ToArray();
    }

    /// <summary>Every reader depends on all texts, though only the first one computes it.</summary>
    public IReadOnlyList<GlossaryTerm> Glossary
    {
        get
        {
            RenderDependencies.NoteAll();
            return glossary.Value;
        }
    }

    public Permalink Permalink => Site.Permalink;

    public View<Page, SiteViews>? Of(Page? page) => page is null
        ? null
        : pages.GetOrAdd(page, static (page, views) => new View<Page, SiteViews>(page, views, PageTable.Table), this);

    public View<ListingPage, SiteViews> Of(ListingPage frame) => new View<ListingPage, SiteViews>(frame, this, ListingPageTable.Table);

    public View<Paginator, SiteViews> Of(Paginator paginator) => new View<Paginator, SiteViews>(paginator, this, PaginatorTable.Table);

    public View<Grouping, SiteViews> Of(Grouping grouping) => new View<Grouping, SiteViews>(grouping, this, ListTables.Grouping);

    public View<PageList, SiteViews> Term(PageList list) =>
        lists.GetOrAdd(list, static (list, views) => new View<PageList, SiteViews>(list, views, ListTables.Term), this);

    public View<PageList, SiteViews> Archive(PageList list) =>
        archives.GetOrAdd(list, static (list, views) => new View<PageList, SiteViews>(list, views, ListTables.Archive), this);

    public TemplateList Pages(IReadOnlyList<Page> list) => new ListView<Page>(list, Of);

    public TemplateList Terms(IReadOnlyList<PageList> terms) => new ListView<PageList>(terms, Term);

    public static TemplateList Each<T>(IReadOnlyList<T> items, Func<T, object?> view) => new ListView<T>(items, view);

    /// <summary>A small object that is made where it is needed.</summary>
    public static Members Object(params ReadOnlySpan<(string Name, object? Value)> members) => new(members);

    /// <summary>Dates are wall-clock times of the site's zone.</summary>
    public static object? Date(DateTimeOffset? date) => date?.DateTime;

    static ArchiveYear[] ArchiveYears(Site site)
    {
        var months = site.GroupingOf(ListTable.Months)?.Lists ?? [];
        PageList[] Of(PageList year) => [.. months.Where(month => month.Key.StartsWith(year.Key + "/", StringComparison.Ordinal))];
        return [.. (site.GroupingOf(ListTable.Years)?.Lists ?? []).Select(year => new ArchiveYear(year, Of(year)))];
    }
}
