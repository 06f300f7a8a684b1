using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Configuration;

/// <summary>The configuration (<c>content/site.yml</c>) with its defaults.</summary>
public sealed record SiteConfig
{
    public const string Path = "content/site.yml";

    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public SiteAddress Address { get; init; } = SiteAddress.Default;
    public string Language { get; init; } = "ko";
    public SiteZone Zone { get; init; } = SiteZone.Seoul;
    public SiteAuthor Author { get; init; } = new();
    public string Theme { get; init; } = BuiltInTheme.Name;
    public YamlMap ThemeOptions { get; init; } = YamlMap.Empty;
    public string? Domain { get; init; }
    public string PostPermalink { get; init; } = "/posts/:slug/";

    /// <summary>Romanizes Hangul in slugs made from names; explicit slugs and paths stay.</summary>
    public bool Romanize { get; init; }

    /// <summary>Slugs made from names keep capitals.</summary>
    public bool KeepCase { get; init; }

    public int Paginate { get; init; } = 10;
    public IReadOnlyList<string> Taxonomies { get; init; } = Configuration.Taxonomies.Default;
    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];
    public FeedConfig Feed { get; init; } = new();
    public MarkdownConfig Markdown { get; init; } = new();
    public SearchConfig Search { get; init; } = new();
    public YamlMap Comments { get; init; } = YamlMap.Empty;
    public YamlMap Verification { get; init; } = YamlMap.Empty;
    public IReadOnlyList<string> Robots { get; init; } = [];
    public string? License { get; init; }
    public string? Image { get; init; }
    public YamlMap Social { get; init; } = YamlMap.Empty;
    public int CategoryBlockCount { get; init; } = 5;
    public CheckSettings Check { get; init; } = CheckSettings.Default;
    public IReadOnlyList<ListDefinition> Lists { get; init; } = [];

    /// <summary>Front matter keys that the author declares as the site's own.</summary>
    public IReadOnlyList<string> Params { get; init; } = [];

    /// <summary>Front matter keys that are the site's own: declared, a taxonomy, or asked for by a list as <c>params.KEY</c>.</summary>
    public IReadOnlySet<string> OwnKeys() => Lists
        .SelectMany(list => list.Where.SelectMany(condition => condition.Values.Append(condition.Field)).Append(list.GroupBy)
            .Append(list.Order.Split(' ')[0]))
        .Where(field => field?.StartsWith("params.", StringComparison.Ordinal) == true)
        .Select(field => field!["params.".Length..].Split('.')[0])
        .Concat(Params).Concat(Taxonomies).ToHashSet(StringComparer.Ordinal);
    public PublishConfig Publish { get; init; } = new();

    /// <summary>The file; empty when there is none.</summary>
    public SourceText Source { get; init; } = new(Path, "");

    /// <summary>False when the file could not be read and all values are defaults.</summary>
    public bool IsRead { get; init; }

    /// <summary>The places of the values, for later diagnostics.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>();

    /// <summary>Overrides the theme; diagnostics about it then don't point into the file.</summary>
    public SiteConfig WithTheme(string theme) =>
        this with { Theme = theme, Places = Places.Where(place => place.Key != "theme").ToDictionary(StringComparer.Ordinal) };

    /// <summary>The place of a key's value, else the file.</summary>
    public SourcePlace PlaceOf(string key) => Places.TryGetValue(key, out var place) ? place : SourcePlace.OfFile(Path);
}

public sealed record SiteAuthor(string? Name = null, string? Url = null, string? Email = null);

public sealed record MenuEntry(string Title, string Url, SourcePlace Place);

/// <param name="Limit">The number of posts in a feed.</param>
/// <param name="FullText">Full posts instead of summaries.</param>
public sealed record FeedConfig(int Limit = 20, bool FullText = true);

/// <param name="Enabled">Publishes a search page and an index.</param>
/// <param name="ShardAbove">Characters of Markdown above which the index is split into files that browsers fetch on demand.</param>
public sealed record SearchConfig(bool Enabled = true, int ShardAbove = 700_000);

/// <param name="Remote">The git remote that <c>publish</c> pushes to.</param>
/// <param name="Branch">The branch of the built site.</param>
public sealed record PublishConfig(string Remote = "origin", string Branch = "gh-pages")
{
    /// <summary>Patterns of files in the branch that are kept although SiteGen does not write them.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}

/// <param name="Breaks">Renders soft line breaks as <c>&lt;br&gt;</c>.</param>
/// <param name="RawHtml">Keeps HTML in Markdown instead of escaping it.</param>
/// <param name="Quotes">Replaces straight quotation marks by “ ” and ‘ ’.</param>
public sealed record MarkdownConfig(bool Breaks = false, bool RawHtml = true, bool Quotes = false);

/// <summary>A query over pages. With <see cref="GroupBy"/> there is a list for each value, whose slug replaces <c>:group</c>.</summary>
/// <param name="Name">What templates and messages call it.</param>
public sealed record ListDefinition(string Name)
{
    public string Title { get; init; } = Name;

    /// <summary>Root-relative address pattern, beginning and ending in '/'.</summary>
    public string Path { get; init; } = "/" + Name + "/";
    public IReadOnlyList<ListCondition> Where { get; init; } = [];

    /// <summary>A field's name, such as <c>tags</c>, <c>year</c> or <c>params.company</c>; null for one list.</summary>
    public string? GroupBy { get; init; }

    /// <summary>A field's name and perhaps <c>asc</c> or <c>desc</c>.</summary>
    public string Order { get; init; } = "date desc";

    /// <summary>Pages of the site on one page of the list; 0 means the site's <c>paginate</c>.</summary>
    public int PageSize { get; init; }
    public string Layout { get; init; } = "list";

    /// <summary>The layout of the page that lists the groups; null for no such page.</summary>
    public string? IndexLayout { get; init; }

    public ListKind Kind => Layout switch
    {
        "home" => ListKind.Home,
        "term" => ListKind.Term,
        "archive" => ListKind.Archive,
        "list" => ListKind.Posts,
        _ => ListKind.Custom,
    };

    /// <summary>Its groups are years or months.</summary>
    public bool IsByDate => GroupBy is "year" or "month";

    public bool Feed { get; init; }
    public string Description { get; init; } = "";
    public SourcePlace Place { get; init; } = SourcePlace.Nowhere;
}

/// <summary>The kind of a list, which decides what templates see and which layouts may replace a missing one.</summary>
public enum ListKind
{
    Posts,
    Home,
    Term,
    Archive,
    Custom,
}

/// <summary>Selects pages whose field has one of the values or, for <c>has</c>, pages with one of the named fields.</summary>
public sealed record ListCondition(string Field, IReadOnlyList<string> Values, SourcePlace Place);
