namespace SiteGen.Scriban.Runtime;

/// <summary>The left side of a pipe: evaluated by the call that takes it.</summary>
interface IPipeSource
{
    SourceSpan Span { get; }

    Value Evaluate(RenderContext context);

    /// <summary>Whether the piped list stands for that many arguments.</summary>
    bool IsSpread { get; }
}
