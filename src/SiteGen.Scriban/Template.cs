namespace SiteGen.Scriban;

/// <summary>A parsed template: immutable, rendered any number of times by any number of threads.</summary>
public sealed class Template
{
    Template(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The name given to it, for messages.</summary>
    public string Path { get; }

    /// <summary>Its source.</summary>
    public string Text { get; }

    /// <summary>All syntax errors, the first one first; empty when it parsed.</summary>
    public IReadOnlyList<TemplateError> Errors { get; } = [];

    /// <summary>Parses a template. Never throws: what is wrong is in <see cref="Errors"/>.</summary>
    public static Template Parse(string text, string path = "<input>", bool scriptOnly = false) => new(path, text);

    /// <summary>Renders into the context's output. Returns null when done, else the error, and then the output is to be thrown away.</summary>
    public TemplateError? Render(RenderContext context)
    {
        context.Output.Write(Text);
        return null;
    }
}
