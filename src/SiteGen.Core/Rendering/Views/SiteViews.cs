using System.Collections.Concurrent;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering.Views;

/// <summary>Makes the views of one site. Views are shared by all pages and threads.</summary>
public sealed class SiteViews
{
    readonly ConcurrentDictionary<Page, Value> pages = new();
    readonly ConcurrentDictionary<PageList, Value> lists = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<PageList, Value> archives = new(ReferenceEqualityComparer.Instance);

    public SiteViews(Site site, MarkupStore markup)
    {
        Site = site;
        Markup = markup;
        Titles = new ListTitles(site);
        Years = ArchiveYears(site);
        SiteValue = Value.Of(new View<Site>(site, this, SiteTable.Table));
        Posts = Pages(site.Posts);
        mentions = new(() => Core.Model.Mentions.Find(site));
        glossary = new(() => Core.Markup.Glossary.Of(site, markup));
    }

    readonly Lazy<IReadOnlyDictionary<PageList, IReadOnlyList<Page>>> mentions;
    readonly Lazy<IReadOnlyList<GlossaryTerm>> glossary;

    public Site Site { get; }

    public MarkupStore Markup { get; }

    public ListTitles Titles { get; }

    public IReadOnlyList<ArchiveYear> Years { get; }

    public Value SiteValue { get; }

    public Value Posts { get; }

    /// <summary>Posts that speak of a person without being listed under them.</summary>
    public IReadOnlyList<Page> MentionsOf(PageList person)
    {
        if (person.Definition.Name != "people")
            return [];
        TextUses.NoteMentions(person);
        return mentions.Value.GetValueOrDefault(person, []);
    }

    /// <summary>Whoever asks for it has read every text, though only the first to ask makes it.</summary>
    public IReadOnlyList<GlossaryTerm> Glossary
    {
        get
        {
            TextUses.NoteAll();
            return glossary.Value;
        }
    }

    public Permalink Permalink => Site.Permalink;

    public Value Of(Page? page) => page is null ? Value.Null : pages.GetOrAdd(page, static (page, views) => Value.Of(new View<Page>(page, views, PageTable.Table)), this);

    public Value Of(Frame frame) => Value.Of(new View<Frame>(frame, this, FrameTable.Table));

    public Value Of(Paginator paginator) => Value.Of(new View<Paginator>(paginator, this, PaginatorTable.Table));

    public Value Of(Grouping grouping) => Value.Of(new View<Grouping>(grouping, this, ListTables.Grouping));

    public Value Term(PageList list) => lists.GetOrAdd(list, static (list, views) => Value.Of(new View<PageList>(list, views, ListTables.Term)), this);

    public Value Archive(PageList list) => archives.GetOrAdd(list, static (list, views) => Value.Of(new View<PageList>(list, views, ListTables.Archive)), this);

    public Value Pages(IReadOnlyList<Page> list) => Value.Of(new ListView<Page>(list, Of));

    public Value Terms(IReadOnlyList<PageList> terms) => Value.Of(new ListView<PageList>(terms, Term));

    public static Value Each<T>(IReadOnlyList<T> items, Func<T, Value> view) => Value.Of(new ListView<T>(items, view));

    /// <summary>A small object that is made where it is needed.</summary>
    public static Value Object(params ReadOnlySpan<(string Name, Value Value)> members)
    {
        var made = new ScriptObject(members.Length);
        foreach (var (name, value) in members)
            made.Set(name, value);
        return Value.Of(made);
    }

    public static Value Date(DateTimeOffset? date) => date is { } known ? Value.Of(known) : Value.Null;

    static ArchiveYear[] ArchiveYears(Site site)
    {
        var months = site.GroupingOf("months")?.Lists ?? [];
        return (site.GroupingOf("years")?.Lists ?? []).Select(year => new ArchiveYear(year, months.Where(month => month.Key.StartsWith(year.Key + "/", StringComparison.Ordinal)).ToArray())).ToArray();
    }
}
