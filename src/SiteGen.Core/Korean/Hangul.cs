using System.Globalization;
using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Hangul syllable arithmetic, and index letters of titles.</summary>
public static class Hangul
{
    const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const string FoldedLeads = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
    const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    const string Tails = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>The index letter of titles without Hangul, Latin or a digit at the start.</summary>
    public const string OtherKey = "기타";

    internal const char OtherLetter = '\uFFFF';

    /// <summary>Whether the character is one of the 11,172 composed syllables 가..힣.</summary>
    public static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>The index letter, one of ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ, of a syllable (까 is ㄱ) or a single consonant; else null.</summary>
    public static char? Initial(char c)
    {
        if (IsSyllable(c))
            return FoldedLeads[Split(c).Lead];
        var lead = Leads.IndexOf(c, StringComparison.Ordinal);
        return lead < 0 ? null : FoldedLeads[lead];
    }

    /// <summary>Indexes of a syllable's lead (0..18), vowel (0..20) and tail (0..27, 0 for none). Throws for other characters.</summary>
    public static (int Lead, int Vowel, int Tail) Split(char syllable)
    {
        if (!IsSyllable(syllable))
            throw new ArgumentOutOfRangeException(nameof(syllable), syllable, "Not a composed Hangul syllable.");
        var index = syllable - Nfc.SyllableBase;
        return (index / (Nfc.VowelCount * Nfc.TailCount), index / Nfc.TailCount % Nfc.VowelCount, index % Nfc.TailCount);
    }

    /// <summary>Whether a syllable ends in a consonant (받침). False for other characters.</summary>
    public static bool HasTail(char c) => IsSyllable(c) && (c - Nfc.SyllableBase) % Nfc.TailCount != 0;

    /// <summary>The final consonant of a syllable, compounds as one (닭 gives ㄺ); null for none and for other characters.</summary>
    public static char? Tail(char c) => HasTail(c) ? Tails[Split(c).Tail] : null;

    /// <summary>Splits syllables into letters (닭이 gives ㄷㅏㄺㅇㅣ); other characters stay.</summary>
    public static string Jamo(string text)
    {
        var letters = new StringBuilder(text.Length * 3);
        foreach (var c in Nfc.Normalize(text))
        {
            if (!IsSyllable(c))
            {
                letters.Append(c);
                continue;
            }
            var (lead, vowel, tail) = Split(c);
            letters.Append(Leads[lead]).Append(Vowels[vowel]).Append(Tails, tail, tail == 0 ? 0 : 1);
        }
        return letters.ToString();
    }

    /// <summary>
    /// The index letter of a title: "ㄱ".."ㅎ" (doubled consonants folded), "A".."Z", "0-9" or "기타". Skips a leading [분류], quotes, emoji and
    /// other marks. A title inside brackets is read there.
    /// </summary>
    public static string IndexKey(string title) => IndexLetter(Nfc.Normalize(title)).Letter switch
    {
        '0' => "0-9",
        OtherLetter => OtherKey,
        var letter => letter.ToString(),
    };

    /// <summary>
    /// The index letter of an NFC text, '0' for digits and <see cref="OtherLetter"/> for others, and the place it was read at (0 for none).
    /// </summary>
    internal static (char Letter, int At) IndexLetter(string text) =>
        FirstLetter(text, AfterBrackets(text)) ?? FirstLetter(text, 0) ?? (OtherLetter, 0);

    static (char Letter, int At)? FirstLetter(string text, int start)
    {
        for (var i = start; i < text.Length;)
        {
            if (KeycapLength(text, i) is var keycap and > 0)
            {
                i += keycap;
                continue;
            }
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune))
                return (LetterOf(rune.Value), i);
            i += length;
        }
        return null;
    }

    static char LetterOf(int codePoint)
    {
        if (codePoint is >= 0xFF01 and <= 0xFF5E)
            codePoint -= 0xFEE0;
        // An accented letter is listed by its base letter.
        while (NfcTable.TryDecompose(codePoint, out var parts))
            codePoint = parts.First;
        if (codePoint > char.MaxValue)
            return OtherLetter;
        var c = (char)codePoint;
        return Initial(c) ?? (char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : char.IsAsciiDigit(c) ? '0' : OtherLetter);
    }

    static int AfterBrackets(string text)
    {
        var at = SkipSpace(text, 0);
        while (at < text.Length && "[［【〔".IndexOf(text[at]) is >= 0 and var kind && text.IndexOf("]］】〕"[kind], at) is >= 0 and var end)
            at = SkipSpace(text, end + 1);
        return at;
    }

    static int SkipSpace(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format))
            at++;
        return at;
    }

    // 1️⃣ is a digit, an optional variation selector and an enclosing keycap.
    static int KeycapLength(string text, int at) => text.AsSpan(at) switch
    {
        [_, '\uFE0F', '\u20E3', ..] => 3,
        [_, '\u20E3', ..] => 2,
        _ => 0,
    };
}
