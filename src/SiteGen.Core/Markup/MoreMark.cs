using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>The summary divider <c>&lt;!--more--&gt;</c>, alone on its line.</summary>
sealed class MoreBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Parses the summary divider before Markdig's HTML parser sees it, so that it also works where raw HTML is off.</summary>
sealed class MoreExtension : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new MoreParser());

    protected override void Setup(ObjectRendererCollection renderers) => renderers.Add(new NodeRenderer<MoreBlock>((_, _) => { }));

    sealed class MoreParser : BlockParser
    {
        public MoreParser() => OpeningCharacters = ['<'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || !IsDivider(processor.Line.AsSpan().Trim()))
                return BlockState.None;
            var span = new SourceSpan(processor.Start, processor.Line.End);
            processor.NewBlocks.Push(new MoreBlock(this) { Column = processor.Column, Span = span });
            return BlockState.BreakDiscard;
        }

        static bool IsDivider(ReadOnlySpan<char> line) =>
            line.Length >= "<!---->".Length && line.StartsWith("<!--") && line.EndsWith("-->") &&
            line[4..^3].Trim().Equals("more", StringComparison.OrdinalIgnoreCase);
    }
}
