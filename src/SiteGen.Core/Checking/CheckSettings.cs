namespace SiteGen.Core.Checking;

public enum RuleLevel
{
    Off,
    Warning,
    Error,
}

/// <summary>The key <c>check</c> of <c>site.yml</c>.</summary>
/// <param name="Levels">By rule; others keep their own level.</param>
/// <param name="Ignore">Glob patterns of source files, page addresses and links that are not reported.</param>
public sealed record CheckSettings(IReadOnlyDictionary<string, RuleLevel> Levels, IReadOnlyList<string> Ignore)
{
    public static readonly CheckSettings Default = new(new Dictionary<string, RuleLevel>(StringComparer.Ordinal), []);

    /// <summary>The levels as the configuration names them.</summary>
    public static readonly IReadOnlyList<string> LevelNames = ["off", "warning", "error"];

    internal bool Wants(Rule rule) => !Levels.TryGetValue(rule.Id, out var level) || level != RuleLevel.Off;

    public CheckSettings With(string rule, string level)
    {
        var parsed = level switch { "off" => RuleLevel.Off, "error" => RuleLevel.Error, _ => RuleLevel.Warning };
        return this with { Levels = new Dictionary<string, RuleLevel>(Levels, StringComparer.Ordinal) { [rule] = parsed } };
    }
}

public sealed record CheckOptions(CheckSettings Settings)
{
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How external links are checked; null to skip them.</summary>
    public ExternalOptions? External { get; init; }

    /// <summary>Receives the finished share of the work, from any thread.</summary>
    public IProgress<double>? Progress { get; init; }
}

/// <summary>What was checked; the findings are in the bag.</summary>
public sealed record CheckReport(int Pages, int Links)
{
    /// <summary>Distinct external links that were checked.</summary>
    public int ExternalLinks { get; init; }
}
