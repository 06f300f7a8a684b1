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
        if (templates.Refusal(name) is { } refusal)
            throw new TemplateFailure(span, $"`{name}` can't be included.", refusal);
        if (templates.Partial(name, out var searched) is not { } template)
            throw new TemplateFailure(span, $"There is no template `{name}`; looked for {string.Join(", ", searched)}.", TemplateFailure.Suggestion(name, templates.PartialNames));
        return template.Mistakes.Count == 0 ? template : throw new TemplateFailure(span, $"The template `{name}` has mistakes in its syntax.");
    }
}
