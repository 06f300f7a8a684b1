using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>
/// Makes text of brackets that became no link. Markdig leaves them in the tree, each with all that follows inside it, where plain text
/// would miss them and a row of a hundred would be too deep to write.
/// </summary>
sealed class LeftOverBrackets : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += document =>
    {
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is { } inline)
                Flatten(inline);
        }
    };

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    static void Flatten(ContainerInline root)
    {
        var containers = new Stack<ContainerInline>([root]);
        while (containers.TryPop(out var container))
        {
            for (var node = container.FirstChild; node is not null; node = node.NextSibling)
            {
                if (node is DelimiterInline delimiter)
                    node = AsText(delimiter);
                else if (node is ContainerInline inner)
                    containers.Push(inner);
            }
        }
    }

    static LiteralInline AsText(DelimiterInline delimiter)
    {
        var text = new LiteralInline(delimiter.ToLiteral()) { Span = delimiter.Span, Line = delimiter.Line, Column = delimiter.Column, IsClosed = true };
        delimiter.ReplaceBy(text);
        return text;
    }
}
