using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>The line <c>&lt;!--more--&gt;</c>, which ends the summary and prints nothing; also where HTML is shown as text.</summary>
sealed class MoreBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Finds the author's mark before it could be HTML.</summary>
sealed class MoreExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new MoreParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Add(new Silence());
    }

    sealed class MoreParser : BlockParser
    {
        public MoreParser() => OpeningCharacters = ['<'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan().Trim();
            if (processor.IsCodeIndent || line.Length < "<!---->".Length || !line.StartsWith("<!--") || !line.EndsWith("-->") || !line[4..^3].Trim().Equals("more", StringComparison.OrdinalIgnoreCase))
                return BlockState.None;
            processor.NewBlocks.Push(new MoreBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
            return BlockState.BreakDiscard;
        }
    }

    sealed class Silence : HtmlObjectRenderer<MoreBlock>
    {
        protected override void Write(HtmlRenderer renderer, MoreBlock mark)
        {
        }
    }
}
