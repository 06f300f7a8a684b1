using System.Text;
using Scriban;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Optimizes a parsed tree without changing its output.</summary>
static class TemplateTree
{
    public static void Improve(ScriptPage page)
    {
        // With an empty indent each write would search for line ends.
        foreach (var node in Descendants(page).OfType<ScriptEscapeStatement>().Where(node => node.Indent is { Length: 0 }))
            node.Indent = null!;
        if (HasIndents(page))
            return;
        foreach (var block in Descendants(page).OfType<ScriptBlockStatement>().ToList())
        {
            for (var i = block.Statements.Count - 1; i >= 0; i--)
            {
                var statement = block.Statements[i];
                var isText = statement is ScriptRawStatement { IsEscape: false } && statement.GetType() == typeof(ScriptRawStatement);
                if (!isText && !statement.CanSkipEvaluation)
                    continue;
                block.Statements.RemoveAt(i);
                if (isText)
                    block.Statements.Insert(i, new Utf8Statement((ScriptRawStatement)statement));
            }
        }
    }

    /// <summary>Replaces constant expressions.</summary>
    public static void Fold(ScriptPage page, IEnumerable<ScriptExpression> constants)
    {
        if (HasIndents(page))
            return;
        foreach (var constant in constants)
            ConstantExpression.Replace(constant);
    }

    /// <summary>With indents Scriban tracks line ends, which it can't see in bytes.</summary>
    static bool HasIndents(ScriptPage page) => Descendants(page).OfType<ScriptEscapeStatement>().Any(node => node.Indent is not null);

    public static IEnumerable<ScriptNode> Descendants(ScriptNode node)
    {
        var open = new Stack<ScriptNode>();
        open.Push(node);
        while (open.TryPop(out var next))
        {
            yield return next;
            for (var i = next.ChildrenCount - 1; i >= 0; i--)
            {
                if (next.GetChildren(i) is { } child)
                    open.Push(child);
            }
        }
    }
}

/// <summary>Literal text as UTF-8.</summary>
sealed class Utf8Statement : ScriptRawStatement
{
    readonly byte[] utf8;

    public Utf8Statement(ScriptRawStatement text)
    {
        (Text, Span) = (text.Text, text.Span);
        utf8 = Encoding.UTF8.GetBytes(text.Text.ToString());
    }

    public override object? Evaluate(TemplateContext context)
    {
        if (!context.EnableOutput || context.Output is not Utf8Output output || context.CurrentIndent is not null)
        {
            BuiltValues.CountCaptured(Text.Length, this);
            return base.Evaluate(context);
        }

        output.Write(utf8);
        return null;
    }
}
