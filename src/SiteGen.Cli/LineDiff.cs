namespace SiteGen.Cli;

/// <summary>The lines by which two texts differ, as a unified diff.</summary>
static class LineDiff
{
    const int Context = 3;

    /// <summary>Cells of the table of common lines. Above it, everything from the first to the last difference is replaced.</summary>
    const int MaxCells = 16_000_000;

    readonly record struct Edit(char Sign, string Line);

    /// <summary>Hunks that make <paramref name="after"/> of <paramref name="before"/>; none when they are the same.</summary>
    public static IEnumerable<string> Unified(string before, string after)
    {
        var edits = Edits(Lines(before), Lines(after));
        for (int at = 0, end; (at = NextChange(edits, at)) >= 0; at = end)
        {
            var last = at;
            for (var next = at; next >= 0 && next - last <= 2 * Context; next = NextChange(edits, next + 1))
                last = next;
            var start = Math.Max(0, at - Context);
            end = Math.Min(edits.Count, last + Context + 1);
            yield return $"@@ -{Range(edits, start, end, '+')} +{Range(edits, start, end, '-')} @@";
            foreach (var edit in edits[start..end])
                yield return edit.Sign + edit.Line;
        }
    }

    static int NextChange(List<Edit> edits, int from) =>
        from < edits.Count ? edits.FindIndex(from, edit => edit.Sign != ' ') : -1;

    /// <summary>First line and count on one side. An empty range names the line before it.</summary>
    /// <param name="other">The sign of lines that are only on the other side.</param>
    static string Range(List<Edit> edits, int start, int end, char other)
    {
        var before = edits.Take(start).Count(edit => edit.Sign != other);
        var count = edits.Take(end).Count(edit => edit.Sign != other) - before;
        return $"{(count == 0 ? before : before + 1)},{count}";
    }

    /// <summary>Ignores carriage returns. A last line without a line break is marked as git does: it differs from one with it.</summary>
    static string[] Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n');
        if (lines[^1].Length == 0)
            return lines[..^1];
        lines[^1] += "\n\\ No newline at end of file";
        return lines;
    }

    static List<Edit> Edits(string[] before, string[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return
        [
            .. before[..start].Select(Kept),
            .. Middle(before[start..^end], after[start..^end]),
            .. before[^end..].Select(Kept),
        ];
    }

    static Edit Kept(string line) => new(' ', line);

    /// <summary>By the longest common subsequence.</summary>
    static IEnumerable<Edit> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MaxCells)
            return [.. before.Select(line => new Edit('-', line)), .. after.Select(line => new Edit('+', line))];
        var common = CommonLengths(before, after);
        var edits = new List<Edit>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
                (i, j) = Add(' ', after[j], i + 1, j + 1);
            else if (j == after.Length || i < before.Length && common[i + 1, j] >= common[i, j + 1])
                (i, j) = Add('-', before[i], i + 1, j);
            else
                (i, j) = Add('+', after[j], i, j + 1);
        }

        return edits;

        (int, int) Add(char sign, string line, int nextBefore, int nextAfter)
        {
            edits.Add(new Edit(sign, line));
            return (nextBefore, nextAfter);
        }
    }

    /// <summary>How many lines two ends of the texts have in common, by where they begin.</summary>
    static int[,] CommonLengths(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
