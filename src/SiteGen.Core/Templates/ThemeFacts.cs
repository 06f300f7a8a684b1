namespace SiteGen.Core.Templates;

/// <summary>What all templates of a theme set and test: a layout sees the names of its child, and a partial those of its caller.</summary>
/// <param name="files">By path in the theme.</param>
/// <param name="isPartlyRead">Some templates have syntax errors, so the names that they set are unknown.</param>
/// <param name="partialPath">The path of a partial by its name.</param>
sealed class ThemeFacts(ThemeNames names, IReadOnlyDictionary<string, TemplateFacts> files, bool isPartlyRead, Func<string,
    string> partialPath)
{
    static readonly Callers NoCallers = new();

    readonly Dictionary<string, Callers> callers = FindCallers(names, files, partialPath);

    public ThemeNames Names { get; } = names;

    public IReadOnlyDictionary<string, TemplateFacts> Files { get; } = files;

    public bool IsPartlyRead { get; } = isPartlyRead;

    /// <summary>Names that are set for everything rendered after.</summary>
    public HashSet<string> Assigns { get; } = [.. files.Values.SelectMany(facts => facts.Sets)];

    /// <summary>All names that any template sets, including block scopes.</summary>
    public HashSet<string> Sets { get; } = [.. files.Values.SelectMany(facts => facts.Sets.Concat(facts.Locals))];

    public HashSet<string> Asks { get; } = [.. files.Values.SelectMany(facts => facts.Asks)];

    /// <summary>Some names that are set are unknown.</summary>
    public bool SetsAny { get; } = files.Values.Any(facts => facts.SetsAny);

    public Callers CallersOf(string path) => callers.GetValueOrDefault(path, NoCallers);

    /// <summary>The names of a template are visible in its partials, and in theirs.</summary>
    static Dictionary<string, Callers> FindCallers(
        ThemeNames names, IReadOnlyDictionary<string, TemplateFacts> files, Func<string, string> partialPath)
    {
        var found = new Dictionary<string, Callers>(StringComparer.Ordinal);
        foreach (var (from, facts) in files)
        {
            var own = names.Of(from);
            if (facts.Locals.Count == 0 && !facts.OpensPartials && own == names.Layouts)
                continue;
            foreach (var path in Reached(facts, files, partialPath))
            {
                if (!found.TryGetValue(path, out var all))
                    found.Add(path, all = new Callers());
                all.Names.UnionWith(facts.Locals);
                all.Names.UnionWith(own == names.Layouts ? [] : own.All);
                all.GiveMore |= own.TakesMore;
                all.AreOpen |= facts.OpensPartials;
            }
        }

        return found;
    }

    /// <summary>The paths of the partials that a template calls, directly or not.</summary>
    static HashSet<string> Reached(TemplateFacts facts, IReadOnlyDictionary<string, TemplateFacts> files, Func<string, string> partialPath)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TemplateFacts>([facts]);
        while (open.TryPop(out var caller))
        {
            var called = caller.CallsAnyPartial
                ? files.Keys.Where(path => path.StartsWith("partials/", StringComparison.Ordinal))
                : caller.Partials.Select(partialPath).Where(files.ContainsKey);
            foreach (var path in called.Where(reached.Add))
                open.Push(files[path]);
        }

        return reached;
    }
}

/// <summary>What the callers of a partial add to the names that it sees.</summary>
sealed class Callers
{
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>A caller has unknown further names.</summary>
    public bool GiveMore { get; set; }

    /// <summary>A caller calls it where any name may have another value.</summary>
    public bool AreOpen { get; set; }
}
