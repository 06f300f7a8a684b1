using System.Buffers;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>
/// Keeps a particle on the line of its word: in <c>세일즈포스(Salesforce)는</c> browsers end a line behind the bracket (and behind a closing quotation mark), in spite of
/// <c>word-break: keep-all</c>. The bracket and the syllable are put into <c>&lt;span class="join"&gt;</c>, which a theme does not let wrap.
/// </summary>
sealed class JoinExtension : IMarkdownExtension
{
    static readonly SearchValues<char> Closing = SearchValues.Create(")]」』》〉）’”");

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Replace<LiteralInlineRenderer>(new JoinRenderer());
    }

    sealed class JoinRenderer : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline literal)
        {
            var text = literal.Content.AsSpan();
            if (!renderer.EnableHtmlForInline || !renderer.EnableHtmlEscape)
            {
                WriteText(renderer, text);
                return;
            }

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

        static void WriteText(HtmlRenderer renderer, ReadOnlySpan<char> text)
        {
            if (renderer.EnableHtmlEscape)
                renderer.WriteEscape(text);
            else
                renderer.Write(text);
        }
    }
}
