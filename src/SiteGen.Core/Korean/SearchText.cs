using System.Globalization;
using System.Runtime.CompilerServices;

namespace SiteGen.Core.Korean;

/// <summary>Folding and word boundaries for search. The length stays, so that offsets fit the original text.</summary>
public static class SearchText
{
    /// <summary>NFC, full-width forms to ASCII, lower case.</summary>
    public static string Fold(string text)
    {
        var composed = Nfc.Normalize(text);
        foreach (var unit in composed)
        {
            if (Fold(unit) != unit)
                return string.Create(composed.Length, composed, static (folded, composed) => Fold(composed, folded));
        }

        return composed;
    }

    /// <summary>Folds a composed text.</summary>
    /// <param name="folded">As long as the text.</param>
    public static void Fold(ReadOnlySpan<char> composed, Span<char> folded)
    {
        for (var i = 0; i < composed.Length; i++)
            folded[i] = Fold(composed[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char unit) => Hangul.IsSyllable(unit) || unit is >= 'a' and <= 'z' or ' ' ? unit : FoldOther(unit);

    static char FoldOther(char unit) =>
        unit == '\u3000' ? ' ' : char.ToLowerInvariant(unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWordUnit(char unit) =>
        Hangul.IsSyllable(unit) || (unit < 0x80 ? char.IsAsciiLetterOrDigit(unit) : IsForeignWordUnit(unit));

    static bool IsForeignWordUnit(char unit) => char.IsLetterOrDigit(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The next word at or after an offset; empty at the end.</summary>
    public static Range Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !IsWordUnit(text[from]))
            from++;
        var end = from;
        while (end < text.Length && IsWordUnit(text[end]))
            end++;
        return from..end;
    }

    public static List<string> Words(string folded)
    {
        var words = new List<string>();
        for (var run = Next(folded, 0); run.Start.Value < folded.Length; run = Next(folded, run.End.Value))
            words.Add(folded[run]);
        return words;
    }

    /// <summary>Whether a word is also found from here: between Hangul and Latin, as in 오픈ai, with at least two units left.</summary>
    public static bool IsInnerBeginning(ReadOnlySpan<char> word, int at) =>
        at > 0 && at + 2 <= word.Length && IsSeam(word[at - 1], word[at]);

    static bool IsSeam(char before, char after) =>
        Hangul.IsSyllable(before) && char.IsAsciiLetter(after) || char.IsAsciiLetter(before) && Hangul.IsSyllable(after);
}
