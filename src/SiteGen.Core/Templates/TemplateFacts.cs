using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>A global name that a template reads.</summary>
/// <param name="IsCalled">It must be a function.</param>
readonly record struct NameUse(ScriptVariable Name, bool IsCalled);

/// <summary>A member chain from a global name.</summary>
readonly record struct MemberUse(ScriptVariable Root, IReadOnlyList<ScriptMemberExpression> Members);

/// <summary>A call of a global function, or of a member of a global name.</summary>
/// <param name="Piped">The first argument, by a pipe.</param>
readonly record struct CallUse(ScriptVariable Root, ScriptVariable? Member, ScriptExpression? Piped,
    IReadOnlyList<ScriptExpression> Arguments)
{
    public string Name => Member is null ? Root.Name : $"{Root.Name}.{Member.Name}";

    public ScriptVariable Place => Member ?? Root;

    /// <summary>The first positional argument.</summary>
    public ScriptExpression? First => Piped ?? Arguments.FirstOrDefault(argument => argument is not ScriptNamedArgument);
}

/// <summary>The result of a walk over a template's tree.</summary>
sealed class TemplateFacts
{
    public List<NameUse> Names { get; } = [];
    public List<MemberUse> Members { get; } = [];
    public List<CallUse> Calls { get; } = [];

    /// <summary>Names that it sets for everything rendered after it.</summary>
    public HashSet<string> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>Block-scoped names of loops, parameters and <c>with</c>, visible in partials that are called there.</summary>
    public HashSet<string> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that it tests, as in <c>if x</c> and <c>x ?? y</c>; they may be missing.</summary>
    public HashSet<string> Asks { get; } = new(StringComparer.Ordinal);

    /// <summary>Partials that see its names.</summary>
    public HashSet<string> Partials { get; } = new(StringComparer.Ordinal);

    /// <summary>It computes the name of a partial.</summary>
    public bool CallsAnyPartial { get; set; }

    /// <summary>It calls a partial in the scope of an unknown object.</summary>
    public bool OpensPartials { get; set; }

    /// <summary>It sets unknown names.</summary>
    public bool SetsAny { get; set; }
}
