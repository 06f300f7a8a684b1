using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Syntax;

/// <summary>The value of code that is run for its value, as <c>object.eval</c> does.</summary>
static class ScriptValue
{
    public static Value Of(Statement body, RenderContext context)
    {
        if (body is not BlockStatement block)
            return default;
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement statement = block.Statements[i];
            if (i == block.Statements.Count - 1 && statement is ExpressionStatement last)
                return last.Evaluate(context);
            if (statement.Execute(context) is not Flow.Return)
                continue;
            Value value = context.ReturnValue;
            context.ReturnValue = default;
            return value;
        }

        return default;
    }
}
