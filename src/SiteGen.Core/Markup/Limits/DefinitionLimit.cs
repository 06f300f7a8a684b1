using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Reads long rows of link definitions in parts: Markdig copies the rest of the paragraph for each of them.</summary>
sealed class DefinitionLimit : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<ParagraphBlockParser>(new Parser());

    sealed class Parser : ParagraphBlockParser
    {
        /// <summary>Doubling keeps paragraphs that hold no definition linear, too.</summary>
        static bool IsDue(int lines) => lines >= 64 && int.IsPow2(lines);

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (block is ParagraphBlock { Lines: { } lines } paragraph && IsDue(lines.Count) && lines.Lines[0].Slice.CurrentChar == '['
                && processor.CurrentChar == '[')
                Read(processor, paragraph);
            return base.TryContinue(processor, block);
        }

        /// <summary>Closing a paragraph takes the definitions from its beginning, and blanks from its last line.</summary>
        void Read(BlockProcessor processor, ParagraphBlock paragraph)
        {
            var last = paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice;
            if (Close(processor, paragraph))
                paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice = last;
        }
    }
}
