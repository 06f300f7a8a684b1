using System.Collections.Concurrent;

namespace SiteGen.Core.Templates;

/// <summary>Contexts to render in, used again and again. One is lent to one render at a time.</summary>
/// <param name="names">Asked when the first context is made, since functions need the contexts themselves.</param>
public sealed class RenderContexts(ITemplateSource templates, Func<IEnumerable<KeyValuePair<string, object?>>> names, TimeProvider clock)
{
    // A bag would keep the contexts, and with them the site, for as long as the threads live that used them.
    readonly ConcurrentStack<RenderContext> spare = new();

    public RenderContext Rent() => spare.TryPop(out var context) ? context : new RenderContext(templates, names(), clock);

    /// <summary>Takes a context back that has not failed.</summary>
    public void Return(RenderContext context)
    {
        context.Clear();
        spare.Push(context);
    }
}
