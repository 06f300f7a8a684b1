using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>Attributes in braces. Parsers find them; <see cref="AttributePass"/> gives them to the element before them.</summary>
sealed class AttributeExtension : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new AttributeLineParser());
        pipeline.InlineParsers.Insert(0, new AttributeParser());
        foreach (var fence in pipeline.BlockParsers.OfType<FencedBlockParserBase>())
            fence.TryParseAttributes = Fence;
    }

    protected override void Setup(ObjectRendererCollection renderers) => renderers.Add(new NodeRenderer<ContentsBlock>(Write));

    static void Write(HtmlRenderer renderer, ContentsBlock contents)
    {
        renderer.EnsureLine();
        renderer.WriteLine(TableOfContents.Html(contents.Headings));
    }

    /// <summary>Attributes at the end of a fence's first line.</summary>
    static bool Fence(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var text = line.AsSpan();
        var start = text.IndexOf('{');
        if (start < 0 || AttributeList.Read(text[start..], out var length) is not { } attributes
            || !text[(start + length)..].IsWhiteSpace())
            return false;
        attributes.CopyTo(block.GetAttributes());
        line.End = line.Start + start - 1;
        return true;
    }
}

/// <summary>Attributes within text.</summary>
sealed class AttributeInline(HtmlAttributes attributes, StringSlice source) : LeafInline
{
    public HtmlAttributes Attributes => attributes;

    public StringSlice Source => source;
}

/// <summary>Attributes alone on a line, for the block above.</summary>
/// <param name="attributes">Null for kramdown's <c>{:toc}</c>.</param>
sealed class AttributeLineBlock(BlockParser parser, HtmlAttributes? attributes, StringSlice source) : LeafBlock(parser)
{
    public HtmlAttributes? Attributes => attributes;

    public StringSlice Source => source;
}

/// <summary>The table of contents that replaces the list above <c>{:toc}</c>.</summary>
sealed class ContentsBlock() : LeafBlock(null)
{
    /// <summary>Set by <see cref="Markup.Headings"/>.</summary>
    public IReadOnlyList<Heading> Headings { get; set; } = [];
}

sealed class AttributeParser : InlineParser
{
    public AttributeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekCharExtra(-1) == '{' || AttributeList.Read(slice.AsSpan(), out var length) is not { } attributes)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new AttributeInline(attributes, new StringSlice(slice.Text, slice.Start, slice.Start + length - 1))
        {
            Span = new SourceSpan(start, start + length - 1),
            Line = line,
            Column = column,
        };
        processor.Document.SetData(AttributePass.Key, true);
        slice.Start += length;
        return true;
    }
}

sealed class AttributeLineParser : BlockParser
{
    public AttributeLineParser() => OpeningCharacters = ['{'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var source = processor.Line;
        source.TrimEnd();
        var attributes = AttributeList.Read(source.AsSpan(), out var length);
        var isContents = attributes is null && IsContents(source.AsSpan());
        if (processor.IsCodeIndent || !isContents && (attributes is null || length != source.Length))
            return BlockState.None;
        if (!MayHaveAttributes(BlockAbove(processor), isContents) || IsBelowBlankLine(processor))
            return BlockState.None;
        processor.NewBlocks.Push(new AttributeLineBlock(this, attributes, source)
        {
            Column = processor.Column,
            Span = new SourceSpan(source.Start, source.End),
        });
        processor.Document.SetData(AttributePass.Key, true);
        return BlockState.BreakDiscard;
    }

    static bool IsContents(ReadOnlySpan<char> line) => line.StartsWith("{:") && line[^1] == '}' && line[2..^1].Trim().SequenceEqual("toc");

    /// <summary>The last block of the innermost container that this line continues.</summary>
    static Block? BlockAbove(BlockProcessor processor)
    {
        var container = processor.CurrentContainer;
        while (container is { IsOpen: false, Parent: { } parent })
            container = parent;
        return container?.LastChild;
    }

    /// <summary>An open table is a leaf of a type that Markdig hides.</summary>
    static bool MayHaveAttributes(Block? block, bool isContents) =>
        isContents ? block is ListBlock : block is LeafBlock and not HtmlBlock || AttributePass.Target(block) is not null;

    static bool IsBelowBlankLine(BlockProcessor processor)
    {
        var before = processor.Line.Text.AsSpan(0, processor.CurrentLineStartPosition).TrimEnd("\r\n");
        var skipped = processor.CurrentLineStartPosition - before.Length;
        return skipped > 2 || skipped == 2 && processor.Line.Text[before.Length] == '\n'
            || before[(before.LastIndexOf('\n') + 1)..].Trim(" \t>").IsEmpty;
    }
}
