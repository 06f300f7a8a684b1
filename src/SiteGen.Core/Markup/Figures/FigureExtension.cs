using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>An image with its title as the caption.</summary>
sealed class FigureBlock(BlockParser? parser, string caption) : LeafBlock(parser)
{
    public string Caption { get; } = caption;
}

/// <summary>Turns each image that has a title and is alone in its paragraph into a figure.</summary>
sealed class FigureExtension : MarkdownExtension
{
    protected override void Setup(ObjectRendererCollection renderers) => renderers.Add(new NodeRenderer<FigureBlock>(Write));

    public static void Run(MarkdownDocument document)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToArray())
        {
            if (OnlyImage(paragraph.Inline) is { Title.Length: > 0 } image && paragraph.Parent is { } parent)
                parent[parent.IndexOf(paragraph)] = Figure(paragraph, image);
        }
    }

    /// <summary>The image, possibly linked, that is the only content of a paragraph; else null.</summary>
    static LinkInline? OnlyImage(ContainerInline? inline) =>
        inline?.FirstChild is LinkInline only && ReferenceEquals(only, inline.LastChild) ? only.IsImage ? only : OnlyImage(only) : null;

    static FigureBlock Figure(ParagraphBlock paragraph, LinkInline image)
    {
        var only = paragraph.Inline!.FirstChild!;
        only.Remove();
        var figure = new FigureBlock(paragraph.Parser, image.Title!)
        {
            Span = paragraph.Span,
            Line = paragraph.Line,
            Column = paragraph.Column,
            Inline = new ContainerInline().AppendChild(only),
        };
        if (paragraph.TryGetAttributes() is { } attributes)
            figure.SetAttributes(attributes);
        image.Title = null;
        return figure;
    }

    static void Write(HtmlRenderer renderer, FigureBlock figure)
    {
        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(figure).WriteLine('>');
        renderer.WriteLeafInline(figure);
        renderer.WriteLine();
        renderer.Write("<figcaption>").WriteEscape(figure.Caption).WriteLine("</figcaption>");
        renderer.WriteLine("</figure>");
    }
}
