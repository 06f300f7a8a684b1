using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Front matter. Missing keys are empty lists and nulls.</summary>
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
    /// <summary>Unusual spellings of names that are intended.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>The guests of the interview, by their names in the people taxonomy.</summary>
    public IEnumerable<string> Guests =>
        Speakers.Where(speaker => speaker.Role == "guest").Select(speaker => speaker.Person ?? speaker.Name);

    /// <summary>Keys that SiteGen does not know, for templates.</summary>
    public YamlMap Params { get; init; } = YamlMap.Empty;

    /// <summary>Keys with invalid values, which are reported already.</summary>
    public IReadOnlySet<string> Mistaken { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The places of values, for later diagnostics.</summary>
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
