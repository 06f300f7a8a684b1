using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>
/// Lets emphasis end before a particle: <c>_강조(em)_는</c>, <c>__굵게__를</c>. CommonMark lets a <c>_</c> end emphasis only at the end of a
/// word, and in Korean the particle belongs to the word. (For <c>*</c> and <c>~~</c> Markdig's own rule for CJK does it.)
/// </summary>
sealed class KoreanEmphasis : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var emphasis = pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!;
        emphasis.CjkFriendlyEmphasis = true;
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new ClosingParser(emphasis));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Sees the runs that end emphasis by this rule alone, and leaves all others to Markdig.</summary>
    sealed class ClosingParser : InlineParser
    {
        readonly EmphasisInlineParser emphasis;

        public ClosingParser(EmphasisInlineParser emphasis)
        {
            this.emphasis = emphasis;
            OpeningCharacters = ['_', '*', '~'];
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var mark = slice.CurrentChar;
            var start = slice.Start;
            var count = 1;
            while (slice.PeekChar(count) == mark)
                count++;
            var descriptor = emphasis.EmphasisDescriptors.Find(known => known.Character == mark);
            if (descriptor is null || count < descriptor.MinimumCount || !EndsHere(processor.Inline is LinkInline ? ')' : slice.PeekCharExtra(-1), slice.PeekChar(count), mark) || !IsOpen(processor, mark))
                return false;
            var position = processor.GetSourcePosition(start, out var line, out var column);
            processor.Inline = new EmphasisDelimiterInline(emphasis, descriptor)
            {
                Content = new StringSlice(slice.Text, start, start + count - 1),
                DelimiterCount = count,
                Type = DelimiterType.Close,
                Span = new SourceSpan(position, position + count - 1),
                Line = line,
                Column = column,
            };
            slice.Start += count;
            return true;
        }

        /// <summary>
        /// Hangul or the end of a bracket or quotation before the mark, Hangul behind it. Names of programs (<c>__init__과</c>) stay as they are.
        /// A zero-width space behind it is what authors put there to make other programs see the end.
        /// </summary>
        static bool EndsHere(char before, char after, char mark)
        {
            var isMarked = char.IsPunctuation(before) || char.IsSymbol(before);
            if (before == mark || before == '\\')
                return false;
            return mark == '_'
                ? (IsKorean(before) || isMarked) && (IsKorean(after) || after == '\u200B')
                : isMarked && after == '\u200B';
        }

        static bool IsKorean(char c) => Korean.Hangul.IsSyllable(c) || c is >= 'ㄱ' and <= 'ㅣ' or >= '\u4E00' and <= '\u9FFF';

        static bool IsOpen(InlineProcessor processor, char mark)
        {
            for (var node = processor.Inline; node is not null; node = node.Parent)
            {
                if (node is EmphasisDelimiterInline delimiter && delimiter.DelimiterChar == mark && delimiter.Type.HasFlag(DelimiterType.Open))
                    return true;
            }

            return false;
        }
    }
}
