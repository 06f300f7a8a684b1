using System.Collections.Concurrent;
using SiteGen.Core.Model;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering;

/// <summary>Contexts to render in, used again and again. One is lent to one render at a time.</summary>
/// <param name="functions">Asked when the first context is made, since the functions need the contexts themselves.</param>
sealed class RenderContexts(Site site, TemplateStore templates, Func<SiteFunctions> functions)
{
    // A bag would keep the contexts, and with them the site, for as long as the threads live that used them.
    readonly ConcurrentStack<RenderContext> spare = new();

    public RenderContext Rent()
    {
        if (!spare.TryPop(out var context))
            context = new RenderContext(SiteRenderer.Options) { Loader = templates, HostFunctions = functions().Names(), Time = new SiteClock(site) };
        context.Reset();
        return context;
    }

    public void Return(RenderContext context) => spare.Push(context);
}
