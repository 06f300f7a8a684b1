namespace SiteGen.Scriban;

/// <summary>The state of one render at a time. Made once per thread and used again for render after render.</summary>
public sealed class RenderContext(TemplateOptions options)
{
    /// <summary>Limits and leniencies.</summary>
    public TemplateOptions Options { get; } = options;

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

    /// <summary>Ready for the next render: output emptied, globals new, buffers kept. Captured values of the last render are void.</summary>
    public void Reset()
    {
        Output.Clear();
        Globals = new ScriptObject();
    }
}
