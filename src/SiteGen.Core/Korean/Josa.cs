namespace SiteGen.Core.Korean;

/// <summary>Chooses the form of a particle (조사) by the pronunciation of the word before it.</summary>
public static class Josa
{
    // Pairs other than "이" or "으" before the other form. Longer ones first, because a pair may continue: 이었다/였다, 은커녕/는커녕.
    static readonly (string AfterConsonant, string AfterVowel)[] Irregular =
    [
        ("이에", "예"), ("이었", "였"), ("이어", "여"), ("은", "는"), ("을", "를"), ("이", "가"), ("과", "와"), ("아", "야"),
    ];

    /// <summary>The word with its particle: <c>Attach("인터뷰", "은/는")</c> gives "인터뷰는". See <see cref="Pick"/>.</summary>
    public static string Attach(string word, string pair) => word + Pick(word, pair);

    /// <summary>
    /// The particle alone. Pairs: 은/는, 이/가, 을/를, 과/와, 아/야, 이나/나, 으로/로, 이에요/예요, 이었/였 and the like in either order,
    /// also written 은(는) or (으)로. Both forms, as "을(를)", when the pronunciation is unknown.
    /// </summary>
    /// <exception cref="ArgumentException">Not a pair; see <see cref="IsPair"/>.</exception>
    public static string Pick(string word, string pair)
    {
        if (!TryParse(pair, out var forms))
            throw new ArgumentException($"'{pair}' is not a pair of particles such as 은/는.", nameof(pair));
        var (afterConsonant, afterVowel) = forms;
        return Pronunciation.EndingOf(word) switch
        {
            WordEnding.Vowel => afterVowel,
            // 서울로, 칠로: ㄹ takes 로 as a vowel does, but 을, 은, 이 as a consonant does.
            WordEnding.Rieul => afterConsonant.StartsWith("으로", StringComparison.Ordinal) ? afterVowel : afterConsonant,
            WordEnding.Consonant => afterConsonant,
            _ => Both(afterConsonant, afterVowel),
        };
    }

    /// <summary>Whether <see cref="Pick"/> knows the pair.</summary>
    public static bool IsPair(string pair) => TryParse(pair, out _);

    static string Both(string afterConsonant, string afterVowel) =>
        afterConsonant.EndsWith(afterVowel, StringComparison.Ordinal)
            ? $"({afterConsonant[..^afterVowel.Length]}){afterVowel}"
            : $"{afterConsonant}({afterVowel})";

    static bool TryParse(string pair, out (string AfterConsonant, string AfterVowel) forms)
    {
        forms = default;
        if (Parts(Nfc.Normalize(pair)) is not var (one, other))
            return false;
        forms = IsForms(one, other) ? (one, other) : (other, one);
        return one != other && IsForms(forms.AfterConsonant, forms.AfterVowel);
    }

    // "은/는", "은(는)" or "(으)로".
    static (string One, string Other)? Parts(string pair)
    {
        var slash = pair.IndexOf('/');
        if (slash > 0)
            return (pair[..slash].Trim(), pair[(slash + 1)..].Trim());
        var open = pair.IndexOf('(');
        var close = pair.IndexOf(')');
        if (open < 0 || close < open)
            return null;
        var bracketed = pair[(open + 1)..close];
        return open == 0 ? (bracketed + pair[(close + 1)..], pair[(close + 1)..]) : (pair[..open], bracketed);
    }

    static bool IsForms(string afterConsonant, string afterVowel)
    {
        if (afterVowel.Length == 0)
            return false;
        return afterConsonant == "이" + afterVowel || afterConsonant == "으" + afterVowel
            || Array.Exists(Irregular, pair => afterConsonant.StartsWith(pair.AfterConsonant, StringComparison.Ordinal)
                && pair.AfterVowel + afterConsonant[pair.AfterConsonant.Length..] == afterVowel);
    }
}
