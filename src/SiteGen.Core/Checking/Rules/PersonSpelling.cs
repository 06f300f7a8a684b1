using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class PersonSpelling() : Rule("person-spelling", Severity.Warning, "Two posts name a person in two ways that differ in one letter.")
{
    /// <summary>Shorter names are too often two people's: 김민수, 김민주.</summary>
    const int ShortestPart = 4;

    public override string Why => "The person gets two pages, each with half of the posts. Within one text the build itself compares names; this compares `people` of all posts.";

    public override string Bad => "a.md: people: [마크 주커버그]\nb.md: people: [마크 주커버크]";

    public override string Good => "a.md, b.md: people: [마크 주커버그]";

    internal override void Site(SiteFacts site, Findings findings)
    {
        var uses = site.Source.Terms.Where(term => term.IsPerson).GroupBy(term => Nfc.Normalize(term.Name), StringComparer.Ordinal)
            .OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < uses.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!IsOneLetterOff(uses[i].Key, uses[j].Key))
                    continue;
                foreach (var term in uses[i])
                {
                    var at = SourceSearch.InMatter(term.Document, term.Name) ?? term.Place;
                    findings.Add(this, at, $"“{uses[i].Key}” is one letter from “{uses[j].Key}”, whom other posts name: is it the same person?", "Write one of the two everywhere; if both are meant so, name the other under `aliases` in content/data/people.yml.");
                }
            }
        }
    }

    static bool IsOneLetterOff(string a, string b)
    {
        var (ours, theirs) = (a.Split(' '), b.Split(' '));
        if (ours.Length != theirs.Length)
            return false;
        var different = 0;
        for (var i = 0; i < ours.Length; i++)
        {
            if (ours[i] == theirs[i])
                continue;
            if (ours[i].Length < ShortestPart || ours[i].Length != theirs[i].Length)
                return false;
            different += Letters(ours[i], theirs[i]);
        }

        return different == 1;
    }

    /// <summary>In how many letters two words of the same length differ; more than one for what is no Hangul.</summary>
    static int Letters(string a, string b)
    {
        var different = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            if (!Hangul.IsSyllable(a[i]) || !Hangul.IsSyllable(b[i]))
                return 2;
            var (lead, vowel, tail) = Hangul.Split(a[i]);
            var (otherLead, otherVowel, otherTail) = Hangul.Split(b[i]);
            different += (lead == otherLead ? 0 : 1) + (vowel == otherVowel ? 0 : 1) + (tail == otherTail ? 0 : 1);
        }

        return different;
    }
}
