namespace SiteGen.Core.Markup;

/// <summary>Replaces invisible characters, such as the no-break space of macOS, that keep <c>## 제목</c> from being a heading.</summary>
static class LineStartCleaner
{
    const string Invisible = "\uFEFF\u200B\u2060";

    /// <summary>Returns a text of the same length, so that offsets stay valid.</summary>
    public static string Cleaned(string text)
    {
        if (text.AsSpan().IndexOfAny(Invisible + "\u00A0") < 0)
            return text;
        var cleaned = text.ToCharArray();
        foreach (var line in text.AsSpan().Split('\n'))
            Clean(cleaned.AsSpan(line));
        return new string(cleaned);
    }

    static void Clean(Span<char> line)
    {
        var at = 0;
        // A fourth space would make the line code.
        while (at < line.Length && at < 3 && Invisible.Contains(line[at]))
            line[at++] = ' ';
        while (at < line.Length && line[at] == ' ')
            at++;
        var end = MarkEnd(line, at);
        if (end > at && end < line.Length && line[end] == '\u00A0')
            line[end] = ' ';
    }

    /// <summary>The end of <c>##</c>, <c>-</c>, <c>1.</c> or <c>1)</c>; <paramref name="start"/> when there is none.</summary>
    static int MarkEnd(Span<char> line, int start)
    {
        var at = start;
        while (at < line.Length && line[at] == '#')
            at++;
        if (at > start || at == line.Length)
            return at;
        if (line[at] is '-' or '*' or '+')
            return at + 1;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        return at > start && at < line.Length && line[at] is '.' or ')' ? at + 1 : start;
    }
}
