using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <summary><c>partial "name" argument: value</c> and <c>include</c>, which is the same. What it prints is HTML.</summary>
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

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>The partial of a name, without mistakes.</summary>
    internal static ParsedTemplate Find(RenderContext context, string? name, SourceSpan span)
    {
        var templates = context.Templates;
        if (string.IsNullOrEmpty(name))
            throw new TemplateFailure(span, "The name of the template to include is empty.");
        if (Problem(name, templates) is { } problem)
            throw new TemplateFailure(span, problem.Headline, problem.Hint);
        var template = templates.Partial(name, out _)!;
        return template.Mistakes is [var mistake, ..] ? throw new TemplateFailure(span, mistake.Message) { Known = mistake } : template;
    }

    /// <summary>Why a name names no partial; null where it names one.</summary>
    internal static (Message Headline, Message? Hint)? Problem(string name, ITemplateSource templates) =>
        templates.Refusal(name) is { } refusal ? ($"`{name}` can't be included.", refusal)
        : templates.Partial(name, out var searched) is null ? ($"There is no template `{name}`; looked for {string.Join(", ", searched)}.", TemplateFailure.Suggestion(name, templates.PartialNames))
        : null;
}
