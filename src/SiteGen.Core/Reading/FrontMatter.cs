using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>What a document says of itself before its body. Lists are empty, and the rest null, where it says nothing.</summary>
public sealed record FrontMatter
{
    public string? Title { get; init; }
    public DateTimeOffset? Date { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public string? Slug { get; init; }
    public string? Permalink { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public bool Draft { get; init; }
    public DateTimeOffset? PublishDate { get; init; }
    public DateTimeOffset? ExpiryDate { get; init; }
    public bool Unlisted { get; init; }
    public string? Summary { get; init; }
    public string? Image { get; init; }
    public string? ImageAlt { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> People { get; init; } = [];
    public string? Series { get; init; }
    public int Weight { get; init; }
    public bool? Toc { get; init; }
    public bool? Comments { get; init; }
    public string? Layout { get; init; }
    public SourceCredit? Source { get; init; }
    /// <summary>Spellings of names that are meant as they stand.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>Those whom the interview is about, by their names under people.</summary>
    public IEnumerable<string> Guests => Speakers.Where(speaker => speaker.Role == "guest").Select(speaker => speaker.Person ?? speaker.Name);

    /// <summary>Every key that SiteGen does not know, for templates.</summary>
    public YamlMap Params { get; init; } = YamlMap.Empty;

    /// <summary>Keys whose value could not be read: each has its complaint already.</summary>
    public IReadOnlySet<string> Mistaken { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Where each key stands, for complaints about its value that come later.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
}

/// <summary>The original that a post reports on or translates.</summary>
public sealed record SourceCredit(string? Title = null, string? Url = null, string? Publisher = null, DateTimeOffset? Date = null);

/// <summary>Someone who speaks in an interview.</summary>
/// <param name="Person">The name under which the people taxonomy knows them; null for the name itself.</param>
public sealed record Speaker(string Name = "", string? Role = null, string? Person = null)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
