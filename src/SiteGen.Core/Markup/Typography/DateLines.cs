using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace SiteGen.Core.Markup;

/// <summary>A line that begins with a date, <c>2025. 1. 24. 다보스에서</c>, is no list of one point in a list of one point in a list.</summary>
sealed class DateLineExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var lists = pipeline.BlockParsers.FindExact<ListBlockParser>()!;
        lists.ItemParsers.Replace<NumberedListItemParser>(new ItemParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    sealed class ItemParser : NumberedListItemParser
    {
        public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
        {
            result = default;
            return !IsDate(state.Line.AsSpan()) && base.TryParse(state, pendingBulletType, out result);
        }

        /// <summary>A year of four digits, a month, and perhaps a day: each a number with a point.</summary>
        static bool IsDate(ReadOnlySpan<char> line)
        {
            if (Number(ref line) != 4)
                return false;
            return Number(ref line) is 1 or 2;
        }

        /// <summary>The digits of a number with its point, which are taken from the line; 0 when none stands there.</summary>
        static int Number(ref ReadOnlySpan<char> line)
        {
            var digits = 0;
            while (digits < line.Length && char.IsAsciiDigit(line[digits]))
                digits++;
            if (digits == line.Length || line[digits] != '.')
                return 0;
            line = line[(digits + 1)..].TrimStart(" \u00A0");
            return digits;
        }
    }
}
