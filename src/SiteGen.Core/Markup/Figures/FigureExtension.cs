using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>An image with its title as the caption below it.</summary>
sealed class FigureBlock(BlockParser? parser, string caption) : LeafBlock(parser)
{
    public string Caption { get; } = caption;
}

/// <summary>Makes a figure of every image that stands alone in its paragraph and has a title.</summary>
sealed class FigureExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += document =>
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToArray())
        {
            if (Lone(paragraph.Inline) is { Title.Length: > 0 } image && paragraph.Parent is { } parent)
                parent[parent.IndexOf(paragraph)] = Figure(paragraph, image);
        }
    };

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Add(new FigureRenderer());
    }

    /// <summary>The only image of a paragraph, perhaps within a link; null when anything else stands there.</summary>
    static LinkInline? Lone(ContainerInline? inline) =>
        inline?.FirstChild is LinkInline only && ReferenceEquals(only, inline.LastChild) ? only.IsImage ? only : Lone(only) : null;

    static FigureBlock Figure(ParagraphBlock paragraph, LinkInline image)
    {
        var only = paragraph.Inline!.FirstChild!;
        only.Remove();
        var figure = new FigureBlock(paragraph.Parser, image.Title!) { Span = paragraph.Span, Line = paragraph.Line, Column = paragraph.Column, Inline = new ContainerInline() };
        figure.Inline.AppendChild(only);
        if (paragraph.TryGetAttributes() is { } attributes)
            figure.SetAttributes(attributes);
        image.Title = null;
        return figure;
    }

    sealed class FigureRenderer : HtmlObjectRenderer<FigureBlock>
    {
        protected override void Write(HtmlRenderer renderer, FigureBlock figure)
        {
            renderer.EnsureLine();
            renderer.Write("<figure").WriteAttributes(figure).WriteLine('>');
            renderer.WriteLeafInline(figure);
            renderer.WriteLine();
            renderer.Write("<figcaption>").WriteEscape(figure.Caption).WriteLine("</figcaption>");
            renderer.WriteLine("</figure>");
        }
    }
}
