using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A call without arguments: a function that is merely mentioned.</summary>
sealed class BareCallSite(SourceSpan span) : CallSite(span)
{
    public override int ArgumentCount => 0;

    public override string? ArgumentName(int index) => null;

    public override string? ArgumentLocalName(int index) => null;

    public override SourceSpan ArgumentSpan(int index) => Span;

    public override bool IsSpread(int index) => false;

    public override Value EvaluateArgument(RenderContext context, int index) => default;
}

/// <summary>One argument of a call; <paramref name="LocalName"/> is its name with "$" in front.</summary>
sealed record Argument(SourceSpan Span, string? Name, string? LocalName, Expression Value);

sealed class ArgumentsCallSite(SourceSpan span, Argument[] arguments) : CallSite(span)
{
    public override int ArgumentCount => arguments.Length;

    public override string? ArgumentName(int index) => arguments[index].Name;

    public override string? ArgumentLocalName(int index) => arguments[index].LocalName;

    public override SourceSpan ArgumentSpan(int index) => arguments[index].Span;

    public override bool IsSpread(int index) => arguments[index].Value.IsSpread;

    public override Value EvaluateArgument(RenderContext context, int index) => arguments[index].Value.Evaluate(context);

    public override bool WordIn(string name) =>
        Array.Exists(arguments, a => a.Value is NameExpression { Name: { } word } && string.Equals(word, name, StringComparison.Ordinal));
}

/// <summary>Calls what a head or a mentioned name turned out to be.</summary>
static class Callee
{
    /// <summary>Looks into something while a pipe waits: what is piped is for the call, not for the path to it.</summary>
    public static Value Unpiped(RenderContext context, Expression part)
    {
        IPipeSource? pending = context.Pending;
        context.Pending = null;
        Value value = part.EvaluateTarget(context);
        context.Pending = pending;
        return value;
    }

    /// <summary>A name or path was evaluated to <paramref name="value"/>: calls it where it is a function or something is piped to it.</summary>
    public static Value CallMentioned(RenderContext context, in Value value, Expression head, CallSite site)
    {
        if (Find(value, context.Pending is not null) is { } function)
            return function.Call(context, site);
        // A pipe to something that isn't there names it; to a value that is no function the pipe itself complains.
        return value.IsNull && context.Pending is not null ? Unknown(context, head, site) : value;
    }

    public static void PrintMentioned(RenderContext context, in Value value, Expression head, CallSite site)
    {
        if (Find(value, context.Pending is not null) is { } function)
            function.Print(context, site);
        else
            context.Print(CallMentioned(context, value, head, site));
    }

    /// <summary>Calls the head of a call.</summary>
    public static Value Call(RenderContext context, Expression head, CallSite site)
    {
        Value value = head.EvaluateUncalled(context);
        return Find(value, isCall: true) is { } function ? function.Call(context, site) : NotCallable(context, value, head, site);
    }

    public static void Print(RenderContext context, Expression head, CallSite site)
    {
        Value value = head.EvaluateUncalled(context);
        if (Find(value, isCall: true) is { } function)
            function.Print(context, site);
        else
            context.Print(NotCallable(context, value, head, site));
    }

    static ICallable? Find(in Value value, bool isCall) =>
        value.IsFunction ? value.AsCallable : isCall && value.Reference is ScriptObject { Function: { } function } ? function : null;

    static Value NotCallable(RenderContext context, in Value value, Expression head, CallSite site) => value.IsNull
        ? Unknown(context, head, site)
        : throw context.Error(head.Span, $"`{context.TextOf(head.Span)}` is no function but of type {TypeName.Of(value)}", ForeignWord(head, site) ?? NotAHead);

    static Value Unknown(RenderContext context, Expression head, CallSite site)
    {
        if (context.Options.RelaxedFunction)
        {
            context.Pending = null;
            return default;
        }

        throw context.Error(head.Span, $"There is no function `{context.TextOf(head.Span)}`", ForeignWord(head, site) ?? HintFor(context, head));
    }

    static Message NotAHead => "what follows it after a blank is read as its argument: an operator, a comma or a `;` may be missing";

    /// <summary>What other languages write in words is read as names here, and as a call with arguments.</summary>
    static Message? ForeignWord(Expression head, CallSite site)
    {
        if (head is NameExpression { Name: "not" })
            return "there is no operator `not`: write !value";
        return site.WordIn("and") ? "there is no operator `and`: write &&" : site.WordIn("or") ? "there is no operator `or`: write ||" : null;
    }

    static Message? HintFor(RenderContext context, Expression head)
    {
        if (head is NameExpression name)
            return BuiltinsWith(context, name.Name) ?? Nearest.Hint(name.Name, context.KnownNames());
        if (head is not MemberExpression member)
            return null;
        context.Pending = null;
        Value owner = member.Target.EvaluateUncalled(context);
        return owner.TryGetObject(out IScriptObject known)
            ? Nearest.Hint(member.Name, known.Names, context.TextOf(member.Target.Span) + ".")
            : null;
    }

    /// <summary>Other languages have no objects around their functions: `upcase` is `string.upcase` here.</summary>
    static Message? BuiltinsWith(RenderContext context, string name)
    {
        var found = new List<string>();
        foreach (string owner in context.Builtins.Names)
        {
            if (context.Builtins.TryGet(owner, out Value value) && value.TryGetObject(out IScriptObject members) && members.TryGet(name, out _))
                found.Add($"`{owner}.{name}`");
        }

        return found.Count == 0 ? null : (Message)$"did you mean {string.Join(" or ", found)}?";
    }
}

/// <summary><c>head argument …</c> and <c>head(argument, …)</c></summary>
sealed class CallExpression(SourceSpan span, Expression head, Argument[] arguments) : Expression(span)
{
    readonly ArgumentsCallSite _site = new(span, arguments);

    public Expression Head => head;

    public IReadOnlyList<Argument> Arguments => arguments;

    public CallSite Site => _site;

    public override Value Evaluate(RenderContext context) => Callee.Call(context, head, _site);

    public override void Print(RenderContext context) => Callee.Print(context, head, _site);
}

/// <summary><c>left | right</c>: the left side waits until a call on the right takes it.</summary>
sealed class PipeExpression(SourceSpan span, Expression left, Expression right) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        IPipeSource? outer = context.Pending;
        context.Pending = left;
        context.EnsureStack(Span);
        Value value = right.Evaluate(context);
        Finish(context, outer);
        return value;
    }

    public override void Print(RenderContext context)
    {
        IPipeSource? outer = context.Pending;
        context.Pending = left;
        right.Print(context);
        Finish(context, outer);
    }

    void Finish(RenderContext context, IPipeSource? outer)
    {
        if (context.Pending is not null)
            throw context.Error(right.Span, $"A pipe must lead to a function: `{context.TextOf(right.Span)}` is none");
        context.Pending = outer;
    }
}
