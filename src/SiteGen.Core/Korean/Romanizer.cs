using System.Text;

namespace SiteGen.Core.Korean;

/// <summary>Revised Romanization of Korean (국립국어원, 2000), by pronunciation, in small letters, without hyphens.</summary>
/// <remarks>Readings that the spelling does not show (한자어 exceptions, inserted ㄴ) are unknown.</remarks>
public static class Romanizer
{
    static readonly string[] Leads = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    const string LeadLetters = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const string VowelLetters = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

    /// <summary>Hangul syllables in Latin letters; other characters stay. "신라 이야기" gives "silla iyagi".</summary>
    public static string Romanize(string text)
    {
        var source = Nfc.Normalize(text);
        var latin = new StringBuilder(source.Length * 2);
        var start = 0;
        for (var i = 0; i < source.Length; i = start)
        {
            for (; i < source.Length && !Hangul.IsSyllable(source[i]); i++)
                latin.Append(source[i]);
            start = i;
            while (start < source.Length && Hangul.IsSyllable(source[start]))
                start++;
            if (start > i)
                AppendWord(latin, source.AsSpan(i, start - i));
        }
        return latin.ToString();
    }

    // Sounds change where two syllables of a word meet, so the tail and the lead after it are written together.
    static void AppendWord(StringBuilder latin, ReadOnlySpan<char> word)
    {
        latin.Append(Leads[Hangul.Split(word[0]).Lead]);
        for (var i = 0; i < word.Length; i++)
        {
            latin.Append(Vowels[Hangul.Split(word[i]).Vowel]);
            var tail = Hangul.Tail(word[i]) ?? '\0';
            latin.Append(i + 1 == word.Length ? Coda(tail) : Joint(tail, word[i + 1]));
        }
    }

    static string Joint(char tail, char next)
    {
        var (leadIndex, vowelIndex, _) = Hangul.Split(next);
        var lead = LeadLetters[leadIndex];
        return tail == '\0' ? Leads[leadIndex]
            : lead == 'ㅇ' ? BeforeVowel(tail, VowelLetters[vowelIndex])
            : lead == 'ㅎ' ? BeforeH(tail, next)
            : AfterH(tail, lead) ?? Assimilated(tail, lead);
    }

    // 연음: the last consonant moves over (책이 chaegi, 닭이 dalgi), with 구개음화 before ㅣ and ㅕ (같이 gachi, 굳이 guji).
    static string BeforeVowel(char tail, char vowel)
    {
        var (staying, moving) = Halves(tail);
        if (moving == 'ㅇ')
            return "ng";
        var sound = (moving, vowel is 'ㅣ' or 'ㅕ') switch
        {
            ('ㄷ', true) => "j",
            ('ㅌ', true) => "ch",
            ('ㅎ', _) => staying == 'ㄹ' ? "r" : staying == 'ㄴ' ? "n" : "",
            _ => Leads[LeadLetters.IndexOf(moving, StringComparison.Ordinal)],
        };
        return moving == 'ㅎ' || staying == '\0' ? sound : Coda(staying) + sound;
    }

    // 격음화. The rules keep the h of nouns (묵호 mukho, 집현전 jiphyeonjeon), and titles are nouns; the passive's 히 and 혀
    // (잡혀 japyeo, 밝힌 balkin, 닫히다 dachida) mark verbs, where the two sounds become one.
    static string BeforeH(char tail, char next)
    {
        var (staying, moving) = Halves(tail);
        if (moving is 'ㅎ' or 'ㅇ' or 'ㄴ' or 'ㅁ' or 'ㄹ')
            return Coda(tail) + "h";
        var isPassive = next is '히' or '힌' or '힐' or '힙' or '혀' or '혔';
        if (!isPassive)
            return moving == 'ㅈ' ? Coda(staying) + "ch" : Coda(tail) + "h";
        var sound = moving switch
        {
            'ㄱ' or 'ㄲ' or 'ㅋ' => "k",
            'ㅂ' or 'ㅍ' => "p",
            'ㅅ' or 'ㅆ' => "t",
            _ => "ch",
        };
        return Coda(staying) + sound;
    }

    // A tail with ㅎ makes the stop after it a strong one: 좋고 joko, 많다 manta. Null when the pair is not of that kind.
    static string? AfterH(char tail, char lead)
    {
        if (tail is not ('ㅎ' or 'ㄶ' or 'ㅀ'))
            return null;
        var rest = Coda(tail == 'ㅎ' ? '\0' : Halves(tail).Staying);
        return lead switch
        {
            'ㄱ' => rest + "k",
            'ㄷ' => rest + "t",
            'ㅈ' => rest + "ch",
            'ㅅ' => rest + "s",
            _ => null,
        };
    }

    // 비음화 (백마 baengma, 종로 jongno, 독립 dongnip) and 유음화 (신라 silla, 별내 byeollae).
    static string Assimilated(char tail, char lead)
    {
        var coda = Coda(tail);
        var isNasal = lead is 'ㄴ' or 'ㅁ';
        return (coda, lead) switch
        {
            ("l", 'ㄴ' or 'ㄹ') or ("n", 'ㄹ') => "ll",
            ("k", 'ㄹ') or ("ng", 'ㄹ') => "ngn",
            ("t", 'ㄹ') => "nn",
            ("p", 'ㄹ') or ("m", 'ㄹ') => "mn",
            ("k", _) when isNasal => "ng" + Lead(lead),
            ("t", _) when isNasal => "n" + Lead(lead),
            ("p", _) when isNasal => "m" + Lead(lead),
            _ => coda + Lead(lead),
        };
    }

    static string Lead(char letter) => Leads[LeadLetters.IndexOf(letter, StringComparison.Ordinal)];

    // The sound of a tail before a consonant or at the end.
    static string Coda(char tail) => tail switch
    {
        '\0' => "",
        'ㄱ' or 'ㄲ' or 'ㅋ' or 'ㄳ' or 'ㄺ' => "k",
        'ㄴ' or 'ㄵ' or 'ㄶ' => "n",
        'ㄹ' or 'ㄼ' or 'ㄽ' or 'ㄾ' or 'ㅀ' => "l",
        'ㅁ' or 'ㄻ' => "m",
        'ㅂ' or 'ㅍ' or 'ㅄ' or 'ㄿ' => "p",
        'ㅇ' => "ng",
        _ => "t",
    };

    // The consonant that stays and the one that moves to the next syllable. Doubled ones (ㄲ, ㅆ) move whole.
    static (char Staying, char Moving) Halves(char tail) => tail switch
    {
        'ㄳ' => ('ㄱ', 'ㅅ'),
        'ㄵ' => ('ㄴ', 'ㅈ'),
        'ㄶ' => ('ㄴ', 'ㅎ'),
        'ㄺ' => ('ㄹ', 'ㄱ'),
        'ㄻ' => ('ㄹ', 'ㅁ'),
        'ㄼ' => ('ㄹ', 'ㅂ'),
        'ㄽ' => ('ㄹ', 'ㅅ'),
        'ㄾ' => ('ㄹ', 'ㅌ'),
        'ㄿ' => ('ㄹ', 'ㅍ'),
        'ㅀ' => ('ㄹ', 'ㅎ'),
        'ㅄ' => ('ㅂ', 'ㅅ'),
        _ => ('\0', tail),
    };
}
