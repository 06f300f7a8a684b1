namespace SiteGen.Core.Checking;

/// <summary>How much a rule's finding matters.</summary>
public enum RuleLevel
{
    Off,
    Warning,
    Error,
}

/// <summary>What <c>site.yml</c> says under <c>check</c>.</summary>
/// <param name="Levels">Rules whose level is not their own.</param>
/// <param name="Ignore">Patterns of source files, of pages' addresses and of links that nothing is said of; <c>*</c> stands for anything.</param>
public sealed record CheckSettings(IReadOnlyDictionary<string, RuleLevel> Levels, IReadOnlyList<string> Ignore)
{
    public static readonly CheckSettings Default = new(new Dictionary<string, RuleLevel>(StringComparer.Ordinal), []);

    /// <summary>The levels as the configuration names them.</summary>
    public static readonly IReadOnlyList<string> LevelNames = ["off", "warning", "error"];

    internal bool Wants(Rule rule) => !Levels.TryGetValue(rule.Id, out var level) || level != RuleLevel.Off;

    /// <summary>The same with a rule's level, by its name.</summary>
    public CheckSettings With(string rule, string level)
    {
        var levels = new Dictionary<string, RuleLevel>(Levels, StringComparer.Ordinal) { [rule] = level switch { "off" => RuleLevel.Off, "error" => RuleLevel.Error, _ => RuleLevel.Warning } };
        return this with { Levels = levels };
    }
}

/// <summary>What a check is asked for.</summary>
public sealed record CheckOptions(CheckSettings Settings)
{
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How links that lead away are asked; null for not at all.</summary>
    public ExternalOptions? External { get; init; }

    /// <summary>Told the share of the work that is done, from any thread.</summary>
    public IProgress<double>? Progress { get; init; }
}

/// <summary>How much was looked at; what was found is in the bag.</summary>
public sealed record CheckReport(int Pages, int Links)
{
    /// <summary>Addresses outside the site that were asked, when that was wanted.</summary>
    public int ExternalLinks { get; init; }
}
