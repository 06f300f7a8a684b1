using SiteGen.Scriban.Builtins;
using SiteGen.Scriban.Parsing;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>A parsed template: immutable, rendered any number of times by any number of threads.</summary>
public sealed class Template
{
    readonly SourceText _source;
    readonly ParsedTemplate _parsed;

    Template(SourceText source, ParsedTemplate parsed)
    {
        _source = source;
        _parsed = parsed;
    }

    /// <summary>The name given to it, for messages.</summary>
    public string Path => _source.Path;

    /// <summary>Its source.</summary>
    public string Text => _source.Text;

    /// <summary>All syntax errors, the first one first; empty when it parsed.</summary>
    public IReadOnlyList<TemplateError> Errors => _parsed.Errors;

    internal SourceText Source => _source;

    internal LocalLayout Locals => _parsed.Locals;

    /// <summary>Parses a template. Never throws: what is wrong is in <see cref="Errors"/>.</summary>
    /// <param name="text">The source.</param>
    /// <param name="path">The name of the source in messages.</param>
    /// <param name="scriptOnly">The whole source is code, without <c>{{ }}</c>.</param>
    public static Template Parse(string text, string path = "<input>", bool scriptOnly = false)
    {
        var source = new SourceText(path, text);
        return new Template(source, Parser.Parse(source, scriptOnly));
    }

    /// <summary>Parses code that will run inside another template, whose locals it sees.</summary>
    internal static Template ParseInner(string text, string path, bool scriptOnly)
    {
        var source = new SourceText(path, text);
        return new Template(source, Parser.Parse(source, scriptOnly, isDynamic: true));
    }

    /// <summary>Renders into the context's output, which is emptied first. Returns null when done, else the error, and then the output is to be thrown away.</summary>
    public TemplateError? Render(RenderContext context) => Render(context, null);

    /// <summary>The same with arguments as <c>include</c> gives them: <c>$.name</c>.</summary>
    public TemplateError? Render(RenderContext context, IEnumerable<KeyValuePair<string, Value>>? arguments)
    {
        if (Errors.Count > 0)
            return Errors[0];
        context.Begin(BuiltinNames.Instance);
        try
        {
            context.Source = _source;
            LocalFrame frame = context.PushFrame(_parsed.Locals);
            if (arguments is not null)
                frame.TakeNamedArguments(arguments);
            context.PushStore(context.Globals, isFunction: false);
            Run(context);
            context.LimitOutput();
            return null;
        }
        catch (ScriptException e)
        {
            return e.Error;
        }
    }

    /// <summary>Runs the page or include; what it returns is printed.</summary>
    internal void Run(RenderContext context)
    {
        if (_parsed.Body.Execute(context) is not Flow.Return)
            return;
        Value value = context.ReturnValue;
        context.ReturnValue = default;
        context.Print(value);
    }

    /// <summary>Runs code for its value: that of the last expression, or of <c>ret</c>.</summary>
    internal Value Evaluate(RenderContext context) => Syntax.ScriptValue.Of(_parsed.Body, context);
}
