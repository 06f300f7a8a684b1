using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>Everything <c>content/site.yml</c> can say, each option with its default here and nowhere else.</summary>
public sealed record SiteConfig
{
    public const string Path = "content/site.yml";

    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public SiteAddress Address { get; init; } = SiteAddress.Default;
    public string Language { get; init; } = "ko";
    public SiteZone Zone { get; init; } = SiteZone.Seoul;
    public SiteAuthor Author { get; init; } = new();
    public string Theme { get; init; } = "maru";
    public YamlMap ThemeOptions { get; init; } = YamlMap.Empty;
    public string? Domain { get; init; }
    public string PostPermalink { get; init; } = "/posts/:slug/";

    /// <summary>Addresses that are made of names spell Hangul in Latin letters; what the author writes as an address stays.</summary>
    public bool Romanize { get; init; }

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
    public PublishConfig Publish { get; init; } = new();

    /// <summary>The file that the values come from; empty when there was none.</summary>
    public SourceText Source { get; init; } = new(Path, "");

    /// <summary>False when the file could not be read as a whole: what stands here are defaults that nobody asked for.</summary>
    public bool IsRead { get; init; }

    /// <summary>Where each key's value stands, for complaints that come later.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);

    /// <summary>The same with a theme that the file does not name, so that no complaint about it points there.</summary>
    public SiteConfig WithTheme(string theme) =>
        this with { Theme = theme, Places = Places.Where(place => place.Key != "theme").ToDictionary(StringComparer.Ordinal) };

    /// <summary>Where the file sets a key, else the file as a whole.</summary>
    public SourcePlace PlaceOf(string key) => Places.TryGetValue(key, out var place) ? place : SourcePlace.OfFile(Path);
}

public sealed record SiteAuthor(string? Name = null, string? Url = null, string? Email = null);

public sealed record MenuEntry(string Title, string Url, SourcePlace Place);

/// <param name="Limit">How many of the newest posts a feed holds.</param>
/// <param name="FullText">Whole posts, or summaries only.</param>
public sealed record FeedConfig(int Limit = 20, bool FullText = true);

/// <param name="Enabled">There is a search page and an index.</param>
/// <param name="ShardAbove">With more characters of Markdown than this the index is cut into files of which readers fetch what they need.</param>
public sealed record SearchConfig(bool Enabled = true, int ShardAbove = 700_000);

/// <param name="Remote">The remote of git that <c>publish</c> pushes to.</param>
/// <param name="Branch">Its branch of built pages.</param>
public sealed record PublishConfig(string Remote = "origin", string Branch = "gh-pages")
{
    /// <summary>Patterns of files in the branch that stay though SiteGen does not make them.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}

/// <param name="Breaks">Every line break of the source is a <c>&lt;br&gt;</c>.</param>
/// <param name="RawHtml">HTML in Markdown reaches the page; else it is shown as text.</param>
/// <param name="Quotes">Straight quotation marks become “ ” and ‘ ’; else the text stays as it was typed.</param>
public sealed record MarkdownConfig(bool Breaks = false, bool RawHtml = true, bool Quotes = false);

/// <summary>A row of the table of lists: a query over posts with page size, address and layout. A grouped row has a list for each value.</summary>
/// <param name="Name">What templates and messages call it.</param>
/// <param name="Path">Address pattern, beginning and ending in '/'; <c>:group</c> is the slug of a group's value.</param>
/// <param name="GroupBy">A field's name, such as <c>tags</c>, <c>year</c> or <c>params.company</c>; null for one list.</param>
/// <param name="Order">A field's name and perhaps <c>asc</c> or <c>desc</c>.</param>
/// <param name="PageSize">Posts on one page of the list; 0 for the site's <c>paginate</c>.</param>
/// <param name="IndexLayout">The layout of the page that lists the groups; null for no such page.</param>
public sealed record ListDefinition(string Name)
{
    public string Title { get; init; } = Name;
    public string Path { get; init; } = "/" + Name + "/";
    public IReadOnlyList<ListCondition> Where { get; init; } = [];
    public string? GroupBy { get; init; }
    public string Order { get; init; } = "date desc";
    public int PageSize { get; init; }
    public string Layout { get; init; } = "list";
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

/// <summary>What a list shows, which says what templates get and which layouts may stand in for a missing one.</summary>
public enum ListKind
{
    Posts,
    Home,
    Term,
    Archive,
    Custom,
}

/// <summary>A page is in the list if the field has one of the values; for <c>has</c>, if it has one of the named fields.</summary>
public sealed record ListCondition(string Field, IReadOnlyList<string> Values, SourcePlace Place);
