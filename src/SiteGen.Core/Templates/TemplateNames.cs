namespace SiteGen.Core.Templates;

/// <summary>What is known of an object before anything is rendered: its members, and the members of some of them.</summary>
public sealed class KnownObject(IEnumerable<string> names)
{
    readonly HashSet<string> names = new(names, StringComparer.Ordinal);
    readonly Dictionary<string, KnownObject> members = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => names;

    public bool Contains(string member) => names.Contains(member);

    /// <summary>Null for a member that may be anything.</summary>
    public KnownObject? this[string member] => members.GetValueOrDefault(member);

    public KnownObject Add(string member, KnownObject known)
    {
        members.Add(member, known);
        return this;
    }
}

/// <summary>What one kind of template sees besides the language's own names.</summary>
/// <param name="Functions">By their names.</param>
/// <param name="Objects">Further names; null for a value of which nothing is known.</param>
/// <param name="TakesMore">Whoever has it rendered may hand in further names.</param>
public sealed record TemplateNames(
    IReadOnlyDictionary<string, TemplateFunction> Functions, IReadOnlyDictionary<string, KnownObject?> Objects, bool TakesMore)
{
    /// <summary>Of templates that are not to be checked.</summary>
    public static readonly TemplateNames Unknown =
        new(new Dictionary<string, TemplateFunction>(), new Dictionary<string, KnownObject?>(), TakesMore: true);

    /// <summary>Functions and members of objects, as in <c>site.title</c>, that give the same for the same on every page.</summary>
    public IReadOnlySet<string> Constants { get; init; } = new HashSet<string>();

    public bool Contains(string name) => Functions.ContainsKey(name) || Objects.ContainsKey(name);

    public IEnumerable<string> All => Functions.Keys.Concat(Objects.Keys);
}

/// <summary>What each kind of template of a theme sees; partials see what layouts do.</summary>
public sealed record ThemeNames(TemplateNames Layouts, TemplateNames Shortcodes, TemplateNames Archetypes)
{
    /// <param name="path">Of a template in its theme.</param>
    public TemplateNames Of(string path) =>
        path.StartsWith("shortcodes/", StringComparison.Ordinal) ? Shortcodes
        : path.StartsWith("archetypes/", StringComparison.Ordinal) ? Archetypes
        : Layouts;
}
