using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary><c>partial "name" argument: value</c>, also named <c>include</c>. Its output is HTML.</summary>
sealed class Partials : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var render = (RenderContext)context;
        var name = arguments.Count > 0 ? arguments[0] as string ?? context.ObjectToString(arguments[0]) : null;
        return render.RenderPartial(Find(render, name, callerContext?.Span ?? context.CurrentSpan), callerContext, arguments);
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary><c>include_join names separator prefix suffix</c>; the last three are text, HTML, or <c>"tpl:name"</c>.</summary>
    internal static Html? Join(FunctionCall call)
    {
        if (call[0] is not IEnumerable names)
            return null;
        var all = new Utf8Buffer();
        Add(all, call, 2);
        var separate = false;
        foreach (var name in names)
        {
            if (separate)
                Add(all, call, 1);
            Value(call, name as string ?? call.Context.ObjectToString(name)).WriteTo(all);
            separate = true;
        }

        Add(all, call, 3);
        return Html.Of(all.WrittenMemory);
    }

    static void Add(Utf8Buffer all, FunctionCall call, int index)
    {
        const string partial = "tpl:";
        if (call[index] is Html html)
            html.WriteTo(all);
        else if (call.Text(index) is not { } text)
            return;
        else if (text.StartsWith(partial, StringComparison.Ordinal))
            Value(call, text[partial.Length..]).WriteTo(all);
        else
            all.Write(RenderContext.IsMarkup(call[index]) || !call.Context.EscapesHtml ? text : HtmlEscaping.Escape(text));
        if (all.Length > RenderState.LongestOutput)
            throw new OutputLimitException();
    }

    static Html Value(FunctionCall call, string? name) =>
        call.Context.PartialValue(Find(call.Context, name, call.Span), call.Caller, call.Arguments);

    /// <summary>The partial of a name; throws when it is missing or has errors.</summary>
    internal static ParsedTemplate Find(RenderContext context, string? name, SourceSpan span)
    {
        var templates = context.Templates;
        if (Problem(name, templates) is { } problem)
            throw new TemplateFailure(span, problem.Headline, problem.Hint);
        var template = templates.Partial(name!, out _)!;
        return template.Mistakes is [var mistake, ..] ? throw new TemplateFailure(span, mistake.Message) { Known = mistake } : template;
    }

    /// <summary>Why there is no partial of a name; null when there is one.</summary>
    internal static (Message Headline, Message? Hint)? Problem(string? name, ITemplateSource templates) =>
        string.IsNullOrEmpty(name) ? ("The name of the template to include is empty.", null)
        : templates.Refusal(name) is { } refusal ? ($"`{name}` can't be included.", refusal)
        : templates.Partial(name, out var searched) is null ? (
            $"The template `{name}` was not found; looked for in: {string.Join(", ", searched)}.",
            TemplateFailure.Suggestion(name, templates.PartialNames))
        : null;
}
