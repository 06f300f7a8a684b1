using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>Lets <c>_</c> close emphasis before a particle, <c>_강조(em)_는</c>; Markdig's CJK rule covers <c>*</c> and <c>~~</c>.</summary>
sealed class KoreanEmphasis : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        var emphasis = pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!;
        emphasis.CjkFriendlyEmphasis = true;
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new ClosingParser(emphasis));
    }

    /// <summary>Handles only runs that close emphasis by this rule; Markdig handles the others.</summary>
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
            // Counting the rest of a long run again for each of its marks would take quadratic time.
            if (slice.PeekCharExtra(-1) == mark)
                return false;
            var count = 1;
            while (slice.PeekChar(count) == mark)
                count++;
            var descriptor = emphasis.EmphasisDescriptors.Find(known => known.Character == mark);
            var before = processor.Inline is LinkInline ? ')' : slice.PeekCharExtra(-1);
            if (descriptor is null || count < descriptor.MinimumCount)
                return false;
            if (!CanClose(before, slice.PeekChar(count), mark) || !IsOpen(processor, mark))
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

        /// <summary>After Hangul or punctuation, before Hangul: <c>__init__과</c> stays text. Authors also add a zero-width space.</summary>
        static bool CanClose(char before, char after, char mark)
        {
            var isPunctuation = char.IsPunctuation(before) || char.IsSymbol(before);
            if (before == mark || before == '\\')
                return false;
            return mark == '_' ? (IsKorean(before) || isPunctuation) && (IsKorean(after) || after == '\u200B')
                : isPunctuation && after == '\u200B';
        }

        static bool IsKorean(char c) => Korean.Hangul.IsSyllable(c) || c is >= 'ㄱ' and <= 'ㅣ' or >= '\u4E00' and <= '\u9FFF';

        static bool IsOpen(InlineProcessor processor, char mark)
        {
            for (var node = processor.Inline; node is not null; node = node.Parent)
            {
                if (node is EmphasisDelimiterInline open && open.DelimiterChar == mark && open.Type.HasFlag(DelimiterType.Open))
                    return true;
            }

            return false;
        }
    }
}
