using SiteGen.Core.Checking.Rules;

namespace SiteGen.Core.Checking;

/// <summary>Every rule, each one line: what is not here is not checked, not documented and not known to the configuration.</summary>
public static class RuleTable
{
    public static readonly IReadOnlyList<Rule> All =
    [
        new LinkBroken(),
    ];

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
