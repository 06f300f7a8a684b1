namespace SiteGen.Scriban.Runtime;

/// <summary>Something a template can call: a function of the host, a built-in, or one written in the template.</summary>
interface ICallable
{
    /// <summary>Calls with the arguments of a place in a template (and what a pipe hands over).</summary>
    Value Call(RenderContext context, CallSite site);

    /// <summary>Calls and prints what comes out, where that is cheaper than making a value first.</summary>
    void Print(RenderContext context, CallSite site) => context.Print(Call(context, site));

    /// <summary>How it prints inside a list; on their own functions of a template print nothing.</summary>
    string Text => "<function>";

    /// <summary>Whether it was written in a template.</summary>
    bool IsScript => false;

    /// <summary>Calls with values at hand, as list built-ins do with the function they are given.</summary>
    Value Call(RenderContext context, ReadOnlySpan<Value> arguments, SourceSpan place);
}
