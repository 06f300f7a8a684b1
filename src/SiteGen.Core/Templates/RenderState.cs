using System.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>The limits of one page, including its partials, cached partials and shortcodes; and the call stack of a failure.</summary>
/// <remarks>A theme is trusted, so the limits are far above what a large blog needs.</remarks>
sealed class RenderState : IDisposable
{
    /// <summary>Nested templates.</summary>
    internal const int MostDepth = 100;

    /// <summary>Nested calls; above <see cref="MostDepth"/>, because each partial is a call.</summary>
    internal const int MostCalls = 250;

    /// <summary>Loop iterations and calls.</summary>
    internal const int MostSteps = 3_000_000;

    /// <summary>UTF-16 units of one text.</summary>
    internal const int LongestText = 16 << 20;

    /// <summary>Bytes of a page.</summary>
    internal const int LongestOutput = 64 << 20;

    /// <summary>Bytes of all texts and lists that a page allocates.</summary>
    internal const long MostBuilt = 256L << 20;

    internal static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    internal static readonly TimeSpan MostRegexTime = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    static RenderState? current;

    readonly CancellationTokenSource clock = new();
    long built;
    int steps;
    TimeSpan regexTime;

    /// <summary>The page of this thread; null for none.</summary>
    internal static RenderState? Current => current;

    internal int Depth { get; private set; }

    internal CancellationToken Token => clock.Token;

    /// <summary>The call stack of a failure, innermost first.</summary>
    internal List<SourceSpan> Callers { get; private set; } = [];

    internal ScriptNode? FailedNode { get; private set; }

    /// <summary>Whether it failed because calls were nested too deeply.</summary>
    internal bool IsTooDeep { get; private set; }

    internal TimeSpan RegexTimeLeft => MostRegexTime > regexTime ? MostRegexTime - regexTime : TimeSpan.FromTicks(1);

    /// <summary>Starts a template: a page's own, or a nested one.</summary>
    internal static RenderState Enter(SourceSpan caller)
    {
        var state = current ??= new RenderState();
        if (state.Depth == 0)
            state.clock.CancelAfter(MostTime);
        else if (state.Depth >= MostDepth)
            throw new TemplateFailure(caller, $"Templates are nested too deeply here: {MostDepth} levels are the limit.",
                "Does a partial call itself?");
        state.Depth++;
        return state;
    }

    /// <summary>Ends it. The state of a page that ran out of time is not reused.</summary>
    internal void Exit()
    {
        if (--Depth > 0)
            return;
        (built, steps, regexTime) = (0, 0, TimeSpan.Zero);
        if (clock.TryReset())
            return;
        current = null;
        Dispose();
    }

    public void Dispose() => clock.Dispose();

    /// <summary>Separates nested failures from outer ones; returns the outer call stack.</summary>
    internal List<SourceSpan> BeginFailures()
    {
        var outer = Callers;
        (Callers, FailedNode, IsTooDeep) = ([], null, false);
        return outer;
    }

    internal void EndFailures(List<SourceSpan> outer) => (Callers, FailedNode, IsTooDeep) = (outer, null, false);

    /// <summary>For exception filters, which run before the stack is unwound; returns false, so that nothing is caught.</summary>
    internal bool NoteCaller(SourceSpan caller, RenderContext context)
    {
        NoteFailure(context);
        Callers.Add(caller);
        return false;
    }

    /// <summary>For exception filters; returns true. Only the innermost context knows the failed node.</summary>
    internal bool NoteFailure(RenderContext context)
    {
        if (FailedNode is null)
            (FailedNode, IsTooDeep) = (context.CurrentNode, context.IsAtMostDepth());
        return true;
    }

    internal void Step(ScriptNode loop)
    {
        if (++steps > MostSteps)
        {
            throw new TemplateFailure(loop.Span, $"The loops and calls of this page take more than {MostSteps} steps.",
                "Does a loop run without end?");
        }
    }

    internal void Build(long bytes, ScriptNode node)
    {
        built += bytes;
        if (built > MostBuilt)
        {
            throw new TemplateFailure(node.Span, $"The texts and lists that this page builds take more than {MostBuilt >> 20} MB.",
                "Lists grow by `list[list.size] = value` without being copied.");
        }
    }

    /// <summary>Runs code whose time counts as regular expression time.</summary>
    internal T Timed<T>(Func<T> work)
    {
        var begin = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            regexTime += Stopwatch.GetElapsedTime(begin);
        }
    }
}
