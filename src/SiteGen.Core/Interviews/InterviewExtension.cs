using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SiteGen.Core.Interviews;

/// <summary>Interviews in the Markdown pipeline: the parser, and how each block is written.</summary>
/// <param name="noteLabel">What a note is called, for readers who do not see its form.</param>
/// <param name="turnLabel">What the link of a turn is called; <c>{number}</c> is the turn's.</param>
sealed class InterviewExtension(string noteLabel, string turnLabel) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new InterviewParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new ExchangeRenderer());
        renderer.ObjectRenderers.Add(new TurnRenderer());
        renderer.ObjectRenderers.Add(new NoteRenderer(noteLabel));
        renderer.ObjectRenderers.Add(new BreakRenderer());
        renderer.ObjectRenderers.Add(new SpeakerRenderer(turnLabel));
        renderer.ObjectRenderers.Add(new MarkRenderer());
    }

    sealed class ExchangeRenderer : HtmlObjectRenderer<ExchangeBlock>
    {
        protected override void Write(HtmlRenderer renderer, ExchangeBlock block)
        {
            renderer.EnsureLine();
            renderer.WriteLine(block.Question > 0 ? $"<div class=\"exchange\" id=\"{block.Id}\">" : "<div class=\"exchange\">");
            renderer.WriteChildren(block);
            renderer.WriteLine("</div>");
        }
    }

    sealed class TurnRenderer : HtmlObjectRenderer<TurnBlock>
    {
        protected override void Write(HtmlRenderer renderer, TurnBlock block)
        {
            renderer.EnsureLine();
            renderer.Write("<div class=\"turn ").Write(block.IsHost ? "host" : "guest").Write("\" id=\"").WriteEscape(block.Id);
            renderer.Write("\" data-speaker=\"").WriteEscape(block.Speaker.Name).WriteLine("\">");
            renderer.WriteChildren(block);
            renderer.WriteLine("</div>");
        }
    }

    /// <summary>The label is an attribute, so that the text stays the author's; the style sheet shows it.</summary>
    sealed class NoteRenderer(string label) : HtmlObjectRenderer<NoteBlock>
    {
        protected override void Write(HtmlRenderer renderer, NoteBlock block)
        {
            renderer.EnsureLine();
            renderer.Write("<aside class=\"note\" role=\"note\" id=\"").Write(block.Id).Write("\" aria-label=\"").WriteEscape(label).WriteLine("\">");
            renderer.WriteChildren(block);
            renderer.WriteLine("</aside>");
        }
    }

    sealed class BreakRenderer : HtmlObjectRenderer<BreakBlock>
    {
        protected override void Write(HtmlRenderer renderer, BreakBlock block)
        {
            renderer.EnsureLine();
            renderer.Write("<p class=\"interview-break\"><span class=\"mark\">").WriteEscape(block.Opening).Write("</span>");
            renderer.WriteLeafInline(block);
            renderer.Write("<span class=\"mark\">").WriteEscape(block.Closing).WriteLine("</span></p>");
        }
    }

    sealed class SpeakerRenderer(string label) : HtmlObjectRenderer<SpeakerInline>
    {
        protected override void Write(HtmlRenderer renderer, SpeakerInline inline)
        {
            var turn = inline.Turn;
            if (renderer.EnableHtmlForInline)
            {
                renderer.Write("<a class=\"turn-link\" href=\"#").WriteEscape(Model.Permalink.EncodeFragment(turn.Id)).Write("\" aria-label=\"");
                renderer.WriteEscape(label.Replace("{number}", turn.Number.ToString())).Write("\"></a>");
            }

            renderer.Write("<b class=\"speaker\">").WriteEscape(turn.Label).Write("</b><span class=\"mark\">").WriteEscape(turn.Mark).Write("</span>");
        }
    }

    sealed class MarkRenderer : HtmlObjectRenderer<MarkInline>
    {
        protected override void Write(HtmlRenderer renderer, MarkInline inline) =>
            renderer.Write("<span class=\"mark\">").WriteEscape(inline.Text).Write("</span>");
    }
}
