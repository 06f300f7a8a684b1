namespace SiteGen.Scriban.Runtime;

/// <summary>Walks lists under the loop limit.</summary>
static class Steps
{
    public static IEnumerable<Value> Counted(RenderContext context, IScriptList list, SourceSpan place)
    {
        context.EnterLoop();
        try
        {
            foreach (Value item in ListWalk.Of(list))
            {
                context.Step(place, isStatement: false);
                yield return item;
            }
        }
        finally
        {
            context.LeaveLoop();
        }
    }
}
