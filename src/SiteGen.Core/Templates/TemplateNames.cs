namespace SiteGen.Core.Templates;

/// <summary>The statically known members of an object, and of some of its members.</summary>
public sealed class KnownObject(IEnumerable<string> names)
{
    readonly HashSet<string> names = new(names, StringComparer.Ordinal);
    readonly Dictionary<string, KnownObject> members = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => names;

    public bool Contains(string member) => names.Contains(member);

    /// <summary>Null for a member of unknown type.</summary>
    public KnownObject? this[string member] => members.GetValueOrDefault(member);

    public KnownObject Add(string member, KnownObject known)
    {
        members.Add(member, known);
        return this;
    }
}

/// <summary>The names of one kind of template besides the built-in ones.</summary>
/// <param name="Objects">Null for a value of unknown type.</param>
/// <param name="TakesMore">The caller may pass further names.</param>
public sealed record TemplateNames(
    IReadOnlyDictionary<string, TemplateFunction> Functions, IReadOnlyDictionary<string, KnownObject?> Objects, bool TakesMore)
{
    /// <summary>For templates that are not checked.</summary>
    public static readonly TemplateNames Unknown =
        new(new Dictionary<string, TemplateFunction>(), new Dictionary<string, KnownObject?>(), TakesMore: true);

    /// <summary>Functions and members, as in <c>site.title</c>, with the same value on every page.</summary>
    public IReadOnlySet<string> Constants { get; init; } = new HashSet<string>();

    public bool Contains(string name) => Functions.ContainsKey(name) || Objects.ContainsKey(name);

    public IEnumerable<string> All => Functions.Keys.Concat(Objects.Keys);
}

/// <summary>The names of each kind of template; partials have those of layouts.</summary>
public sealed record ThemeNames(TemplateNames Layouts, TemplateNames Shortcodes, TemplateNames Archetypes)
{
    public TemplateNames Of(string path) =>
        path.StartsWith("shortcodes/", StringComparison.Ordinal) ? Shortcodes
        : path.StartsWith("archetypes/", StringComparison.Ordinal) ? Archetypes
        : Layouts;
}
