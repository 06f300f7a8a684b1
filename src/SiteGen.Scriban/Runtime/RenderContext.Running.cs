using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class RenderContext
{
    /// <summary>A wrapped body waiting for its <c>$$</c>, and the source it stands in.</summary>
    internal readonly record struct WrappedBody(Action<RenderContext> Run, SourceText Source);

    readonly record struct IncludeSite(SourceText Source, SourceSpan Span);

    readonly Stack<WrappedBody> _blocks = new();
    readonly List<IncludeSite> _includeSites = [];
    readonly Dictionary<string, Template> _included = new(StringComparer.Ordinal);
    NativeCall[] _calls = [];
    int _callsInUse;
    int _depth;
    int _loopDepth;
    int _steps;
    Dictionary<string, int>? _cycles;

    /// <summary>The left side of a pipe, until the call on its right takes it.</summary>
    internal IPipeSource? Pending { get; set; }

    /// <summary>The call that stands as a statement of its own, where it matters (see the option).</summary>
    internal CallSite? StatementCall { get; set; }

    internal Stack<WrappedBody> Blocks => _blocks;

    internal Dictionary<string, int> Cycles => _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);

    internal NativeCall RentCall()
    {
        if (_callsInUse == _calls.Length)
            Array.Resize(ref _calls, Math.Max(8, _callsInUse * 2));
        return _calls[_callsInUse++] ??= new NativeCall(this);
    }

    internal void ReturnCall() => _callsInUse--;

    /// <summary>One function call or include deeper.</summary>
    internal void EnterCall(SourceSpan place)
    {
        if (++_depth > Options.RecursiveLimit && Options.RecursiveLimit > 0)
            throw Error(place, $"Calls and includes nest deeper than {Options.RecursiveLimit} levels at `{TextOf(place)}`", "does a function or template call itself without end?");
        EnsureStack(place);
    }

    internal void LeaveCall() => _depth--;

    /// <summary>Fails rather than letting deep nesting end the process.</summary>
    internal void EnsureStack(SourceSpan place)
    {
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Error(place, "This is nested too deeply");
    }

    /// <summary>A loop begins. Steps are counted over the outermost one.</summary>
    internal void EnterLoop()
    {
        if (_loopDepth++ == 0)
            _steps = 0;
    }

    internal void LeaveLoop() => _loopDepth--;

    internal void Step(SourceSpan place, bool isStatement)
    {
        if (++_steps > Options.LoopLimit && Options.LoopLimit > 0)
        {
            throw isStatement
                ? Error(place, $"The loops take more than {Options.LoopLimit} steps", "does a loop run without end?")
                : Error(place, $"The lists walked here take more than {Options.LoopLimit} steps");
        }
    }

    /// <summary>Counts the steps of a built-in that walks a list.</summary>
    internal void CountSteps(long steps, SourceSpan place)
    {
        if (_loopDepth == 0)
            _steps = 0;
        if (Options.LoopLimit > 0 && _steps + steps > Options.LoopLimit)
            throw Error(place, $"The lists walked here take more than {Options.LoopLimit} steps");
        _steps = (int)Math.Min(int.MaxValue - 1L, _steps + steps);
    }

    /// <summary>The longest text a template may build: where the options set no limit, what memory bears.</summary>
    internal int MaxTextLength => Options.LimitToString > 0 ? Options.LimitToString : 1 << 28;

    /// <summary>Builds long text only as far as the limit allows.</summary>
    internal void CheckTextLength(long length, SourceSpan place, string what)
    {
        if (length > MaxTextLength)
            throw Error(place, $"{what} gives more than {MaxTextLength} characters");
    }

    internal void EnterInclude(SourceSpan place) => _includeSites.Add(new IncludeSite(Source, place));

    internal void LeaveInclude() => _includeSites.RemoveAt(_includeSites.Count - 1);

    /// <summary>The template of that name, loaded once a render.</summary>
    internal Template? FindTemplate(string name, out IReadOnlyList<string> searched)
    {
        searched = [];
        if (_included.TryGetValue(name, out Template? known))
            return known;
        Template? loaded = Loader?.Load(name, out searched);
        if (loaded is not null)
            _included[name] = loaded;
        return loaded;
    }

    internal string TextOf(SourceSpan span) =>
        span.Start >= 0 && span.End <= Source.Text.Length && span.Start <= span.End ? Source.Text[span.Start..span.End] : "";

    internal ScriptException Error(SourceSpan place, Message message, Message? hint = null) => Error(Source, place, message, hint);

    internal ScriptException Error(SourceText source, SourceSpan place, Message message, Message? hint = null, TemplateErrorNote? note = null)
    {
        var notes = new List<TemplateErrorNote>(_includeSites.Count + 1);
        if (note is not null)
            notes.Add(note);
        for (int i = _includeSites.Count - 1; i >= 0; i--)
            notes.Add(new TemplateErrorNote(_includeSites[i].Source.Path, _includeSites[i].Source.Text, _includeSites[i].Span.Start, "included from here"));
        return new ScriptException(new TemplateError(
            TemplateErrorKind.Runtime, source.Path, source.Text, place.Start, Math.Max(0, place.Length), message, hint, notes));
    }
}
