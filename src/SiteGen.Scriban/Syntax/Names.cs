using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A plain name, looked up through the places names live in.</summary>
class NameExpression(SourceSpan span, string name) : Expression(span)
{
    readonly BareCallSite _site = new(span);

    /// <summary>Where the name was found last time. Only a hint: threads may overwrite each other's.</summary>
    int _hint;

    public string Name => name;

    public override Value Evaluate(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        return value.IsFunction || context.Pending is not null ? Callee.CallMentioned(context, value, this, _site) : value;
    }

    public override Value EvaluateUncalled(RenderContext context)
    {
        int hint = _hint;
        if (context.TryGetName(name, ref hint, out Value value))
        {
            if (hint != _hint)
                _hint = hint;
            return value;
        }

        if (context.Options.StrictVariables)
            throw context.Error(Span, $"There is no variable `{name}`", Nearest.Hint(name, context.KnownNames()));
        return default;
    }

    public override void Print(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        if (value.IsFunction || context.Pending is not null)
            Callee.PrintMentioned(context, value, this, _site);
        else
            context.Print(value);
    }

    public override void Assign(RenderContext context, in Value value)
    {
        if (context.StoreForWriting(name) is ScriptObject store)
        {
            if (store.IsReadOnly(name))
                throw context.Error(Span, $"`{name}` is read-only");
            store.Set(name, value);
            return;
        }

        throw context.Error(Span, $"`{name}` can't be set here: the object around it belongs to the site and is read-only");
    }
}

/// <summary>
/// The variable of a loop around it. Between the loop and its body nothing can hide the name, so its value is in a slot; code that
/// runs elsewhere while the loop runs (functions, includes, <c>do</c>) finds it by name.
/// </summary>
sealed class LoopVariableExpression(SourceSpan span, string name, int slot) : NameExpression(span, name)
{
    public override Value EvaluateUncalled(RenderContext context) => context.Frame.Slots[slot];
}

/// <summary><c>$name</c> where the slot is known.</summary>
sealed class LocalExpression(SourceSpan span, string name, int readSlot, int writeSlot) : Expression(span)
{
    readonly BareCallSite _site = new(span);

    public string Name => name;

    public override Value Evaluate(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        return value.IsFunction || context.Pending is not null ? Callee.CallMentioned(context, value, this, _site) : value;
    }

    /// <summary>Reading sees a loop's variable first; writing always goes to the variable below it.</summary>
    public override Value EvaluateUncalled(RenderContext context)
    {
        Value value;
        if (readSlot >= 0)
            value = context.Frame.Slots[readSlot];
        else
            context.TryGetLocal(name, out value);
        if (value.IsNull && context.Options.StrictVariables && !context.Frame.WasAssigned(name))
            throw context.Error(Span, $"There is no variable `{name}`");
        return value;
    }

    public override void Assign(RenderContext context, in Value value)
    {
        if (context.Frame.IsReadOnly(name))
            throw context.Error(Span, $"`{name}` is read-only");
        if (context.Options.StrictVariables)
            context.Frame.MarkAssigned(name);
        if (writeSlot >= 0)
            context.Frame.Slots[writeSlot] = value;
        else
            context.Frame.Set(name, value);
    }
}

/// <summary><c>$</c>, the argument list.</summary>
sealed class ArgumentsExpression(SourceSpan span) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        context.Frame.ArgumentsEscape();
        return Value.Of(context.Frame.Arguments);
    }

    public override Value EvaluateTarget(RenderContext context) => Value.Of(context.Frame.Arguments);
}

/// <summary><c>$0</c>, <c>$1</c> …</summary>
sealed class ArgumentExpression(SourceSpan span, int index) : Expression(span)
{
    readonly BareCallSite _site = new(span);

    public override Value Evaluate(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        return value.IsFunction || context.Pending is not null ? Callee.CallMentioned(context, value, this, _site) : value;
    }

    public override Value EvaluateUncalled(RenderContext context)
    {
        if (context.Frame.Arguments is not { } arguments)
        {
            return context.Options.RelaxedTarget
                ? default(Value)
                : throw context.Error(Span, $"There are no arguments here: `${index}` can't be read", "arguments exist inside functions and included templates only");
        }

        return index < arguments.Count ? arguments[index] : default;
    }

    public override void Assign(RenderContext context, in Value value)
    {
        if (context.Frame.Arguments is not { } arguments)
            throw context.Error(Span, $"There are no arguments here: `${index}` can't be read");
        IndexAccess.SetItem(context, arguments, index, value, Span);
    }
}

/// <summary><c>this</c>, the innermost object.</summary>
sealed class ThisExpression(SourceSpan span) : Expression(span)
{
    public override Value Evaluate(RenderContext context) => context.This is ScriptObject { List: { } list } ? Value.Of(list) : Value.Of(context.This);

    public override void Assign(RenderContext context, in Value value) => throw context.Error(Span, "`this` can't be set, only its members");
}

/// <summary><c>for</c>, <c>while</c> or <c>tablerow</c> as a value: the innermost loop of that kind.</summary>
sealed class LoopExpression(SourceSpan span, LoopKind kind, NameExpression name) : Expression(span)
{
    public LoopKind Kind => kind;

    public override Value Evaluate(RenderContext context) =>
        context.FindLoop(kind) is { } loop ? Value.Of(loop) : name.Evaluate(context);

    public override Value EvaluateUncalled(RenderContext context) =>
        context.FindLoop(kind) is { } loop ? Value.Of(loop) : name.EvaluateUncalled(context);

    public override void Assign(RenderContext context, in Value value) => name.Assign(context, value);
}

/// <summary>Something the grammar allows and the language does not: fails when it is reached.</summary>
sealed class UnsupportedExpression(SourceSpan span, Message message) : Expression(span)
{
    public override Value Evaluate(RenderContext context) => throw context.Error(Span, message);
}
