using System.Collections.Concurrent;

namespace SiteGen.Core.Templates;

/// <summary>A pool of render contexts.</summary>
/// <param name="names">Called for each new context, because functions need the pool itself.</param>
public sealed class RenderContexts(ITemplateSource templates, Func<IEnumerable<KeyValuePair<string, object?>>> names, TimeProvider clock)
{
    // A ConcurrentBag would keep the contexts, and with them the site, as long as its threads live.
    readonly ConcurrentStack<RenderContext> spare = new();

    /// <summary>Finds Scriban's functions by reflection; on another thread while a site is read.</summary>
    public static void Prepare() => _ = Builtins.Language;

    public RenderContext Rent() => spare.TryPop(out var context) ? context : new RenderContext(templates, names(), clock);

    /// <summary>Returns a context that has not failed.</summary>
    public void Return(RenderContext context)
    {
        context.Clear();
        spare.Push(context);
    }
}
