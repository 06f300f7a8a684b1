using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>What a loop may say behind its list.</summary>
sealed record LoopArguments(Expression? Offset, Expression? Limit, bool IsReversed, Expression? Columns);

/// <summary>Where a loop keeps its variable: a plain name, a slot for a local, or any path that can be assigned.</summary>
sealed record LoopTarget(string? Name, int Slot, Expression? Path)
{
    string? LocalName => Slot >= 0 ? Name : null;

    public void Set(RenderContext context, LoopState loop, in Value value)
    {
        loop.Value = value;
        if (Slot >= 0)
        {
            context.Frame.Slots[Slot] = value;
            if (context.Options.StrictVariables && LocalName is not null)
                context.Frame.MarkAssigned(LocalName);
        }
        else
        {
            Path?.Assign(context, value);
        }
    }
}

/// <summary><c>for … in …</c> and, with cells around the body, <c>tablerow</c>.</summary>
class ForStatement(SourceSpan span, LoopTarget target, Expression list, LoopArguments arguments, Statement body, Statement? otherwise) : Statement(span)
{
    protected virtual LoopKind Kind => LoopKind.For;

    protected LoopArguments Arguments => arguments;

    public override Flow Execute(RenderContext context)
    {
        Value value = list.Evaluate(context);
        if (value.IsNull)
            return Flow.Next;
        IScriptList items = ToItems(context, value);
        // The list is walked from `from` on by `step`, `count` items.
        int length = items.Count;
        int offset = Math.Clamp(NumberOf(context, arguments.Offset), 0, length);
        int limit = NumberOf(context, arguments.Limit);
        int count = limit > 0 ? Math.Min(limit, length - offset) : length - offset;
        if (count == 0 && otherwise is not null)
            return otherwise.Execute(context);
        return Walk(context, items, arguments.IsReversed ? length - 1 : offset, arguments.IsReversed ? -1 : 1, count);
    }

    Flow Walk(RenderContext context, IScriptList items, int from, int step, int count)
    {
        context.EnterLoop();
        LoopState loop = context.PushLoop(Kind, target.Name);
        loop.Length = count;
        var array = items as ScriptArray;
        int version = array?.Version ?? 0;
        Flow flow = Begin(context);
        for (int i = 0; i < count && flow is Flow.Next; i++)
        {
            if (array is not null && array.Version != version)
                throw context.Error(Span, "The list was changed while it was looped over", "collect the changes in another list and use it after the loop");
            context.Step(Span, isStatement: true);
            loop.Advance(i, items[from + (i * step)]);
            target.Set(context, loop, loop.Value);
            flow = Iterate(context, loop, count);
        }

        context.PopLoop(loop);
        context.LeaveLoop();
        End(context);
        return flow is Flow.Return ? flow : Flow.Next;
    }

    /// <summary>Runs the body once; gives Break where the loop is to end.</summary>
    protected virtual Flow Iterate(RenderContext context, LoopState loop, int count)
    {
        Flow flow = body.Execute(context);
        return flow is Flow.Continue ? Flow.Next : flow;
    }

    protected virtual Flow Begin(RenderContext context) => Flow.Next;

    protected virtual void End(RenderContext context) { }

    IScriptList ToItems(RenderContext context, in Value value)
    {
        try
        {
            return ListWalk.Settled(Conversion.ToList(value)!);
        }
        catch (ValueException)
        {
            throw context.Error(list.Span, $"A value of type {TypeName.Of(value)} can't be looped over", "lists, ranges, text and objects can");
        }
    }

    protected static int NumberOf(RenderContext context, Expression? argument)
    {
        if (argument is null)
            return 0;
        try
        {
            return Conversion.ToInt32(argument.Evaluate(context));
        }
        catch (ValueException e)
        {
            throw context.Error(argument.Span, e.What);
        }
    }
}

/// <summary><c>tablerow</c>: a loop whose body is written into the cells of a table.</summary>
sealed class TablerowStatement(SourceSpan span, LoopTarget target, Expression list, LoopArguments arguments, Statement body, Statement? otherwise)
    : ForStatement(span, target, list, arguments, body, otherwise)
{
    protected override LoopKind Kind => LoopKind.Tablerow;

    protected override Flow Begin(RenderContext context)
    {
        context.Write("<tr class=\"row1\">"u8);
        return Flow.Next;
    }

    protected override void End(RenderContext context) => context.Write("</tr>\n"u8);

    protected override Flow Iterate(RenderContext context, LoopState loop, int count)
    {
        int columns = Math.Max(1, NumberOf(context, Arguments.Columns));
        loop.Column = loop.Index % columns;
        if (loop.Index > 0 && loop.Column == 0)
            context.Write(System.Text.Encoding.UTF8.GetBytes($"</tr>\n<tr class=\"row{(loop.Index / columns) + 1}\">"));
        context.Write(System.Text.Encoding.UTF8.GetBytes($"<td class=\"col{loop.Column + 1}\">"));
        Flow flow = base.Iterate(context, loop, count);
        context.Write("</td>"u8);
        return flow;
    }
}

/// <summary><c>while … end</c>; every test is a step.</summary>
sealed class WhileStatement(SourceSpan span, Expression condition, Statement body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        context.EnterLoop();
        LoopState loop = context.PushLoop(LoopKind.While, null);
        Flow flow = Flow.Next;
        while (flow is Flow.Next)
        {
            context.Step(Span, isStatement: true);
            if (!condition.Evaluate(context).IsTruthy)
                break;
            flow = body.Execute(context);
            if (flow is Flow.Continue)
                flow = Flow.Next;
            loop.Index++;
        }

        context.PopLoop(loop);
        context.LeaveLoop();
        return flow is Flow.Return ? flow : Flow.Next;
    }
}
