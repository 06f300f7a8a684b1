using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>A parameter of a function of the host.</summary>
/// <param name="Name">Its name, for named arguments and messages.</param>
/// <param name="Optional">May be left out; the body then sees null.</param>
/// <param name="Rest">Takes all remaining positional arguments and all named ones that name no other parameter. Only the last may.</param>
public sealed record NativeParameter(string Name, bool Optional = false, bool Rest = false);

/// <summary>Computes a call.</summary>
public delegate Value NativeBody(NativeCall call);

/// <summary>A function of the host.</summary>
public sealed class NativeFunction : ICallable
{
    /// <summary>A function with its parameters in order, 64 at most.</summary>
    public NativeFunction(string name, IReadOnlyList<NativeParameter> parameters, NativeBody body)
    {
        Name = name;
        Parameters = parameters;
        Body = body;
        HasRest = parameters.Count > 0 && parameters[^1].Rest;
        PositionalCount = HasRest ? parameters.Count - 1 : parameters.Count;
        while (Required < parameters.Count && !parameters[Required].Optional && !parameters[Required].Rest)
            Required++;
    }

    /// <summary>Its name as messages show it.</summary>
    public string Name { get; }

    /// <summary>Its parameters in order.</summary>
    public IReadOnlyList<NativeParameter> Parameters { get; }

    /// <summary>What it does.</summary>
    public NativeBody Body { get; }

    internal bool HasRest { get; }

    internal int Required { get; }

    /// <summary>Parameters but for the rest.</summary>
    internal int PositionalCount { get; }

    /// <summary>Prints what the call gives, where that is cheaper than giving it; null for most.</summary>
    internal Action<NativeCall>? Printer { get; init; }

    Value ICallable.Call(RenderContext context, CallSite site)
    {
        NativeCall call = Bind(context, site);
        Value result = Body(call);
        call.End();
        context.ReturnCall();
        return result;
    }

    Value ICallable.Call(RenderContext context, ReadOnlySpan<Value> arguments, SourceSpan place)
    {
        NativeCall call = context.RentCall();
        call.Bind(this, arguments, place);
        Value result = Body(call);
        call.End();
        context.ReturnCall();
        return result;
    }

    void ICallable.Print(RenderContext context, CallSite site)
    {
        NativeCall call = Bind(context, site);
        if (Printer is not null)
            Printer(call);
        else
            context.Print(Body(call));
        call.End();
        context.ReturnCall();
    }

    NativeCall Bind(RenderContext context, CallSite site)
    {
        NativeCall call = context.RentCall();
        IPipeSource? piped = context.Pending;
        if (piped is not null)
            context.Pending = null;
        call.Bind(this, site, piped);
        return call;
    }
}
