using System.Buffers;
using Markdig.Renderers.Html;

namespace SiteGen.Core.Markup;

/// <summary>Attributes in braces, <c>{#id .class key="value"}</c>, also as kramdown writes them: <c>{: .class}</c>.</summary>
static class AttributeList
{
    /// <summary>Keeps rows of opening braces linear.</summary>
    const int MaxLength = 1000;

    static readonly SearchValues<char> Blanks = SearchValues.Create(" \t");

    /// <summary>Reads the list at the start of a text. Null unless every part is an id, a class or a key with a value.</summary>
    public static HtmlAttributes? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2 || text[0] != '{')
            return null;
        text = text[..Math.Min(text.Length, MaxLength)];
        var attributes = new HtmlAttributes();
        var isEmpty = true;
        for (var at = text[1] == ':' ? 2 : 1; ;)
        {
            var blanks = text[at..].IndexOfAnyExcept(Blanks);
            if (blanks < 0)
                return null;
            at += blanks;
            if (text[at] == '}')
            {
                length = at + 1;
                return isEmpty ? null : attributes;
            }

            if (!isEmpty && blanks == 0 && text[at] is not ('.' or '#') || Part(text[at..], attributes) is not (> 0 and var part))
                return null;
            at += part;
            isEmpty = false;
        }
    }

    /// <summary>Adds one attribute; returns its length, or 0 for anything else.</summary>
    static int Part(ReadOnlySpan<char> text, HtmlAttributes attributes)
    {
        var mark = text[0] is '#' or '.' ? 1 : 0;
        var end = mark + NameLength(text[mark..]);
        if (end == mark)
            return 0;
        var name = text[mark..end].ToString();
        if (text[0] == '#')
            attributes.Id = name;
        else if (text[0] == '.')
            attributes.AddClass(name);
        else if (end < text.Length && text[end] == '=' && Value(text[(end + 1)..], out var value) is > 0 and var length)
        {
            attributes.AddPropertyIfNotExist(name, value);
            end += 1 + length;
        }
        else
            return 0;
        return end;
    }

    /// <summary>Letters, digits, <c>-</c>, <c>_</c>, <c>:</c>; a period only before a digit, as in <c>#v1.2</c>.</summary>
    static int NameLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length
            && (IsNamePart(text[end]) || text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            end++;
        return end > 0 && text[0] is '.' or ':' ? 0 : end;
    }

    static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or ':' || char.IsSurrogate(c) || IsMark(c);

    /// <summary>Decomposed Hangul consists of letters; other scripts write vowels as marks.</summary>
    static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>A value, quoted or one word; returns its length with the quotes, or 0.</summary>
    static int Value(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.IsEmpty)
            return 0;
        if (text[0] is not ('"' or '\''))
        {
            var end = 0;
            while (end < text.Length && (IsNamePart(text[end]) || text[end] is '.' or '/' or '%' or '#' or '?' or '&' or '+' or '@'))
                end++;
            value = text[..end].ToString();
            return end;
        }

        var close = text[1..].IndexOfAny(text[0], '\n');
        if (close < 0 || text[close + 1] == '\n')
            return 0;
        value = text[1..(close + 1)].ToString();
        return close + 2;
    }
}
