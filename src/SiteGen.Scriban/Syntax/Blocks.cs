using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary><c>capture target … end</c></summary>
sealed class CaptureStatement(SourceSpan span, Expression target, Statement body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        Utf8Buffer before = context.BeginCapture();
        Flow flow = body.Execute(context);
        target.Assign(context, context.ToValue(context.EndCapture(before)));
        return flow;
    }
}

/// <summary><c>with object … end</c>: the object is the innermost place for names, locals are fresh.</summary>
sealed class WithStatement(SourceSpan span, Expression target, LocalLayout layout, Statement body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        Value value = target.Evaluate(context);
        IScriptObject place = value.Kind switch
        {
            ValueKind.Object => value.AsObject,
            ValueKind.List when value.Reference is ScriptArray array => FieldsOf(array),
            _ => throw context.Error(
                target.Span, $"`with` needs an object: `{context.TextOf(target.Span)}` is of type {TypeName.Of(value)}"),
        };
        LocalFrame before = context.Frame;
        context.PushFrame(layout);
        context.PushStore(place, isFunction: false);
        Flow flow = body.Execute(context);
        context.PopStore();
        context.PopFrame(before);
        return flow;
    }

    static ScriptObject FieldsOf(ScriptArray list)
    {
        ScriptObject fields = list.Fields ??= new ScriptObject();
        fields.List = list;
        return fields;
    }
}

/// <summary><c>wrap call … end</c>: the function called runs the body wherever it says <c>$$</c>.</summary>
sealed class WrapStatement(SourceSpan span, Expression call, Statement body) : Statement(span)
{
    readonly BareCallSite _site = new(call.Span);

    public override Flow Execute(RenderContext context)
    {
        var expression = call as CallExpression;
        Expression head = expression?.Head ?? call;
        Value value = head.EvaluateUncalled(context);
        if (!value.IsFunction)
            throw context.Error(head.Span, $"`wrap` needs a function: `{context.TextOf(head.Span)}` is none");
        context.Blocks.Push(new RenderContext.WrappedBody(Run, context.Source));
        int depth = context.Blocks.Count;
        context.Print(value.AsCallable.Call(context, expression?.Site ?? _site));
        while (context.Blocks.Count >= depth)
            context.Blocks.Pop();
        return Flow.Next;
    }

    void Run(RenderContext context) => body.Execute(context);
}

/// <summary><c>$$</c>: runs the wrapped body, in which an inner <c>$$</c> means the body around this one.</summary>
sealed class WrappedBodyStatement(SourceSpan span) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (!context.Blocks.TryPop(out RenderContext.WrappedBody block))
            return Flow.Next;
        context.EnterCall(Span);
        SourceText here = context.Source;
        context.Source = block.Source;
        block.Run(context);
        context.Source = here;
        context.LeaveCall();
        context.Blocks.Push(block);
        return Flow.Next;
    }
}

/// <summary><c>import object</c>: its members become members of the innermost object.</summary>
sealed class ImportStatement(SourceSpan span, Expression source) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        Value value = source.Evaluate(context);
        if (value.IsNull)
            return Flow.Next;
        if (!value.TryGetObject(out IScriptObject members))
            throw context.Error(source.Span, $"`import` needs an object: this is of type {TypeName.Of(value)}");
        if (context.This is not ScriptObject target)
            throw context.Error(Span, "Members can't be imported here: the object around it is read-only");
        foreach (string name in members.Names.ToArray())
        {
            if (!target.IsReadOnly(name) && members.TryGet(name, out Value member))
                target.Set(name, member);
        }

        return Flow.Next;
    }
}

/// <summary><c>readonly name</c></summary>
sealed class ReadOnlyStatement(SourceSpan span, string name, bool isLocal) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (isLocal)
            context.Frame.SetReadOnly(name);
        else if (context.StoreForWriting(name) is ScriptObject store)
            store.SetReadOnly(name);
        return Flow.Next;
    }
}
