using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A piece of a template that has a value. Immutable and shared by all renders.</summary>
abstract class Expression(SourceSpan span) : IPipeSource
{
    public SourceSpan Span { get; } = span;

    /// <summary>The value; where it is a function, what calling it without arguments gives.</summary>
    public abstract Value Evaluate(RenderContext context);

    /// <summary>The value itself, even where it is a function.</summary>
    public virtual Value EvaluateUncalled(RenderContext context) => Evaluate(context);

    /// <summary>The value for looking into it only: nobody will keep it.</summary>
    public virtual Value EvaluateTarget(RenderContext context) => Evaluate(context);

    /// <summary>Prints the value, as an expression statement does.</summary>
    public virtual void Print(RenderContext context) => context.Print(Evaluate(context));

    public virtual void Assign(RenderContext context, in Value value) =>
        throw context.Error(Span, "Only names, members and items can be set");

    /// <summary>Whether a list given by this expression stands for that many arguments.</summary>
    public virtual bool IsSpread => false;

    /// <summary>Whether a missing target here gives null, because <c>?.</c> stands further left.</summary>
    public virtual bool IsNullSafe => false;
}

sealed class LiteralExpression(SourceSpan span, Value value) : Expression(span)
{
    public Value Value => value;

    public override Value Evaluate(RenderContext context) => value;
}

/// <summary>Stands where the parser found none; the template has errors then and is never rendered.</summary>
sealed class MissingExpression(SourceSpan span) : Expression(span)
{
    public override Value Evaluate(RenderContext context) => default;
}

/// <summary><c>( expr )</c>: what is piped from outside is not seen inside.</summary>
sealed class NestedExpression(SourceSpan span, Expression inner) : Expression(span)
{
    public Expression Inner => inner;

    public override Value Evaluate(RenderContext context)
    {
        IPipeSource? pending = context.Pending;
        context.Pending = null;
        context.EnsureStack(Span);
        // A function written in place is called where it stands in parentheses, like any other that is mentioned.
        Value value = inner is DoExpression
            ? Callee.CallMentioned(context, inner.EvaluateUncalled(context), inner, new BareCallSite(Span))
            : inner.Evaluate(context);
        context.Pending = pending;
        return value;
    }

    public override Value EvaluateUncalled(RenderContext context) =>
        inner is DoExpression or NameExpression or MemberExpression or LocalExpression ? inner.EvaluateUncalled(context) : Evaluate(context);

    public override void Assign(RenderContext context, in Value value) =>
        throw context.Error(inner.Span, "Only names, members and items can be set");
}

sealed class ArrayExpression(SourceSpan span, Expression[] items) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        var list = new ScriptArray(items.Length);
        foreach (Expression item in items)
            list.Add(item.Evaluate(context));
        return Value.Of(list);
    }
}

sealed class ObjectExpression(SourceSpan span, string[] names, Expression[] values) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        var made = new ScriptObject(names.Length);
        for (int i = 0; i < names.Length; i++)
            made.Set(names[i], values[i].Evaluate(context));
        return Value.Of(made);
    }
}

/// <summary><c>condition ? then : otherwise</c></summary>
sealed class ConditionalExpression(SourceSpan span, Expression condition, Expression then, Expression otherwise) : Expression(span)
{
    public override Value Evaluate(RenderContext context) =>
        condition.Evaluate(context).IsTruthy ? then.Evaluate(context) : otherwise.Evaluate(context);

    public override void Print(RenderContext context)
    {
        if (condition.Evaluate(context).IsTruthy)
            then.Print(context);
        else
            otherwise.Print(context);
    }
}

/// <summary><c>$"text {expr} text"</c>. Booleans and dates print the host's way here, not the language's.</summary>
sealed class InterpolatedExpression(SourceSpan span, string[] texts, Expression[] values) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        var parts = new string[texts.Length + values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            parts[2 * i] = texts[i];
            parts[(2 * i) + 1] = TextOf(context, values[i].Evaluate(context));
        }

        parts[^1] = texts[^1];
        return Value.Of(string.Concat(parts));
    }

    static string TextOf(RenderContext context, in Value value) => value.Kind switch
    {
        ValueKind.Bool => value.AsBool ? "True" : "False",
        ValueKind.Date => value.AsDate.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => context.ToText(value),
    };
}

/// <summary>A function written in place: <c>do … end</c>.</summary>
sealed class DoExpression(SourceSpan span, ScriptFunction function) : Expression(span)
{
    public override Value Evaluate(RenderContext context) =>
        context.Pending is null ? Value.Of((ICallable)function) : function.Call(context, new BareCallSite(Span));

    public override Value EvaluateUncalled(RenderContext context) => Value.Of((ICallable)function);

    public override void Print(RenderContext context)
    {
        if (context.Pending is null)
            context.PrintText(function.ToString());
        else
            base.Print(context);
    }
}
