using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking;

/// <summary>Every rule. The build writes the list from the files in <c>Rules/</c>, in the order of their names.</summary>
public static partial class RuleTable
{
    static RuleTable() => Translations.Add(() => string.Join('\n', All.Select(rule => rule.Korean)));

    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
