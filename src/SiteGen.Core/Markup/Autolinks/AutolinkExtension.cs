using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Links bare URLs; <see cref="BareUrlPass"/> links those that the parser has to leave out.</summary>
sealed class AutolinkExtension : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new AutolinkParser());

    /// <summary>A link whose text is its URL.</summary>
    /// <param name="span">The URL's place in the document.</param>
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

/// <summary>Runs before the emphasis parser, which would take the underscores of a URL.</summary>
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
        var shown = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        var link = AutolinkExtension.Link(shown, new SourceSpan(start, start + length - 1));
        (link.Line, link.Column) = (line, column);
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>Links can't be nested, and open brackets may become one; <see cref="BareUrlPass"/> handles those that did not.</summary>
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
