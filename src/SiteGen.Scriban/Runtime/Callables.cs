namespace SiteGen.Scriban.Runtime;

static class Callables
{
    /// <summary>Calls with one value, for an iterator that may be walked when another file's code runs.</summary>
    public static Value Apply(this ICallable function, RenderContext context, in Value argument, SourceSpan place, SourceText source)
    {
        SourceText before = context.Source;
        context.Source = source;
        Value result = function.Call(context, new ReadOnlySpan<Value>(in argument), place);
        context.Source = before;
        return result;
    }
}
