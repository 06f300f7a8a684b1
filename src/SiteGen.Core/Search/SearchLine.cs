using System.Text;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Search;

/// <summary>A text prepared for search: the keys of its words without spaces and punctuation.</summary>
public sealed class SearchLine
{
    /// <summary>Matches inside a word have at least two syllables.</summary>
    const int LeastInside = 4;

    readonly string keys, initials;
    readonly List<int> unitOfKey = [], unitOfInitial = [];
    readonly HashSet<int> wordStarts = [];

    SearchLine(string text)
    {
        var folded = SearchText.Fold(text);
        var (keys, initials) = (new StringBuilder(), new StringBuilder());
        for (var run = SearchText.Next(folded, 0); run.Start.Value < folded.Length; run = SearchText.Next(folded, run.End.Value))
        {
            wordStarts.Add(run.Start.Value);
            for (var unit = run.Start.Value; unit < run.End.Value; unit++)
            {
                if (SearchText.IsInnerBeginning(folded.AsSpan(run), unit - run.Start.Value))
                    wordStarts.Add(unit);
                DubeolsikKeys.Append(keys, folded[unit]);
                while (unitOfKey.Count < keys.Length)
                    unitOfKey.Add(unit);
                initials.Append(DubeolsikKeys.Initial(folded[unit]));
                unitOfInitial.Add(unit);
            }
        }

        (this.keys, this.initials) = (keys.ToString(), initials.ToString());
    }

    public static SearchLine Of(string text) => new(text);

    /// <summary>The best match: 100 as whole words, 80 as a beginning, 60 within a syllable, 40 inside a word, 0 for none.</summary>
    public int Quality(string wanted)
    {
        var best = 0;
        foreach (var at in Matches(keys, wanted))
        {
            best = Math.Max(best, QualityAt(at, at + wanted.Length));
            if (best == 100)
                break;
        }

        return best;
    }

    static IEnumerable<int> Matches(string text, string wanted)
    {
        for (var at = wanted.Length == 0 ? -1 : text.IndexOf(wanted, StringComparison.Ordinal); at >= 0;)
        {
            yield return at;
            at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal);
        }
    }

    int QualityAt(int from, int to)
    {
        var wholeSyllable = to == keys.Length || unitOfKey[to] != unitOfKey[to - 1];
        if (BeginsWord(from))
            return !wholeSyllable ? 60 : to == keys.Length || wordStarts.Contains(unitOfKey[to]) ? 100 : 80;
        return wholeSyllable && to - from >= LeastInside && unitOfKey[from] != unitOfKey[from - 1] ? 40 : 0;
    }

    bool BeginsWord(int key) => (key == 0 || unitOfKey[key] != unitOfKey[key - 1]) && wordStarts.Contains(unitOfKey[key]);

    /// <summary>70 when a word begins with the initials, else 0.</summary>
    public int QualityOfInitials(string wanted) => Matches(initials, wanted).Any(at => wordStarts.Contains(unitOfInitial[at])) ? 70 : 0;

    public bool Is(string wanted) => keys == wanted;

    public bool Holds(string wanted) => Places(wanted).Any();

    /// <summary>Matches at the beginning of a word, as ranges of the text.</summary>
    public IEnumerable<(int From, int To)> Places(string wanted) =>
        Matches(keys, wanted).Where(BeginsWord).Select(at => (unitOfKey[at], unitOfKey[at + wanted.Length - 1] + 1));
}
