using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>Wraps bracket and particle, as in <c>세일즈포스(Salesforce)는</c>, in <c>span.join</c>: browsers break between them.</summary>
sealed class JoinExtension : MarkdownExtension
{
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
        var written = 0;
        // One look at each character: in Hangul, a vectorized search for these characters stops at too many others.
        for (var i = 1; i < text.Length; i++)
        {
            if (!IsClosing(text[i - 1]) || text[i] is < '가' or > '힣')
                continue;
            renderer.WriteEscape(text[written..(i - 1)]);
            renderer.Write("<span class=\"join\">").WriteEscape(text.Slice(i - 1, 2));
            renderer.Write("</span>");
            written = i + 1;
        }

        renderer.WriteEscape(text[written..]);
    }

    static bool IsClosing(char c) => c is ')' or ']' or '」' or '』' or '》' or '〉' or '）' or '’' or '”';
}
