using System.Text;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Search;

/// <summary>A text made ready to look in: the keys of its words without what stands between, so that spaces make no difference.</summary>
public sealed class SearchLine
{
    /// <summary>A beginning inside a word counts from here: two syllables.</summary>
    const int LeastInside = 4;

    readonly string keys;
    readonly string initials;
    readonly int[] unitOfKey;
    readonly int[] unitOfInitial;
    readonly HashSet<int> wordStarts;

    SearchLine(string keys, string initials, int[] unitOfKey, int[] unitOfInitial, HashSet<int> wordStarts) =>
        (this.keys, this.initials, this.unitOfKey, this.unitOfInitial, this.wordStarts) = (keys, initials, unitOfKey, unitOfInitial, wordStarts);

    public static SearchLine Of(string text)
    {
        var folded = SearchText.Fold(text);
        var (keys, initials) = (new StringBuilder(), new StringBuilder());
        var (unitOfKey, unitOfInitial, starts) = (new List<int>(), new List<int>(), new HashSet<int>());
        for (var run = SearchText.Next(folded, 0); run.Start.Value < folded.Length; run = SearchText.Next(folded, run.End.Value))
        {
            starts.Add(run.Start.Value);
            for (var unit = run.Start.Value; unit < run.End.Value; unit++)
            {
                if (SearchText.IsInnerBeginning(folded.AsSpan(run), unit - run.Start.Value))
                    starts.Add(unit);
                DubeolsikKeys.Append(keys, folded[unit]);
                while (unitOfKey.Count < keys.Length)
                    unitOfKey.Add(unit);
                initials.Append(DubeolsikKeys.Initial(folded[unit]));
                unitOfInitial.Add(unit);
            }
        }

        return new SearchLine(keys.ToString(), initials.ToString(), [.. unitOfKey], [.. unitOfInitial], starts);
    }

    /// <summary>How well keys stand in the line at their best place: 100 as whole words, 80 as a beginning of words, 60 within a syllable, 40 inside a word; 0 nowhere.</summary>
    public int Quality(string wanted)
    {
        var best = 0;
        if (wanted.Length == 0)
            return best;
        for (var at = keys.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && best < 100; at = keys.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            best = Math.Max(best, QualityAt(at, at + wanted.Length));
        return best;
    }

    int QualityAt(int from, int to)
    {
        var wholeSyllable = to == keys.Length || unitOfKey[to] != unitOfKey[to - 1];
        if (BeginsWord(from))
            return !wholeSyllable ? 60 : to == keys.Length || wordStarts.Contains(unitOfKey[to]) ? 100 : 80;
        return wholeSyllable && to - from >= LeastInside && unitOfKey[from] != unitOfKey[from - 1] ? 40 : 0;
    }

    bool BeginsWord(int key) => (key == 0 || unitOfKey[key] != unitOfKey[key - 1]) && wordStarts.Contains(unitOfKey[key]);

    /// <summary>70 where the initials stand at the beginning of a word, else 0.</summary>
    public int QualityOfInitials(string wanted) => FindInitials(wanted) < 0 ? 0 : 70;

    int FindInitials(string wanted)
    {
        var at = initials.IndexOf(wanted, StringComparison.Ordinal);
        while (at >= 0 && !wordStarts.Contains(unitOfInitial[at]))
            at = initials.IndexOf(wanted, at + 1, StringComparison.Ordinal);
        return at;
    }

    public bool Is(string wanted) => keys == wanted;

    /// <summary>Whether the keys stand there, beginning with a word.</summary>
    public bool Holds(string wanted) => Places(wanted).Any();

    /// <summary>The units of the text, first and behind the last, wherever the keys stand and begin with a word.</summary>
    public IEnumerable<(int From, int To)> Places(string wanted)
    {
        for (var at = wanted.Length == 0 ? -1 : keys.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = keys.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (BeginsWord(at))
                yield return (unitOfKey[at], unitOfKey[at + wanted.Length - 1] + 1);
        }
    }
}
