using SiteGen.Core.Configuration;
using SiteGen.Core.Glossary;
using SiteGen.Core.People;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>What is published, under which addresses. Immutable: rendering reads it from every core.</summary>
public sealed record Site(SiteConfig Config, Theme Theme, YamlMap Data, Permalink Permalink, SourceTree Sources)
{
    /// <summary>The posts that lists show, newest first.</summary>
    public Page[] Posts { get; init; } = [];

    /// <summary>The index of a post among <see cref="Posts"/>; negative for a page that no list shows.</summary>
    public int PositionOf(Page page) => Array.BinarySearch(Posts, page, PageOrder.NewestFirst);

    /// <summary>The pages that are no posts (about, …), by path.</summary>
    public IReadOnlyList<Page> StandalonePages { get; init; } = [];

    /// <summary>Everything published, unlisted pages too, by path.</summary>
    public IReadOnlyList<Page> All { get; init; } = [];

    /// <summary>The Markdown of each document. All else is made of front matter, so a preview replaces bodies alone.</summary>
    public IReadOnlyDictionary<Document, DocumentBody> Bodies { get; init; } = new Dictionary<Document, DocumentBody>();

    public DocumentBody BodyOf(Page page) => Bodies[page.Document];

    /// <summary>The instants at which something becomes due or expires.</summary>
    public IEnumerable<DateTimeOffset> PublicationTimes => All.Concat(Unpublished.Select(held => held.Page))
        .SelectMany(page => (DateTimeOffset?[])[page.PublishedFrom, page.FrontMatter.ExpiryDate]).OfType<DateTimeOffset>();

    /// <summary>The instant for which the site is built.</summary>
    public DateTimeOffset Now { get; init; }

    public PeopleIndex People { get; init; } = new([]);

    /// <summary>The author's corrections by the key of a term.</summary>
    public IReadOnlyDictionary<string, GlossaryEntry> Glossary { get; init; } = new Dictionary<string, GlossaryEntry>();

    public IReadOnlyList<UnpublishedPage> Unpublished { get; init; } = [];

    public IReadOnlyList<PageList> Lists { get; init; } = [];

    public IReadOnlyList<Grouping> Groupings { get; init; } = [];

    /// <summary>Lists, and the lists of all groupings.</summary>
    public IEnumerable<PageList> AllLists => Lists.Concat(Groupings.SelectMany(grouping => grouping.Lists));

    /// <summary>Entries of the old blog by their category's key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CategoryLink>> CategoryLinks { get; init; } =
        new Dictionary<string, IReadOnlyList<CategoryLink>>();

    /// <summary>Published pages by the NFC path of their source.</summary>
    public IReadOnlyDictionary<string, Page> BySource { get; init; } = new Dictionary<string, Page>(StringComparer.Ordinal);

    /// <summary>Files copied as they are: source to address.</summary>
    public IReadOnlyList<StaticFile> StaticFiles { get; init; } = [];

    /// <summary>The theme's assets by name.</summary>
    public IReadOnlyDictionary<string, Asset> Assets { get; init; } = new Dictionary<string, Asset>(StringComparer.Ordinal);

    /// <summary>The list of the home page; empty when its row in the configuration is wrong, which is then in the bag.</summary>
    public PageList Home => Lists.FirstOrDefault(list => list.Definition.Name == ListTable.Home)
        ?? new PageList(ListTable.BuiltIn(ListTable.Home)!, null, "", UrlPath.Root, []);

    /// <summary>The list of all posts, whose groups are years and months; null when its row is wrong.</summary>
    public PageList? Archives => Lists.FirstOrDefault(list => list.Definition.Name == ListTable.Archives);

    /// <summary>The lists of the people taxonomy, one per person.</summary>
    public IReadOnlyList<PageList> PersonLists => GroupingOf(Configuration.Taxonomies.People)?.Lists ?? [];

    /// <summary>The list of a person; null when no listed post is about them.</summary>
    public PageList? PersonList(string name) => GroupingOf(Configuration.Taxonomies.People)?.Find(name);

    /// <summary>The first category of a page that has a list.</summary>
    public PageList? CategoryOf(Page page) => TermsOf(page, Configuration.Taxonomies.Categories) is [var first, ..] ? first : null;

    public IEnumerable<Grouping> Taxonomies => Groupings.Where(grouping => Config.Taxonomies.Contains(grouping.Name));

    public Grouping? GroupingOf(string name)
    {
        // Asked for every page many times: no closure.
        foreach (var grouping in Groupings)
        {
            if (grouping.Name == name)
                return grouping;
        }

        return null;
    }

    /// <summary>The lists of a page's terms, in the order of its front matter. An unlisted page has those that other pages make.</summary>
    public IReadOnlyList<PageList> TermsOf(Page page, string taxonomy)
    {
        var terms = new List<PageList>();
        if (GroupingOf(taxonomy) is not { } grouping)
            return terms;
        foreach (var value in PageField.Values(page, taxonomy))
        {
            if (grouping.Find(value) is { } term && !terms.Contains(term))
                terms.Add(term);
        }

        return terms;
    }
}

/// <summary>A file copied verbatim.</summary>
/// <param name="Source">Path in the site as the disk spells it.</param>
public sealed record StaticFile(string Source, string ShownPath, UrlPath Path);
