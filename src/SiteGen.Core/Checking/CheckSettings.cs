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

    /// <summary>The ids that <c>check: {rules: …}</c> may name.</summary>
    public static IReadOnlyList<string> RuleIds => [.. RuleTable.All.Select(rule => rule.Id)];
}

/// <summary>What a check is asked for.</summary>
public sealed record CheckOptions(CheckSettings Settings)
{
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Told the share of the work that is done, from any thread.</summary>
    public IProgress<double>? Progress { get; init; }
}

/// <summary>How much was looked at; what was found is in the bag.</summary>
public sealed record CheckReport(int Pages, int Links)
{
    /// <summary>Addresses outside the site that were asked, when that was wanted.</summary>
    public int OutsideLinks { get; init; }
}
