using System.Buffers;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Formulas, kept as TeX between <c>\(…\)</c> or <c>\[…\]</c> in elements of the class <c>math</c>. Prices stay prices.</summary>
sealed class FormulaExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        pipeline.InlineParsers.Insert(0, new FormulaParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;
        html.ObjectRenderers.Add(new HtmlMathInlineRenderer());
        html.ObjectRenderers.InsertBefore<CodeBlockRenderer>(new HtmlMathBlockRenderer());
    }
}

/// <summary>A block between two lines <c>$$</c>. A line of dollars that no other follows is text.</summary>
sealed class FormulaBlockParser : MathBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || !line.AsSpan().Trim().SequenceEqual("$$"))
            return BlockState.None;
        var rest = line.Text.AsSpan(Math.Min(line.End + 1, line.Text.Length));
        return HasEnd(rest) ? base.TryOpen(processor) : BlockState.None;
    }

    static bool HasEnd(ReadOnlySpan<char> rest)
    {
        foreach (var line in rest.EnumerateLines())
        {
            if (line.Trim(" \t>").SequenceEqual("$$"))
                return true;
        }

        return false;
    }
}

/// <summary>Formulas in a line: <c>$x$이다</c>; not <c>$5와 $10</c>.</summary>
sealed class FormulaParser : InlineParser
{
    static readonly SearchValues<char> Signs = SearchValues.Create(@"\^_=+<>");

    public FormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var dollars = text.StartsWith("$$") ? 2 : 1;
        var before = slice.PeekCharExtra(-1);
        if (before == '$' || char.IsAsciiLetterOrDigit(before) || text.Length > dollars && text[dollars] == '$')
            return false;
        var length = Length(text[dollars..], dollars);
        if (length <= 0 || !IsFormula(text.Slice(dollars, length), dollars))
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var formula = new MathInline
        {
            Span = new SourceSpan(start, start + length + 2 * dollars - 1),
            Line = line,
            Column = column,
            Delimiter = '$',
            DelimiterCount = dollars,
            Content = new StringSlice(slice.Text, slice.Start + dollars, slice.Start + dollars + length - 1),
        };
        formula.GetAttributes().AddClass("math");
        processor.Inline = formula;
        slice.Start += length + 2 * dollars;
        return true;
    }

    /// <summary>How far the next dollar is, if it can end a formula; negative when it can't. Only the next one counts, so that a row of prices takes no time.</summary>
    static int Length(ReadOnlySpan<char> text, int dollars)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '$')
                return IsEnd(text[i..], dollars) ? i : -1;
        }

        return -1;
    }

    static bool IsEnd(ReadOnlySpan<char> text, int dollars) =>
        text.Length >= dollars && text[dollars - 1] == '$' && (text.Length == dollars || text[dollars] != '$' && !char.IsAsciiLetterOrDigit(text[dollars]));

    /// <summary>
    /// No blank at its edges, no Hangul (but in <c>\text{…}</c>), and what begins with a digit is a number or holds a sign: else it is a price.
    /// </summary>
    static bool IsFormula(ReadOnlySpan<char> text, int dollars)
    {
        if (text.IsWhiteSpace() || dollars == 1 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n')))
            return false;
        var hasHangul = text.ContainsAnyInRange('가', '힣');
        if (hasHangul && !text.Contains(@"\text", StringComparison.Ordinal) && !text.Contains(@"\mathrm", StringComparison.Ordinal))
            return false;
        return !char.IsAsciiDigit(text[0]) || text.ContainsAny(Signs) || text.IndexOfAny(" ,~") < 0;
    }
}
