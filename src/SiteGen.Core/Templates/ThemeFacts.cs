namespace SiteGen.Core.Templates;

/// <summary>What all templates of a theme set and ask for: a layout sees what its child set, and a partial what its caller has.</summary>
sealed class ThemeFacts
{
    static readonly Callers Nobody = new();
    readonly Dictionary<string, Callers> callers = new(StringComparer.Ordinal);

    /// <summary>Puts together what the walks over all templates have found.</summary>
    /// <param name="files">By their paths in the theme.</param>
    /// <param name="isPartlyRead">Some templates have mistakes in their syntax, so what they set is not known.</param>
    /// <param name="partialPath">The path of a partial.</param>
    public ThemeFacts(
        ThemeNames names, IReadOnlyDictionary<string, TemplateFacts> files, bool isPartlyRead, Func<string, string> partialPath)
    {
        Names = names;
        Files = files;
        IsPartlyRead = isPartlyRead;
        foreach (var facts in files.Values)
        {
            Assigns.UnionWith(facts.Sets);
            Sets.UnionWith(facts.Sets);
            Sets.UnionWith(facts.Locals);
            Asks.UnionWith(facts.Asks);
            SetsAny |= facts.SetsAny;
        }

        foreach (var (path, facts) in files)
        {
            if (facts.Locals.Count > 0 || facts.OpensPartials || names.Of(path) != names.Layouts)
                Hand(path, facts, partialPath);
        }
    }

    public ThemeNames Names { get; }

    public IReadOnlyDictionary<string, TemplateFacts> Files { get; }

    public bool IsPartlyRead { get; }

    /// <summary>Names that are set for all that is rendered after.</summary>
    public HashSet<string> Assigns { get; } = new(StringComparer.Ordinal);

    /// <summary>All names that any template sets, also for a block alone.</summary>
    public HashSet<string> Sets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Asks { get; } = new(StringComparer.Ordinal);

    /// <summary>Names are set that can't be known.</summary>
    public bool SetsAny { get; }

    public Callers CallersOf(string path) => callers.GetValueOrDefault(path, Nobody);

    /// <summary>A template's names reach the partials that it calls, and those that they call.</summary>
    void Hand(string from, TemplateFacts facts, Func<string, string> partialPath)
    {
        var names = Names.Of(from);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TemplateFacts>([facts]);
        while (open.TryPop(out var caller))
        {
            var called = caller.CallsAnyPartial
                ? Files.Keys.Where(path => path.StartsWith("partials/", StringComparison.Ordinal))
                : caller.Partials.Select(partialPath);
            foreach (var path in called)
            {
                if (!Files.TryGetValue(path, out var partial) || !reached.Add(path))
                    continue;
                open.Push(partial);
                if (!callers.TryGetValue(path, out var all))
                    callers.Add(path, all = new Callers());
                all.Names.UnionWith(facts.Locals);
                if (names != Names.Layouts)
                    all.Names.UnionWith(names.All);
                all.GiveMore |= names.TakesMore;
                all.AreOpen |= facts.OpensPartials;
            }
        }
    }
}

/// <summary>What the templates that call a partial give it to see besides what everybody sees.</summary>
sealed class Callers
{
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>One of them is given names that can't be known.</summary>
    public bool GiveMore { get; set; }

    /// <summary>One of them calls it where any name may be another thing.</summary>
    public bool AreOpen { get; set; }
}
