using System.Buffers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>
/// Keeps a particle on the line of its word. In <c>세일즈포스(Salesforce)는</c> browsers break behind the bracket (or a closing quotation
/// mark) in spite of <c>word-break: keep-all</c>; themes forbid wrapping in <c>&lt;span class="join"&gt;</c> around bracket and syllable.
/// </summary>
sealed class JoinExtension : MarkdownExtension
{
    static readonly SearchValues<char> Closing = SearchValues.Create(")]」』》〉）’”");

    protected override void Setup(ObjectRendererCollection renderers) => renderers.Replace<LiteralInlineRenderer>(new JoinRenderer());

    sealed class JoinRenderer : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline literal)
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
}
