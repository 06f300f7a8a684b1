using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>A function written in a template. It captures nothing.</summary>
/// <param name="parameters">Null for a simple function, which takes any arguments.</param>
/// <param name="selfSlot">The slot of its own name where that is a local, else -1.</param>
/// <param name="body">What it runs; for an inline function one <see cref="ReturnStatement"/>.</param>
sealed class ScriptFunction(
    SourceText source, SourceSpan span, Parameter[]? parameters, LocalLayout layout, int selfSlot, bool isAnonymous, bool hasReturn, Statement body)
    : ICallable
{
    public bool IsScript => true;

    public string Text => ToString();

    /// <summary>Its source, without the blanks that say nothing.</summary>
    public override string ToString() => SourceFormat.Compact(source.Text.AsSpan(span.Start, span.Length));

    public Value Call(RenderContext context, CallSite site)
    {
        IPipeSource? piped = context.Pending;
        context.Pending = null;
        LocalFrame before = context.Frame;
        LocalFrame frame = context.PrepareFrame(layout);
        var binding = new ArgumentBinding(parameters, context, frame, site.Span, LastArgument(site, piped));
        if (piped is not null)
            binding.Add(piped.Evaluate(context), piped.IsSpread);
        for (int i = 0; i < site.ArgumentCount; i++)
        {
            Value value = site.EvaluateArgument(context, i);
            if (site.ArgumentName(i) is { } name)
                binding.AddNamed(name, value);
            else
                binding.Add(value, site.IsSpread(i));
        }

        binding.Finish();
        if (!hasReturn && context.Options.ErrorForStatementFunction && !ReferenceEquals(context.StatementCall, site))
            throw context.Error(site.Span, $"`{context.TextOf(site.Span)}` gives no value: the function has no `ret`");
        return Run(context, frame, before, site.Span);
    }

    public Value Call(RenderContext context, ReadOnlySpan<Value> arguments, SourceSpan place)
    {
        LocalFrame before = context.Frame;
        LocalFrame frame = context.PrepareFrame(layout);
        var binding = new ArgumentBinding(parameters, context, frame, place, place);
        foreach (ref readonly Value argument in arguments)
            binding.Add(argument, isSpread: false);
        binding.Finish();
        return Run(context, frame, before, place);
    }

    static SourceSpan LastArgument(CallSite site, IPipeSource? piped) =>
        site.ArgumentCount > 0 ? site.ArgumentSpan(site.ArgumentCount - 1) : piped?.Span ?? site.Span;

    Value Run(RenderContext context, LocalFrame frame, LocalFrame before, SourceSpan place)
    {
        context.EnterCall(place);
        SourceText caller = context.Source;
        context.Source = source;
        context.Enter(frame);
        int hidden = isAnonymous ? 0 : context.HideCallers();
        if (selfSlot >= 0)
            frame.Slots[selfSlot] = Value.Of((ICallable)this);
        if (parameters is not null)
            context.PushStore(frame.Names, isFunction: true);

        Flow flow = body.Execute(context);
        Value result = flow is Flow.Return ? context.ReturnValue : default;
        context.ReturnValue = default;

        if (parameters is not null)
            context.PopStore();
        if (!isAnonymous)
            context.RestoreCallers(hidden);
        context.PopFrame(before);
        context.Source = caller;
        context.LeaveCall();
        return result;
    }
}
