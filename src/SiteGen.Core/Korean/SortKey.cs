namespace SiteGen.Core.Korean;

/// <summary>
/// The order of titles and terms: first by index letter (<see cref="Hangul.IndexKey"/>), so that those of one letter stand together, from
/// the letter on. Space &lt; digits (by value, so 2화 &lt; 10화) &lt; Hangul (in code-point order) &lt; Latin (without case and accents) &lt;
/// other, then the marks before the letter, ordinal NFC, ordinal. Only equal strings tie.
/// </summary>
public sealed class SortKey : IComparer<string>
{
    enum Rank { End, Space, Number, Hangul, Latin, Other }

    public static SortKey Instance { get; } = new();

    SortKey() { }

    int IComparer<string>.Compare(string? x, string? y) => Compare(x, y);

    /// <summary>Negative when <paramref name="a"/> comes first, 0 only when they are the same string. Null comes before all.</summary>
    public static int Compare(string? a, string? b)
    {
        if (ReferenceEquals(a, b))
            return 0;
        if (a is null || b is null)
            return a is null ? -1 : 1;
        var (left, right) = (Nfc.Normalize(a), Nfc.Normalize(b));
        var (first, second) = (Hangul.IndexLetter(left), Hangul.IndexLetter(right));
        var order = PlaceOf(left, first.Letter).CompareTo(PlaceOf(right, second.Letter));
        if (order == 0)
            order = CompareTokens(left, first.At, right, second.At);
        if (order == 0)
            order = CompareTokens(left, 0, right, 0);
        if (order == 0)
            order = string.CompareOrdinal(left, right);
        return order != 0 ? order : string.CompareOrdinal(a, b);
    }

    /// <summary>Nothing, digits, ㄱ..ㅎ, A..Z, other.</summary>
    static int PlaceOf(string text, char letter) => letter switch
    {
        _ when text.Length == 0 => -1,
        '0' => 0,
        Hangul.OtherLetter => int.MaxValue,
        _ => char.IsAscii(letter) ? char.MaxValue + letter : letter,
    };

    // Tokens (a run of digits, or one character) do not depend on the other text, so the comparison is transitive.
    static int CompareTokens(string a, int i, string b, int j)
    {
        while (true)
        {
            var rank = RankAt(a, i);
            var order = rank.CompareTo(RankAt(b, j));
            if (order != 0 || rank == Rank.End)
                return order;
            order = rank == Rank.Number ? CompareNumbers(a, ref i, b, ref j) : Fold(a[i++]).CompareTo(Fold(b[j++]));
            if (order != 0)
                return order;
        }
    }

    // By value at any length: without leading zeros the longer number is greater.
    static int CompareNumbers(string a, ref int i, string b, ref int j)
    {
        var (startA, startB) = (SkipZeros(a, i), SkipZeros(b, j));
        (i, j) = (SkipDigits(a, startA), SkipDigits(b, startB));
        var order = (i - startA).CompareTo(j - startB);
        for (var k = 0; order == 0 && k < i - startA; k++)
            order = Fold(a[startA + k]).CompareTo(Fold(b[startB + k]));
        return order;
    }

    static int SkipZeros(string text, int at)
    {
        while (at < text.Length && Fold(text[at]) == '0')
            at++;
        return at;
    }

    static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(Fold(text[at])))
            at++;
        return at;
    }

    static Rank RankAt(string text, int at)
    {
        if (at == text.Length)
            return Rank.End;
        var c = Fold(text[at]);
        if (char.IsAsciiDigit(c))
            return Rank.Number;
        if (Hangul.IsSyllable(c) || c is >= '\u1100' and <= '\u11FF' or >= '\u3131' and <= '\u318E')
            return Rank.Hangul;
        if (char.IsAsciiLetter(c) || IsFurtherLatin(c))
            return Rank.Latin;
        return char.IsWhiteSpace(c) ? Rank.Space : Rank.Other;
    }

    // Letters such as ß and ø, which have no base letter in Unicode; they follow z.
    static bool IsFurtherLatin(char c) => c is >= '\u00C0' and <= '\u024F' && char.IsLetter(c);

    // Full-width forms to ASCII, accented letters to their base, capitals to small letters.
    static char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - 0xFEE0);
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        if (c is <= '\u024F' or >= '\u1E00' and <= '\u1EFF')
            while (NfcTable.TryDecompose(c, out var parts))
                c = (char)parts.First;
        return char.ToLowerInvariant(c);
    }
}
