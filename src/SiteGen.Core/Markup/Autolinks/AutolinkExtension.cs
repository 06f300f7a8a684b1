using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Makes links of addresses that stand in a text without brackets.</summary>
sealed class AutolinkExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new AutolinkParser());
        pipeline.DocumentProcessed += BareUrlPass.Run;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>A link that shows its own address.</summary>
    /// <param name="span">Where the address stands in the document.</param>
    public static LinkInline Link(StringSlice shown, SourceSpan span)
    {
        var address = shown.ToString();
        var link = new LinkInline
        {
            Url = address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + address : address,
            Span = span,
            UrlSpan = span,
            IsClosed = true,
            IsAutoLink = true,
        };
        link.AppendChild(new LiteralInline(shown) { Span = span, IsClosed = true });
        return link;
    }
}

/// <summary>Finds addresses before emphasis can be seen in them.</summary>
sealed class AutolinkParser : InlineParser
{
    public AutolinkParser() => OpeningCharacters = ['h', 'H', 'w', 'W', 'f'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var previous = slice.PeekCharExtra(-1);
        if (!BareUrl.MayFollow(previous))
            return false;
        var text = slice.AsSpan();
        if (BareUrl.Length(text, previous, []) == 0)
            return false;
        Span<char> emphasis = stackalloc char[3];
        if (IsInsideLink(processor, emphasis, out var open))
            return false;
        var length = BareUrl.Length(text, previous, emphasis[..open]);
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var link = AutolinkExtension.Link(new StringSlice(slice.Text, slice.Start, slice.Start + length - 1), new SourceSpan(start, start + length - 1));
        (link.Line, link.Column) = (line, column);
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>
    /// A link can't hold another: brackets that are open may become one. The pass over the finished text looks into those that did not,
    /// and takes the links out of a raw <c>&lt;a&gt;</c>.
    /// </summary>
    static bool IsInsideLink(InlineProcessor processor, Span<char> emphasis, out int open)
    {
        open = 0;
        for (var node = processor.Inline; node is not null; node = node.Parent)
        {
            if (node is LinkDelimiterInline { IsActive: true, Type: DelimiterType.Open })
                return true;
            if (node is EmphasisDelimiterInline delimiter && open < emphasis.Length && !emphasis[..open].Contains(delimiter.DelimiterChar))
                emphasis[open++] = delimiter.DelimiterChar;
        }

        return false;
    }
}
