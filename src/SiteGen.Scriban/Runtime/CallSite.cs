namespace SiteGen.Scriban.Runtime;

/// <summary>A place in a template that calls a function: its span and its arguments, evaluated when the function asks.</summary>
abstract class CallSite(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public abstract int ArgumentCount { get; }

    /// <summary>The name of a named argument, null for a positional one.</summary>
    public abstract string? ArgumentName(int index);

    /// <summary>The same name as the local variable an include sees, "$" in front.</summary>
    public abstract string? ArgumentLocalName(int index);

    /// <summary>Where to point when the argument is wrong.</summary>
    public abstract SourceSpan ArgumentSpan(int index);

    public abstract bool IsSpread(int index);

    /// <summary>Whether a plain name stands among the arguments, for messages.</summary>
    public virtual bool WordIn(string name) => false;

    public abstract Value EvaluateArgument(RenderContext context, int index);
}
