using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>The state of one render at a time. Made once per thread and used again for render after render.</summary>
/// <remarks>Who makes one for a single render disposes it when the output is read: the next one then finds the buffers. Nothing else depends on it.</remarks>
public sealed partial class RenderContext : IDisposable
{
    /// <summary>A context with these limits.</summary>
    public RenderContext(TemplateOptions options)
    {
        Options = options;
        _out = Output;
        _indentsEmptyLines = options.IndentOnEmptyLines;
        _mostBytes = (int)Math.Min(int.MaxValue, 3L * MaxTextLength);
    }

    /// <summary>Limits and leniencies.</summary>
    public TemplateOptions Options { get; }

    /// <summary>The page object: plain names are looked up and assigned here.</summary>
    public ScriptObject Globals { get; set; } = new();

    /// <summary>Functions and objects of the host: looked up after the page object and before the built-ins, never assigned.</summary>
    public IScriptObject? HostFunctions { get; set; }

    /// <summary>Finds what <c>include</c> names; without one every include fails.</summary>
    public ITemplateLoader? Loader { get; set; }

    /// <summary>What was rendered.</summary>
    public Utf8Buffer Output { get; } = new();

    /// <summary>The host's own state of this render, for its functions.</summary>
    public object? Tag { get; set; }

    /// <summary>The clock and time zone of <c>date.now</c>.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The language's own names; set by who renders.</summary>
    internal IBuiltins Builtins { get; private set; } = null!;

    /// <summary>Where errors of what is running now point into.</summary>
    internal SourceText Source { get; set; } = new("", "");

    /// <summary>The value of the <c>ret</c> that is on its way out.</summary>
    internal Value ReturnValue { get; set; }

    /// <summary>Ready for the next page: output emptied, globals new, buffers kept. Values that <c>capture</c> made are void.</summary>
    public void Reset()
    {
        Globals = new ScriptObject();
        ReleaseCaptures(keep: false);
        Begin();
    }

    /// <summary>Gives the buffers back: the output and values that <c>capture</c> made are void.</summary>
    public void Dispose()
    {
        ReleaseCaptures(keep: false);
        Output.Dispose();
        while (_spareBuffers.TryPop(out Utf8Buffer? spare))
            spare.Dispose();
    }

    /// <summary>Everything a render leaves behind is put back, so that a context may be used again even after an error.</summary>
    internal void Begin(IBuiltins builtins)
    {
        Builtins = builtins;
        Begin();
    }

    void Begin()
    {
        Output.Clear();
        _out = Output;
        EscapesHtml = Options.EscapeHtml;
        _indent = null;
        _lineIsFresh = false;
        _storeCount = 0;
        _loopCount = 0;
        _frameCount = 0;
        _functionFloor = 0;
        _depth = 0;
        _loopDepth = 0;
        _callsInUse = 0;
        _blocks.Clear();
        _included.Clear();
        _includeSites.Clear();
        _cycles?.Clear();
        _dateObject = null;
        Pending = null;
        ReturnValue = default;
        // A page may hand what it captured on to the layout that is rendered next.
        ReleaseCaptures(keep: true);
    }
}
