using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Lists as CommonMark has them, but a line that begins with a date (<c>2025. 1. 24. 다보스에서</c>) is text.</summary>
sealed class ListExtension : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<ListBlockParser>(new Parser());

    /// <summary>Markdig takes a line that is indented by four for the next item of an ordered list; it continues the paragraph.</summary>
    sealed class Parser : ListBlockParser
    {
        public Parser() => ItemParsers.Replace<NumberedListItemParser>(new ItemParser());

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var isText = block is ListItemBlock item && processor is { IsCodeIndent: true, IsBlankLine: false }
                && processor.Indent < Math.Abs(item.ColumnWidth);
            return isText ? BlockState.None : base.TryContinue(processor, block);
        }
    }

    sealed class ItemParser : NumberedListItemParser
    {
        public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
        {
            result = default;
            return !IsDate(state.Line.AsSpan()) && base.TryParse(state, pendingBulletType, out result);
        }

        /// <summary>A four-digit year and a month, each with a period.</summary>
        static bool IsDate(ReadOnlySpan<char> line) => TakeNumber(ref line) == 4 && TakeNumber(ref line) is 1 or 2;

        /// <summary>Removes a number and its period from the start; returns its digits, or 0 when there is none.</summary>
        static int TakeNumber(ref ReadOnlySpan<char> line)
        {
            var digits = line.IndexOfAnyExceptInRange('0', '9');
            if (digits < 0 || line[digits] != '.')
                return 0;
            line = line[(digits + 1)..].TrimStart(" \u00A0");
            return digits;
        }
    }
}
