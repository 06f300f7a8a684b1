using System.Globalization;
using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Arithmetic of Hangul syllables, and the index letter that a title stands under.</summary>
public static class Hangul
{
    const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const string FoldedLeads = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
    const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    const string Tails = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /// <summary>The index key of titles that begin with neither Hangul, Latin nor a digit.</summary>
    public const string OtherKey = "기타";

    /// <summary>Whether the character is one of the 11,172 composed syllables 가..힣.</summary>
    public static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>
    /// The index bucket, one of ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ: of a syllable (까 is ㄱ) or of a consonant standing alone. Null for all else.
    /// </summary>
    public static char? Initial(char c)
    {
        if (IsSyllable(c))
            return FoldedLeads[Split(c).Lead];
        var lead = Leads.IndexOf(c, StringComparison.Ordinal);
        return lead < 0 ? null : FoldedLeads[lead];
    }

    /// <summary>
    /// A syllable's parts as indexes: lead 0..18, vowel 0..20, tail 0..27 where 0 is no tail. Throws for other characters.
    /// </summary>
    public static (int Lead, int Vowel, int Tail) Split(char syllable)
    {
        if (!IsSyllable(syllable))
            throw new ArgumentOutOfRangeException(nameof(syllable), syllable, "Not a composed Hangul syllable.");
        var index = syllable - Nfc.SyllableBase;
        return (index / (Nfc.VowelCount * Nfc.TailCount), index / Nfc.TailCount % Nfc.VowelCount, index % Nfc.TailCount);
    }

    /// <summary>Whether a syllable ends in a consonant (받침). False for other characters.</summary>
    public static bool HasTail(char c) => IsSyllable(c) && (c - Nfc.SyllableBase) % Nfc.TailCount != 0;

    /// <summary>The consonant that a syllable ends in, compound ones whole (닭 gives ㄺ). Null for none and for other characters.</summary>
    public static char? Tail(char c) => HasTail(c) ? Tails[Split(c).Tail] : null;

    /// <summary>Each syllable as the letters on the keys (닭이 gives ㄷㅏㄺㅇㅣ); all other characters as they are.</summary>
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
            letters.Append(Leads[lead]).Append(Vowels[vowel]);
            if (tail != 0)
                letters.Append(Tails[tail]);
        }
        return letters.ToString();
    }

    /// <summary>
    /// The index letter of a title: "ㄱ".."ㅎ" (doubled consonants folded), "A".."Z", "0-9" or "기타". What a reader does not
    /// read first is skipped: a leading [분류], quotes, emoji, other marks. A title that is all bracket is read inside it.
    /// </summary>
    public static string IndexKey(string title)
    {
        var text = Nfc.Normalize(title);
        return FirstKey(text, AfterBrackets(text)) ?? FirstKey(text, 0) ?? OtherKey;
    }

    static string? FirstKey(string text, int start)
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
                return KeyOf(rune.Value);
            i += length;
        }
        return null;
    }

    static string KeyOf(int codePoint)
    {
        if (codePoint is >= 0xFF01 and <= 0xFF5E)
            codePoint -= 0xFEE0;
        // An accented letter stands under its base letter; NFC has one composed form for it.
        while (NfcTable.TryDecompose(codePoint, out var parts))
            codePoint = parts.First;
        if (codePoint > char.MaxValue)
            return OtherKey;
        var c = (char)codePoint;
        if (Initial(c) is { } initial)
            return initial.ToString();
        if (char.IsAsciiLetter(c))
            return char.ToUpperInvariant(c).ToString();
        return char.IsAsciiDigit(c) ? "0-9" : OtherKey;
    }

    static int AfterBrackets(string text)
    {
        var at = SkipSpace(text, 0);
        while (at < text.Length && Closing(text[at]) is { } closing)
        {
            var end = text.IndexOf(closing, at);
            if (end < 0)
                break;
            at = SkipSpace(text, end + 1);
        }
        return at;
    }

    static char? Closing(char opening) => opening switch
    {
        '[' => ']',
        '［' => '］',
        '【' => '】',
        '〔' => '〕',
        _ => null,
    };

    static int SkipSpace(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format))
            at++;
        return at;
    }

    // 1️⃣ is an emoji made of a digit, an optional variation selector and an enclosing keycap.
    static int KeycapLength(string text, int at)
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '\uFE0F')
            end++;
        return end < text.Length && text[end] == '\u20E3' ? end + 1 - at : 0;
    }
}
