using System.Text;
using Scriban;
using Scriban.Syntax;

namespace SiteGen.Core.Templates;

/// <summary>Makes a parsed tree cheaper to render. It renders the same.</summary>
static class TemplateTree
{
    public static void Improve(ScriptPage page)
    {
        var indents = false;
        foreach (var node in Descendants(page).OfType<ScriptEscapeStatement>())
        {
            // An empty indent changes nothing, but with it each write searches for line ends.
            if (node.Indent is { Length: 0 })
                node.Indent = null!;
            indents |= node.Indent is not null;
        }

        // Where there are indents, Scriban tracks line ends. It does not see text that is written as bytes.
        if (indents)
            return;
        foreach (var block in Descendants(page).OfType<ScriptBlockStatement>().ToList())
        {
            for (var i = 0; i < block.Statements.Count; i++)
            {
                if (block.Statements[i] is ScriptRawStatement { IsEscape: false } text && text.GetType() == typeof(ScriptRawStatement))
                {
                    block.Statements.RemoveAt(i);
                    block.Statements.Insert(i, new Utf8Statement(text));
                }
            }
        }
    }

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

/// <summary>Literal text that is UTF-8 already.</summary>
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
