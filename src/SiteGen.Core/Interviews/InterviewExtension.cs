using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using SiteGen.Core.Model;

namespace SiteGen.Core.Interviews;

/// <summary>Interviews in the Markdown pipeline: the parser, and the HTML of each block.</summary>
/// <param name="noteLabel">The accessible name of a note.</param>
/// <param name="turnLabel">The accessible name of a turn's link; <c>{number}</c> is its number.</param>
sealed class InterviewExtension(string noteLabel, string turnLabel) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new InterviewParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new NodeRenderer<ExchangeBlock>(Exchange));
        renderer.ObjectRenderers.Add(new NodeRenderer<TurnBlock>(Turn));
        renderer.ObjectRenderers.Add(new NodeRenderer<NoteBlock>(Note));
        renderer.ObjectRenderers.Add(new NodeRenderer<BreakBlock>(Break));
        renderer.ObjectRenderers.Add(new NodeRenderer<SpeakerInline>(Speaker));
        renderer.ObjectRenderers.Add(new NodeRenderer<MarkInline>((html, inline) => Mark(html, inline.Text)));
    }

    static void Exchange(HtmlRenderer html, ExchangeBlock block)
    {
        html.EnsureLine();
        html.WriteLine(block.Question > 0 ? $"<div class=\"exchange\" id=\"{block.Id}\">" : "<div class=\"exchange\">");
        html.WriteChildren(block);
        html.WriteLine("</div>");
    }

    static void Turn(HtmlRenderer html, TurnBlock block)
    {
        html.EnsureLine();
        html.Write("<div class=\"turn ").Write(block.IsHost ? "host" : "guest").Write("\" id=\"").WriteEscape(block.Id);
        html.Write("\" data-speaker=\"").WriteEscape(block.Speaker.Name).WriteLine("\">");
        html.WriteChildren(block);
        html.WriteLine("</div>");
    }

    /// <summary>The label is an attribute, which the style sheet shows, so that the text stays the author's.</summary>
    void Note(HtmlRenderer html, NoteBlock block)
    {
        html.EnsureLine();
        html.Write("<aside class=\"note\" role=\"note\" id=\"").Write(block.Id).Write("\" aria-label=\"").WriteEscape(noteLabel);
        html.WriteLine("\">");
        html.WriteChildren(block);
        html.WriteLine("</aside>");
    }

    static void Break(HtmlRenderer html, BreakBlock block)
    {
        html.EnsureLine();
        html.Write("<p class=\"interview-break\">");
        Mark(html, block.Opening);
        html.WriteLeafInline(block);
        Mark(html, block.Closing);
        html.WriteLine("</p>");
    }

    void Speaker(HtmlRenderer html, SpeakerInline inline)
    {
        var turn = inline.Turn;
        if (html.EnableHtmlForInline)
        {
            html.Write("<a class=\"turn-link\" href=\"#").WriteEscape(Permalink.EncodeFragment(turn.Id));
            html.Write("\" aria-label=\"").WriteEscape(turnLabel.Replace("{number}", turn.Number.ToString())).Write("\"></a>");
        }

        html.Write("<b class=\"speaker\">").WriteEscape(turn.Label).Write("</b>");
        Mark(html, turn.Mark);
    }

    static void Mark(HtmlRenderer html, string text) => html.Write("<span class=\"mark\">").WriteEscape(text).Write("</span>");
}
