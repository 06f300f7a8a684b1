using System.Buffers;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Renders formulas as TeX between <c>\(…\)</c> or <c>\[…\]</c> in elements of the class <c>math</c>.</summary>
sealed class FormulaExtension : MarkdownExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
        pipeline.InlineParsers.Insert(0, new FormulaParser());
    }

    protected override void Setup(ObjectRendererCollection renderers)
    {
        renderers.Add(new HtmlMathInlineRenderer());
        renderers.InsertBefore<CodeBlockRenderer>(new HtmlMathBlockRenderer());
    }
}

/// <summary>A block between two <c>$$</c> lines. Without a second such line the first is text.</summary>
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

/// <summary>Inline formulas: <c>$x$이다</c>, but not <c>$5와 $10</c>.</summary>
sealed class FormulaParser : InlineParser
{
    static readonly SearchValues<char> Operators = SearchValues.Create(@"\^_=+<>");

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

    /// <summary>The length up to the next dollar if that can close a formula, else -1. Rows of prices take linear time.</summary>
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
        text.Length >= dollars && text[dollars - 1] == '$' &&
        (text.Length == dollars || text[dollars] != '$' && !char.IsAsciiLetterOrDigit(text[dollars]));

    /// <summary>No space at the edges, no Hangul outside <c>\text{…}</c>; a leading digit without an operator is a price.</summary>
    static bool IsFormula(ReadOnlySpan<char> text, int dollars)
    {
        if (text.IsWhiteSpace())
            return false;
        if (dollars == 1 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n')))
            return false;
        if (text.ContainsAnyInRange('가', '힣') && text.IndexOf(@"\text") < 0 && text.IndexOf(@"\mathrm") < 0)
            return false;
        return !char.IsAsciiDigit(text[0]) || text.ContainsAny(Operators) || text.IndexOfAny(" ,~") < 0;
    }
}
