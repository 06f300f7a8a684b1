namespace SiteGen.Scriban.Runtime;

/// <summary>Finds the name somebody probably meant.</summary>
static class Nearest
{
    /// <summary>"did you mean `x`?", or null where nothing is near enough.</summary>
    public static Message? Hint(string wanted, IEnumerable<string> known, string prefix = "")
    {
        string? best = null;
        int bestDistance = Math.Max(1, wanted.Length / 3) + 1;
        foreach (string name in known)
        {
            if (string.Equals(name, wanted, StringComparison.Ordinal))
                continue;
            int distance = Distance(wanted, name, bestDistance);
            if (distance < bestDistance)
                (best, bestDistance) = (name, distance);
        }

        return best is null ? null : (Message)$"did you mean `{prefix}{best}`?";
    }

    /// <summary>Edits between two names, swapped neighbours counting one; <paramref name="limit"/> or more is not told apart.</summary>
    static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || a.Length > 64 || b.Length > 64)
            return limit;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            Span<int> oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[b.Length];
    }
}
