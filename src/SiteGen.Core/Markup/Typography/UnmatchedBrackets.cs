using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Replaces brackets that became no link by text: Markdig nests all that follows inside each, up to its depth limit.</summary>
static class UnmatchedBrackets
{
    public static void Run(MarkdownDocument document)
    {
        foreach (var inline in document.Inlines())
            Flatten(inline);
    }

    static void Flatten(ContainerInline root)
    {
        var containers = new Stack<ContainerInline>([root]);
        while (containers.TryPop(out var container))
        {
            for (var node = container.FirstChild; node is not null; node = node.NextSibling)
            {
                if (node is DelimiterInline delimiter)
                    node = ToText(delimiter);
                else if (node is ContainerInline inner)
                    containers.Push(inner);
            }
        }
    }

    static LiteralInline ToText(DelimiterInline delimiter)
    {
        var (span, line, column) = (delimiter.Span, delimiter.Line, delimiter.Column);
        var text = new LiteralInline(delimiter.ToLiteral()) { Span = span, Line = line, Column = column, IsClosed = true };
        delimiter.ReplaceBy(text);
        return text;
    }
}
