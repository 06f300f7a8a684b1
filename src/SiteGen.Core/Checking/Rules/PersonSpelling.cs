using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class PersonSpelling() : Rule("person-spelling", Severity.Warning, "Two posts name a person in two ways that differ in one letter.",
    why: "The person gets two pages, each with half of the posts. The build compares names within one text; this compares `people` of all "
        + "posts.",
    bad: "a.md: people: [마크 주커버그]\nb.md: people: [마크 주커버크]",
    good: "a.md, b.md: people: [마크 주커버그]")
{
    protected internal override string Korean => """
        Two posts name a person in two ways that differ in one letter.
        = 글마다 한 글자 다르게 적은 인물(주커버그/주커버크).
        “{0}” is one letter from “{1}”, whom other posts name: is it the same person?
        = “{0}”{은/는} 다른 글에 나오는 “{1}”{과/와} 한 글자만 다릅니다. 같은 사람인가요?
        Write one of the two everywhere; if both are meant so, name the other under `aliases` in content/data/people.yml.
        = 어디에서나 둘 가운데 하나로 쓰세요. 둘 다 쓰려면 content/data/people.yml의 `aliases`에 다른 이름을 적으세요.
        """;

    /// <summary>Shorter names are often of two people: 김민수, 김민주.</summary>
    const int MinLength = 4;

    internal override void Site(SiteFacts site, Findings findings)
    {
        var people = site.Source.Terms.Where(term => term.IsPerson).GroupBy(term => Nfc.Normalize(term.Name), StringComparer.Ordinal)
            .OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).ToArray();
        var pairs = from i in Enumerable.Range(0, people.Length)
                    from j in Enumerable.Range(0, i)
                    where IsOneLetterOff(people[i].Key, people[j].Key)
                    from term in people[i]
                    select (term, Name: people[i].Key, Other: people[j].Key);
        foreach (var (term, name, other) in pairs)
        {
            findings.Add(this, SourceSearch.InFrontMatter(term.Document, term.Name) ?? term.Place,
                $"“{name}” is one letter from “{other}”, whom other posts name: is it the same person?",
                "Write one of the two everywhere; if both are meant so, name the other under `aliases` in content/data/people.yml.");
        }
    }

    static bool IsOneLetterOff(string a, string b)
    {
        var (ours, theirs) = (a.Split(' '), b.Split(' '));
        if (ours.Length != theirs.Length)
            return false;
        var different = ours.Zip(theirs).Where(pair => pair.First != pair.Second).ToArray();
        return Array.TrueForAll(different, pair => pair.First.Length >= MinLength && pair.First.Length == pair.Second.Length)
            && different.Sum(pair => pair.First.Zip(pair.Second, Letters).Sum()) == 1;
    }

    /// <summary>The number of jamo in which two characters differ; 2 for characters other than Hangul.</summary>
    static int Letters(char a, char b)
    {
        if (a == b)
            return 0;
        if (!Hangul.IsSyllable(a) || !Hangul.IsSyllable(b))
            return 2;
        var (ours, theirs) = (Hangul.Split(a), Hangul.Split(b));
        return (ours.Lead == theirs.Lead ? 0 : 1) + (ours.Vowel == theirs.Vowel ? 0 : 1) + (ours.Tail == theirs.Tail ? 0 : 1);
    }
}
