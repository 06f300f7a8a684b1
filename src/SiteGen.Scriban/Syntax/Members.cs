using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary><c>target.name</c> and <c>target?.name</c></summary>
sealed class MemberExpression(SourceSpan span, Expression target, string name, SourceSpan nameSpan, bool isNullSafe) : Expression(span)
{
    readonly BareCallSite _site = new(span);
    int _hint;

    public string Name => name;

    public Expression Target => target;

    public override bool IsNullSafe => isNullSafe;

    public override Value Evaluate(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        return value.IsFunction || context.Pending is not null ? Callee.CallMentioned(context, value, this, _site) : value;
    }

    public override void Print(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        if (value.IsFunction || context.Pending is not null)
            Callee.PrintMentioned(context, value, this, _site);
        else
            context.Print(value);
    }

    public override Value EvaluateUncalled(RenderContext context)
    {
        Value owner = context.Pending is null ? target.EvaluateTarget(context) : Callee.Unpiped(context, target);
        if (owner.Reference is ScriptObject own)
        {
            int hint = _hint;
            if (!own.TryGet(name, ref hint, out Value value))
                return Missing(context, owner);
            if (hint != _hint)
                _hint = hint;
            return value;
        }

        return Members.TryGet(owner, name, out Value found) ? found : Missing(context, owner);
    }

    Value Missing(RenderContext context, in Value owner)
    {
        if (owner.IsNull)
        {
            if (isNullSafe || context.Options.RelaxedTarget)
                return default;
            throw context.Error(nameSpan, $"`{context.TextOf(target.Span)}` is null and has no member `{name}`", NullHint(context));
        }

        if (context.Options.RelaxedMember || isNullSafe)
            return default;
        IEnumerable<string> known = owner.TryGetObject(out IScriptObject o) ? o.Names : [];
        throw context.Error(nameSpan, $"There is no member `{name}`", Nearest.Hint(name, known));
    }

    /// <summary>Most often the first name of the path is misspelt.</summary>
    Message NullHint(RenderContext context)
    {
        Message? near = target is NameExpression first ? Nearest.Hint(first.Name, context.KnownNames()) : null;
        return near ?? $"write `{context.TextOf(target.Span)}?.{name}` where it may be missing";
    }

    public override void Assign(RenderContext context, in Value value)
    {
        Value owner = target.EvaluateTarget(context);
        if (owner.IsNull)
            throw context.Error(nameSpan, $"`{context.TextOf(target.Span)}` is null: `{context.TextOf(Span)}` can't be set");
        Members.Set(context, owner, name, value, nameSpan, context.TextOf(Span));
    }
}

/// <summary><c>target[index]</c></summary>
sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : Expression(span)
{
    readonly BareCallSite _site = new(span);

    public override bool IsNullSafe => target.IsNullSafe;

    public override Value Evaluate(RenderContext context)
    {
        Value value = EvaluateUncalled(context);
        return value.IsFunction || context.Pending is not null ? Callee.CallMentioned(context, value, this, _site) : value;
    }

    public override Value EvaluateUncalled(RenderContext context)
    {
        Value owner = context.Pending is null ? target.EvaluateTarget(context) : Callee.Unpiped(context, target);
        if (owner.IsNull)
        {
            if (IsNullSafe || context.Options.RelaxedTarget)
                return default;
            throw context.Error(target.Span, $"`{context.TextOf(target.Span)}` is null and has no items");
        }

        Value key = context.Pending is null ? index.Evaluate(context) : Callee.Unpiped(context, index);
        if (key.IsNull)
        {
            if (context.Options.NullIndexer)
                return default;
            throw NullIndex(context);
        }

        return IndexAccess.Get(context, owner, key, target.Span, index.Span);
    }

    public override void Assign(RenderContext context, in Value value)
    {
        Value owner = target.EvaluateTarget(context);
        if (owner.IsNull)
            throw context.Error(target.Span, $"`{context.TextOf(target.Span)}` is null and has no items");
        Value key = index.Evaluate(context);
        if (key.IsNull)
            throw NullIndex(context);
        IndexAccess.Set(context, owner, key, value, target.Span, index.Span, Span);
    }

    ScriptException NullIndex(RenderContext context) =>
        context.Error(index.Span, $"The index of `{context.TextOf(target.Span)}` is null");
}

/// <summary><c>target.empty?</c> and <c>target.blank?</c></summary>
sealed class EmptyExpression(SourceSpan span, Expression target) : Expression(span)
{
    public override Value Evaluate(RenderContext context)
    {
        Value value = target.Evaluate(context);
        return value.Kind switch
        {
            ValueKind.Null => Value.Null,
            ValueKind.Empty => true,
            ValueKind.Text or ValueKind.Html or ValueKind.Capture => context.ToText(value).Length == 0,
            ValueKind.List => value.AsList.Count == 0,
            ValueKind.Object => !value.AsObject.Names.Any(),
            _ => false,
        };
    }
}
