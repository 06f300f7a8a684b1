using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>A global name that a template reads.</summary>
/// <param name="IsCalled">It stands where a function must.</param>
readonly record struct NameUse(ScriptVariable Name, bool IsCalled);

/// <summary>Members that are read one from the other, the first from a global name.</summary>
readonly record struct MemberUse(ScriptVariable Root, IReadOnlyList<ScriptMemberExpression> Members);

/// <summary>A call of a function that is a global name, or a member of one.</summary>
/// <param name="Piped">What a pipe hands in as the first argument.</param>
readonly record struct CallUse(
    ScriptVariable Root, ScriptVariable? Member, ScriptExpression? Piped, IReadOnlyList<ScriptExpression> Arguments)
{
    public string Name => Member is null ? Root.Name : $"{Root.Name}.{Member.Name}";

    public ScriptVariable Place => Member ?? Root;

    /// <summary>The first argument without a name.</summary>
    public ScriptExpression? First => Piped ?? Arguments.FirstOrDefault(argument => argument is not ScriptNamedArgument);
}

/// <summary>What one walk over a template's tree has found.</summary>
sealed class TemplateFacts
{
    public List<NameUse> Names { get; } = [];

    public List<MemberUse> Members { get; } = [];

    public List<CallUse> Calls { get; } = [];

    /// <summary>Names that it sets for all that is rendered after it.</summary>
    public HashSet<string> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of loops, parameters and <c>with</c>: they end with their block; partials that are called in it see them.</summary>
    public HashSet<string> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that it asks for, as in <c>if x</c> and <c>x ?? y</c>: they may be missing.</summary>
    public HashSet<string> Asks { get; } = new(StringComparer.Ordinal);

    /// <summary>Partials that see its names.</summary>
    public HashSet<string> Partials { get; } = new(StringComparer.Ordinal);

    /// <summary>It computes the name of a partial.</summary>
    public bool CallsAnyPartial { get; set; }

    /// <summary>It calls a partial where names come from an object of which nothing is known.</summary>
    public bool OpensPartials { get; set; }

    /// <summary>It sets names that can't be known.</summary>
    public bool SetsAny { get; set; }
}
