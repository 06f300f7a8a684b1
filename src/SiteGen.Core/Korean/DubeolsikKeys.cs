using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>
/// Text as it is typed on the two-set keyboard: 닭 is ㄷㅏㄹㄱ. What has been typed of a word is then always the beginning of the whole word, whatever
/// syllables stand on the screen meanwhile.
/// </summary>
public static class DubeolsikKeys
{
    static readonly string[] Leads = ["ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

    static readonly string[] Vowels = ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"];

    static readonly string[] Tails =
        ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

    /// <summary>U+3131 to U+3163, letters that stand alone.</summary>
    static readonly string[] Letters =
    [
        "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄸ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅃ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
        "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
    ];

    const string Latin = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
    const string OnLatin = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";

    /// <summary>The keys of a text, each unit's one behind the other.</summary>
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

    /// <summary>A syllable's lead (면 is ㅁ); every other unit is itself.</summary>
    public static char Initial(char unit) => Hangul.IsSyllable(unit) ? Leads[Hangul.Split(unit).Lead][0] : unit;

    public static bool IsConsonant(char unit) => unit is >= 'ㄱ' and <= 'ㅎ';

    /// <summary>What Hangul typed while the keyboard was set to Latin was meant to be: dhvms is 오픈. Capital letters stay if they have no key of their own or <paramref name="keepCapitals"/>.</summary>
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

    /// <summary>What Latin letters typed while the keyboard was set to Hangul were meant to be: 모 is ah.</summary>
    public static string ToLatin(string text)
    {
        var keys = Of(text);
        return string.Create(keys.Length, keys, static (letters, keys) =>
        {
            for (var i = 0; i < keys.Length; i++)
                letters[i] = OnLatin.IndexOf(keys[i], StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : keys[i];
        });
    }

    /// <summary>Keys put together as an input method does: each consonant that a vowel follows begins a syllable.</summary>
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
            // A consonant before a vowel is the next syllable's.
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
