using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Looks for the end of a comment once in a block, not once for each <c>&lt;!--</c>.</summary>
sealed class HtmlLimit : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new Parser());

    sealed class Parser : InlineParser
    {
        static readonly (string Start, string End)[] Kinds = [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")];

        /// <summary>The last end of each kind in a block.</summary>
        sealed class LastEnds(StringSlice block)
        {
            readonly int[] known = [int.MinValue, int.MinValue, int.MinValue, int.MinValue];

            public bool AreOf(StringSlice slice) => ReferenceEquals(slice.Text, block.Text) && slice.End == block.End;

            public int Of(int kind)
            {
                if (known[kind] == int.MinValue)
                    known[kind] = block.Start + block.AsSpan().LastIndexOf(Kinds[kind].End);
                return known[kind];
            }
        }

        public Parser() => OpeningCharacters = ['<'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.AsSpan();
            if (text.Length < 2 || text[1] is not ('!' or '?'))
                return false;
            var kind = 0;
            while (!text.StartsWith(Kinds[kind].Start))
                kind++;
            if (processor.ParserStates[Index] is not LastEnds ends || !ends.AreOf(slice))
                processor.ParserStates[Index] = ends = new LastEnds(slice);
            return ends.Of(kind) <= slice.Start && processor.LiteralInlineParser.Match(processor, ref slice);
        }
    }
}
