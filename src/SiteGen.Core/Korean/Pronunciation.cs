namespace SiteGen.Core.Korean;

/// <summary>The pronounced ending of a word.</summary>
enum WordEnding { Unknown, Vowel, Rieul, Consonant }

/// <summary>The last sound of a word, by its spelling.</summary>
static class Pronunciation
{
    // 영 일 이 삼 사 오 육 칠 팔 구
    const string DigitEndings = "CRVCVVCRRV";

    // Read as 달러, 원, 퍼센트, 도, 샵, 플러스 … at the end of a word.
    const string VowelSigns = "%％℃°+＋$€";
    const string ConsonantSigns = "#＃₩¥";

    /// <summary>By the last pronounced character, without trailing brackets and their content, quotes and marks.</summary>
    public static WordEnding EndingOf(string word)
    {
        var text = Fold(Nfc.Normalize(word));
        var end = LastPronounced(text, text.Length);
        // A word inside brackets is read there.
        if (end < 0)
            end = text.AsSpan().LastIndexOfAnyExcept(Closings + Openings + " ");
        return end < 0 ? WordEnding.Unknown : EndingAt(text, end);
    }

    const string Closings = ")]}】〕";
    const string Openings = "([{【〔";

    static WordEnding EndingAt(string text, int end)
    {
        var c = text[end];
        if (Hangul.IsSyllable(c))
            return OfTail(Hangul.Tail(c));
        if (char.IsAsciiDigit(c))
            return OfNumber(text, end);
        if (char.IsAsciiLetter(c))
            return EnglishEnding.Of(LatinRun(text, end));
        // The name of a single consonant ends in itself: ㄹ is 리을.
        if (Hangul.Initial(c) is { } initial)
            return OfTail(initial);
        if (c is >= 'ㅏ' and <= 'ㅣ' || VowelSigns.Contains(c, StringComparison.Ordinal))
            return WordEnding.Vowel;
        return ConsonantSigns.Contains(c, StringComparison.Ordinal) ? WordEnding.Consonant : WordEnding.Unknown;
    }

    static WordEnding OfTail(char? tail) => tail switch
    {
        null => WordEnding.Vowel,
        'ㄹ' => WordEnding.Rieul,
        _ => WordEnding.Consonant,
    };

    // Full-width forms as ASCII, accented letters as their base.
    static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = source[i];
            if (c is >= '\uFF01' and <= '\uFF5E')
                c = (char)(c - 0xFEE0);
            while (c is >= '\u00C0' and <= '\u024F' && NfcTable.TryDecompose(c, out var parts))
                c = (char)parts.First;
            span[i] = c;
        }
    });

    // The index of the last pronounced character, or -1. Skips brackets with their content.
    static int LastPronounced(string text, int length)
    {
        for (var i = length - 1; i >= 0; i--)
        {
            if (Closings.IndexOf(text[i], StringComparison.Ordinal) is var kind and >= 0)
            {
                var open = OpeningOf(text, i, kind);
                if (open > 0)
                    i = open;
                else if (open == 0)
                    return -1;
            }
            else if (IsPronounced(text[i]))
                return i;
        }
        return -1;
    }

    // The opening of the bracket that closes at `close`; -2 for none.
    static int OpeningOf(string text, int close, int kind)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            if (text[i] == Closings[kind])
                depth++;
            else if (text[i] == Openings[kind] && --depth == 0)
                return i;
        }
        return -2;
    }

    // Includes letters of other scripts, whose ending is unknown.
    static bool IsPronounced(char c) =>
        char.IsLetterOrDigit(c) || VowelSigns.Contains(c, StringComparison.Ordinal) || ConsonantSigns.Contains(c, StringComparison.Ordinal);

    // 10 is 십, 100 백, 1000 천, 10000 만, 100000000 억: all end in a consonant, only 조 (10 to the 12th) in a vowel.
    static WordEnding OfNumber(string text, int end)
    {
        var zeros = 0;
        var at = end;
        for (; at >= 0 && (text[at] is '0' || (text[at] == ',' && zeros > 0)); at--)
            zeros += text[at] == '0' ? 1 : 0;
        if (zeros == 0)
            return DigitEndings[text[end] - '0'] switch
            {
                'V' => WordEnding.Vowel,
                'R' => WordEnding.Rieul,
                _ => WordEnding.Consonant,
            };
        var isWhole = at >= 0 && char.IsAsciiDigit(text[at]);
        return isWhole && zeros is >= 12 and < 16 ? WordEnding.Vowel : WordEnding.Consonant;
    }

    static string LatinRun(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
            start--;
        return text[start..(end + 1)];
    }
}
