using System.Buffers;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>Wraps bracket and particle, as in <c>세일즈포스(Salesforce)는</c>, in <c>span.join</c>: browsers break between them.</summary>
sealed class JoinExtension : MarkdownExtension
{
    static readonly SearchValues<char> Closing = SearchValues.Create(")]」』》〉）’”");

    protected override void Setup(ObjectRendererCollection renderers) =>
        renderers.Replace<LiteralInlineRenderer>(new NodeRenderer<LiteralInline>(Write));

    static void Write(HtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (!renderer.EnableHtmlEscape)
            renderer.Write(text);
        else if (!renderer.EnableHtmlForInline)
            renderer.WriteEscape(text);
        else
            WriteJoined(renderer, text);
    }

    static void WriteJoined(HtmlRenderer renderer, ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny(Closing) is >= 0 and var found;)
        {
            from += found + 1;
            if (from == text.Length || text[from] is < '가' or > '힣')
                continue;
            renderer.WriteEscape(text[..(from - 1)]);
            renderer.Write("<span class=\"join\">").WriteEscape(text.Slice(from - 1, 2));
            renderer.Write("</span>");
            text = text[(from + 1)..];
            from = 0;
        }

        renderer.WriteEscape(text);
    }
}
