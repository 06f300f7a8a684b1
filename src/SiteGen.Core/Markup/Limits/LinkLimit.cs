using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Addresses have at most 32 nested parentheses, as in cmark: a row of <c>[a](</c> takes linear time.</summary>
sealed class LinkLimit : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Parser(pipeline.InlineParsers.FindExact<LinkInlineParser>()!));

    sealed class Parser : InlineParser
    {
        const int MostParentheses = 32;

        readonly LinkInlineParser links;

        public Parser(LinkInlineParser links)
        {
            this.links = links;
            OpeningCharacters = [']'];
        }

        /// <summary>Hides the parentheses from Markdig; the brackets may still refer to a definition.</summary>
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != '(' || !IsTooDeep(slice.AsSpan()[1..]))
                return false;
            var bracket = new StringSlice(slice.Text, slice.Start, slice.Start);
            if (links.Match(processor, ref bracket))
                slice.Start = bracket.Start;
            else
                processor.LiteralInlineParser.Match(processor, ref slice);
            return true;
        }

        static bool IsTooDeep(ReadOnlySpan<char> text)
        {
            var depth = 0;
            for (var i = 0; i < text.Length && !char.IsWhiteSpace(text[i]) && depth <= MostParentheses; i++)
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
                if (depth == 0)
                    return false;
                if (text[i] == '\\')
                    i++;
            }

            return depth > MostParentheses;
        }
    }
}
