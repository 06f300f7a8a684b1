namespace SiteGen.Core.Korean;

/// <summary>
/// The ending of an English word or acronym read in Korean, by 외래어 표기법: a short vowel before p, t or k keeps the stop as 받침 (bot 봇),
/// other stops and fricatives take 으 (test 테스트, blog 블로그), and l, m, n and ng close the syllable.
/// </summary>
static class EnglishEnding
{
    // A longer word in capitals is an emphasized word.
    const int LongestAcronym = 5;

    // Exceptions to the rules below: web 웹, club 클럽, circuit 서킷, layout 레이아웃, book 북, deep 딥, type 타입.
    static readonly string[] ClosedEndings =
        ["web", "club", "lab", "job", "good", "cuit", "out", "ook", "eep", "type", "group", "soup", "tweet", "hood"];

    /// <param name="letters">ASCII letters.</param>
    public static WordEnding Of(string letters)
    {
        var capitals = letters.Reverse().TakeWhile(char.IsAsciiLetterUpper).Count();
        var isRead = letters.Length == 1 || capitals is > 0 and <= LongestAcronym;
        return isRead ? OfLetterName(char.ToUpperInvariant(letters[^1])) : OfWord(letters.ToLowerInvariant());
    }

    // 엘, 알 end in ㄹ; 엠, 엔 in a nasal; all other letters' names in a vowel.
    static WordEnding OfLetterName(char letter) => letter switch
    {
        'L' or 'R' => WordEnding.Rieul,
        'M' or 'N' => WordEnding.Consonant,
        _ => WordEnding.Vowel,
    };

    static WordEnding OfWord(string word)
    {
        if (Array.Exists(ClosedEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)))
            return WordEnding.Consonant;
        return word[^1] switch
        {
            'l' => WordEnding.Rieul,
            'm' or 'n' or 'c' or 'q' => WordEnding.Consonant,
            'e' => OfSilentE(word),
            'g' or 'b' when word is [.., 'n', 'g'] or [.., 'm', 'b'] => WordEnding.Consonant,
            'p' or 't' or 'k' when IsStopAfterShortVowel(word) => WordEnding.Consonant,
            _ => WordEnding.Vowel,
        };
    }

    // Google, mobile 구글, 모바일; iPhone, Chrome 아이폰, 크롬. Any other e is pronounced, or leaves a consonant with 으.
    static WordEnding OfSilentE(string word) => word.Length < 3 ? WordEnding.Vowel : word[^2] switch
    {
        'l' => WordEnding.Rieul,
        'm' or 'n' => WordEnding.Consonant,
        _ => WordEnding.Vowel,
    };

    // chat, Slack, app: one vowel letter, then the stop, written once, doubled or as ck. Two vowel letters are a long vowel.
    static bool IsStopAfterShortVowel(string word)
    {
        var vowel = word.Length - 2;
        if (vowel > 0 && (word[vowel] == word[^1] || (word[^1] == 'k' && word[vowel] == 'c')))
            vowel--;
        return vowel >= 0 && IsVowel(word[vowel]) && (vowel == 0 || !IsVowel(word[vowel - 1]));
    }

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
