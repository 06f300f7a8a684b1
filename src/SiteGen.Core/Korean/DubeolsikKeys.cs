using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Text as keys of the two-set keyboard: 닭 is ㄷㅏㄹㄱ. A partly typed word is then always a prefix of the word.</summary>
public static class DubeolsikKeys
{
    static readonly string[] Leads = "ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ".Split(' ');

    static readonly string[] Vowels = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".Split(' ');

    static readonly string[] Tails =
        " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".Split(' ');

    /// <summary>Compatibility jamo, U+3131 to U+3163.</summary>
    static readonly string[] Letters =
        [.. "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄸ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅃ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ".Split(' '), .. Vowels];

    const string Latin = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
    const string OnLatin = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";

    /// <summary>The keys of a text.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var keys = new StringBuilder(text.Length * 3);
        foreach (var unit in text)
            Append(keys, unit);
        return keys.ToString();
    }

    public static void Append(StringBuilder keys, char unit)
    {
        if (Hangul.IsSyllable(unit))
        {
            var (lead, vowel, tail) = Hangul.Split(unit);
            keys.Append(Leads[lead]).Append(Vowels[vowel]).Append(Tails[tail]);
        }
        else if (unit is >= 'ㄱ' and <= 'ㅣ')
        {
            keys.Append(Letters[unit - 'ㄱ']);
        }
        else
        {
            keys.Append(unit);
        }
    }

    /// <summary>The lead of a syllable (면 is ㅁ); any other unit itself.</summary>
    public static char Initial(char unit) => Hangul.IsSyllable(unit) ? Leads[Hangul.Split(unit).Lead][0] : unit;

    public static bool IsConsonant(char unit) => unit is >= 'ㄱ' and <= 'ㅎ';

    /// <summary>Hangul that was typed with a Latin layout: dhvms is 오픈.</summary>
    /// <param name="keepCapitals">Capitals stay; else those without a key of their own are small letters.</param>
    public static string FromLatin(string text, bool keepCapitals)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = OnKeyboard(c, keepCapitals);
            letters.Append(at < 0 ? c : OnLatin[at]);
        }

        return Composed(letters.ToString());
    }

    static int OnKeyboard(char c, bool keepCapitals)
    {
        var at = Latin.IndexOf(c, StringComparison.Ordinal);
        if (!char.IsAsciiLetterUpper(c))
            return at;
        return keepCapitals ? -1 : at >= 0 ? at : Latin.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
    }

    /// <summary>Latin letters that were typed with a Hangul layout: 모 is ah.</summary>
    public static string ToLatin(string text)
    {
        var keys = Of(text);
        return string.Create(keys.Length, keys, static (letters, keys) =>
        {
            for (var i = 0; i < keys.Length; i++)
                letters[i] = OnLatin.IndexOf(keys[i], StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : keys[i];
        });
    }

    /// <summary>Composes keys as an input method does: a consonant before a vowel starts a syllable.</summary>
    static string Composed(string keys)
    {
        var text = new StringBuilder(keys.Length);
        for (var i = 0; i < keys.Length;)
        {
            var lead = Array.IndexOf(Leads, keys.Substring(i, 1));
            var vowel = lead < 0 ? (Index: -1, Length: 0) : Longest(Vowels, keys, i + 1, 2);
            if (vowel.Index < 0)
            {
                text.Append(keys[i++]);
                continue;
            }

            i += 1 + vowel.Length;
            var tail = Longest(Tails, keys, i, 2);
            while (tail.Length > 0 && i + tail.Length < keys.Length && Longest(Vowels, keys, i + tail.Length, 1).Index >= 0)
                tail = Longest(Tails, keys, i, tail.Length - 1);
            i += tail.Length;
            text.Append((char)(Nfc.SyllableBase + (lead * Nfc.VowelCount + vowel.Index) * Nfc.TailCount + Math.Max(0, tail.Index)));
        }

        return text.ToString();
    }

    static (int Index, int Length) Longest(string[] letters, string keys, int at, int most)
    {
        for (var length = Math.Min(most, keys.Length - at); length > 0; length--)
        {
            if (Array.IndexOf(letters, keys.Substring(at, length)) is >= 0 and var index)
                return (index, length);
        }

        return (-1, 0);
    }
}
