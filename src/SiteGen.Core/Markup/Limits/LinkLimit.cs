using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>
/// Addresses have at most 32 nested parentheses, as in cmark, and titles none, as CommonMark says: rows of <c>[a](</c> and of
/// <c>[a](b (</c> take linear time.
/// </summary>
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
            if (slice.PeekChar() != '(')
                return false;
            var inside = slice.AsSpan()[1..];
            if (!IsTooDeep(inside, out var length) && !HasNestedTitle(inside[length..]))
                return false;
            var bracket = new StringSlice(slice.Text, slice.Start, slice.Start);
            if (links.Match(processor, ref bracket))
                slice.Start = bracket.Start;
            else
                processor.LiteralInlineParser.Match(processor, ref slice);
            return true;
        }

        /// <param name="length">To the end of the address.</param>
        static bool IsTooDeep(ReadOnlySpan<char> text, out int length)
        {
            var start = 1 + SpacesOf(text[1..]);
            if (start < text.Length && text[start] == '<')
            {
                var end = text[(start + 1)..].IndexOfAny('<', '>', '\n');
                length = start + 1 + Math.Max(0, end + 1);
                return false;
            }

            var depth = 1;
            for (length = start; length < text.Length && !char.IsWhiteSpace(text[length]) && depth <= MostParentheses; length++)
            {
                depth += text[length] == '(' ? 1 : text[length] == ')' ? -1 : 0;
                if (depth == 0)
                    return false;
                if (text[length] == '\\')
                    length++;
            }

            length = Math.Min(length, text.Length);
            return depth > MostParentheses;
        }

        /// <summary>Whether what follows an address begins like a title in parentheses, but another parenthesis opens in it.</summary>
        static bool HasNestedTitle(ReadOnlySpan<char> text)
        {
            text = text[SpacesOf(text)..];
            if (text is not ['(', .. var title])
                return false;
            for (; title.IndexOfAny('(', ')', '\\') is >= 0 and var next; title = title[Math.Min(next + 2, title.Length)..])
            {
                if (title[next] != '\\')
                    return title[next] == '(';
            }

            return true;
        }

        static int SpacesOf(ReadOnlySpan<char> text) => text.Length - text.TrimStart().Length;
    }
}
