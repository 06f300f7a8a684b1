using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Templates;

/// <param name="IsOptional">Parameters after it are optional too.</param>
public sealed record TemplateParameter(string Name, bool IsOptional = false)
{
    /// <summary>It is the name of a partial.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Why a text is invalid; null for a valid one. Literals are checked before rendering.</summary>
    public Func<string, (Message Headline, Message? Hint)?>? Problem { get; init; }
}

/// <summary>A function of SiteGen in templates, without reflection.</summary>
/// <param name="takesNamed">Takes arguments with any name, as <c>t "key" count: 3</c> does.</param>
public sealed class TemplateFunction(
    string name, IReadOnlyList<TemplateParameter> parameters, Func<FunctionCall, object?> body, bool takesNamed = false)
        : IScriptCustomFunction
{
    public string Name => name;

    public IReadOnlyList<TemplateParameter> Parameters => parameters;

    public bool TakesNamed => takesNamed;

    public int RequiredParameterCount { get; } = parameters.Count(parameter => !parameter.IsOptional);

    public int ParameterCount => parameters.Count;

    public ScriptVarParamKind VarParamKind => takesNamed ? ScriptVarParamKind.Direct : ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    /// <summary>A function that takes any name has no named parameters.</summary>
    public ScriptParameterInfo GetParameterInfo(int index) =>
        new(typeof(object), index < parameters.Count && !takesNamed ? parameters[index].Name : "");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var call = new FunctionCall(this, (RenderContext)context, callerContext, arguments);
        if (arguments.Count > parameters.Count)
        {
            throw takesNamed
                ? call.Fail(parameters.Count, $"Arguments of `{name}` have names.", "Write them as `post: page`.")
                : call.Fail(parameters.Count, $"Too many arguments for `{name}`: it takes {parameters.Count}.");
        }

        try
        {
            return body(call);
        }
        catch (Exception e) when (e is not (ScriptRuntimeException or OutputLimitException or RegexMatchTimeoutException
            or InsufficientExecutionStackException))
        {
            throw new TemplateFailure(call.Span, $"{e.Message}") { Fault = e };
        }
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments,
        ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>One call of a <see cref="TemplateFunction"/>.</summary>
public readonly struct FunctionCall(TemplateFunction function, RenderContext context, ScriptNode? caller, ScriptArray arguments)
{
    public RenderContext Context => context;

    internal ScriptNode? Caller => caller;

    internal SourceSpan Span => caller?.Span ?? context.CurrentSpan;

    internal ScriptArray Arguments => arguments;

    /// <summary>An argument; null when left out.</summary>
    public object? this[int index] => index < arguments.Count ? arguments[index] : null;

    /// <summary>An argument as it would be printed; null for null.</summary>
    public string? Text(int index) => this[index] is { } value ? value as string ?? context.PrintedText(Span, value) : null;

    /// <summary>Arguments with a name other than a parameter's, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Named => function.TakesNamed ? [.. NamedIn(caller, arguments)] : [];

    /// <summary>Avoids <c>ScriptArray.ScriptObject</c>, which allocates, for a call without named arguments.</summary>
    internal static IEnumerable<KeyValuePair<string, object?>> NamedIn(ScriptNode? caller, ScriptArray arguments)
    {
        if (caller is not ScriptFunctionCall { Arguments: var nodes })
            return arguments.ScriptObject;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is ScriptNamedArgument)
                return arguments.ScriptObject;
        }

        return [];
    }

    public TemplateFailure Fail(Message message, Message? hint = null) => new(Span, message, hint);

    /// <summary>An error at an argument.</summary>
    public TemplateFailure Fail(int index, Message message, Message? hint = null) => new(SpanOf(index), message, hint);

    internal SourceSpan SpanOf(int index) => ArgumentNode(index)?.Span ?? Span;

    public TemplateFailure Fail(int index, (Message Headline, Message? Hint)? problem) =>
        Fail(index, problem!.Value.Headline, problem.Value.Hint);

    ScriptNode? ArgumentNode(int index)
    {
        // In `value | f x` the value is the first argument.
        var piped = caller?.Parent is ScriptPipeCall pipe && pipe.To == caller ? pipe.From : null;
        if (piped is not null && index == 0)
            return piped;
        if (caller is not ScriptFunctionCall { Arguments: var nodes })
            return null;
        var name = index < function.Parameters.Count ? function.Parameters[index].Name : null;
        var named = nodes.OfType<ScriptNamedArgument>().FirstOrDefault(node => node.Name?.Name == name);
        return (ScriptNode?)named?.Value
            ?? nodes.Where(node => node is not ScriptNamedArgument).ElementAtOrDefault(piped is null ? index : index - 1);
    }
}
