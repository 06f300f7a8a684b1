using System.Diagnostics;
using Scriban.Parsing;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary>
/// What one page may use while it renders, whatever renders inside it: partials, cached partials, shortcodes. Also the calls that a failure came through.
/// A theme is the author's own program, so the limits are far above what a large blog needs; still nothing runs for ever.
/// </summary>
sealed class RenderState : IDisposable
{
    /// <summary>Templates inside each other.</summary>
    internal const int MostDepth = 100;

    /// <summary>Calls inside each other within one template and its partials; above <see cref="MostDepth"/>, since each partial is a call.</summary>
    internal const int MostCalls = 250;

    /// <summary>Rounds of loops, and calls.</summary>
    internal const int MostSteps = 3_000_000;

    /// <summary>UTF-16 units of one text.</summary>
    internal const int LongestText = 16 << 20;

    /// <summary>Bytes of a page.</summary>
    internal const int LongestOutput = 64 << 20;

    /// <summary>Bytes of all texts and lists that a page builds; those that it drops again count too.</summary>
    internal const long MostBuilt = 256L << 20;

    internal static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    internal static readonly TimeSpan MostRegexTime = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    static RenderState? current;

    readonly CancellationTokenSource clock = new();
    long built;
    int steps;
    TimeSpan regexTime;

    /// <summary>The page that this thread renders; null for none.</summary>
    internal static RenderState? Current => current;

    internal int Depth { get; private set; }

    internal CancellationToken Token => clock.Token;

    /// <summary>Where the templates that failed were called from, the nearest first.</summary>
    internal List<SourceSpan> Callers { get; private set; } = [];

    /// <summary>The node that failed.</summary>
    internal ScriptNode? FailedNode { get; private set; }

    /// <summary>Whether it failed because calls were nested too deeply.</summary>
    internal bool IsTooDeep { get; private set; }

    internal TimeSpan RegexTimeLeft => MostRegexTime > regexTime ? MostRegexTime - regexTime : TimeSpan.FromTicks(1);

    /// <summary>Begins a template: a page's own, or one inside it.</summary>
    internal static RenderState Enter(SourceSpan caller)
    {
        var state = current ??= new RenderState();
        if (state.Depth == 0)
            state.clock.CancelAfter(MostTime);
        else if (state.Depth >= MostDepth)
            throw new TemplateFailure(caller, $"Templates are nested too deeply here: {MostDepth} levels are the limit.", "Does a partial call itself?");
        state.Depth++;
        return state;
    }

    /// <summary>Ends it. A page that ran out of time leaves no state that another could use.</summary>
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

    /// <summary>Failures inside are told apart from those outside; what is given back brings these back.</summary>
    internal List<SourceSpan> BeginFailures()
    {
        var outer = Callers;
        (Callers, FailedNode, IsTooDeep) = ([], null, false);
        return outer;
    }

    internal void EndFailures(List<SourceSpan> outer) => (Callers, FailedNode, IsTooDeep) = (outer, null, false);

    /// <summary>For exception filters, which run before anything is unwound; false, so that nothing is caught.</summary>
    internal bool NoteCaller(SourceSpan caller, RenderContext context)
    {
        NoteFailure(context);
        Callers.Add(caller);
        return false;
    }

    /// <summary>For exception filters; true. Only the innermost context knows what failed.</summary>
    internal bool NoteFailure(RenderContext context)
    {
        if (FailedNode is null)
            (FailedNode, IsTooDeep) = (context.CurrentNode, context.IsAtMostDepth());
        return true;
    }

    internal void Step(ScriptNode loop)
    {
        if (++steps > MostSteps)
            throw new TemplateFailure(loop.Span, $"The loops and calls of this page take more than {MostSteps} steps.", "Does a loop run without end?");
    }

    internal void Build(long bytes, ScriptNode node)
    {
        built += bytes;
        if (built > MostBuilt)
            throw new TemplateFailure(node.Span, $"The texts and lists that this page builds take more than {MostBuilt >> 20} MB.", "Lists grow by `list[list.size] = value` without being copied.");
    }

    /// <summary>Runs something whose time is counted as that of regular expressions.</summary>
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
