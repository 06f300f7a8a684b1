using SiteGen.Core.Korean;

namespace SiteGen.Core.Diagnostics;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name with the smallest edit distance (insertions, deletions, substitutions, adjacent swaps; case-insensitive), at most
    /// a third of the name's length, within one to three. Ties go to the first in ordinal order; null when none is near.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var limit = Math.Clamp(name.Length / 3, 1, 3);
        string? nearest = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > limit)
                continue;
            var distance = Distance(name, candidate);
            if (distance > limit)
                continue;
            if (distance < limit || nearest is null || string.CompareOrdinal(candidate, nearest) < 0)
                nearest = candidate;
            limit = distance;
        }
        return nearest;
    }

    /// <summary>Compares Hangul by jamo, since one wrong key is one letter of a syllable.</summary>
    public static string? ByJamo(string name, IEnumerable<string> known)
    {
        var byLetters = known.DistinctBy(Letters).ToDictionary(Letters, StringComparer.Ordinal);
        return Of(Letters(name), byLetters.Keys) is { } nearest ? byLetters[nearest] : null;
    }

    static string Letters(string name) => string.Concat(name.Select(Letters));

    static string Letters(char c)
    {
        if (!Hangul.IsSyllable(c))
            return c.ToString();
        var (lead, vowel, tail) = Hangul.Split(c);
        var last = tail > 0 ? ((char)(0x11A7 + tail)).ToString() : "";
        return $"{(char)(0x1100 + lead)}{(char)(0x1161 + vowel)}{last}";
    }

    // Damerau-Levenshtein (optimal string alignment) with three rows of the table.
    static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }

    static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
