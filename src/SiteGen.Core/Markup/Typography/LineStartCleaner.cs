namespace SiteGen.Core.Markup;

/// <summary>
/// What nobody sees at the beginning of a line and what yet keeps <c>## 제목</c> from being a heading: byte order marks and zero-width
/// spaces that editors leave, and the no-break space that a Mac types between # and the title.
/// </summary>
static class LineStartCleaner
{
    const string Invisible = "\uFEFF\u200B\u2060";

    /// <summary>The same text, of the same length, with blanks in their place.</summary>
    public static string Cleaned(string text)
    {
        if (text.AsSpan().IndexOfAny("\uFEFF\u200B\u2060\u00A0") < 0)
            return text;
        var cleaned = text.ToCharArray();
        for (var at = 0; at < cleaned.Length;)
        {
            Clean(cleaned.AsSpan(at));
            var next = Array.IndexOf(cleaned, '\n', at);
            at = next < 0 ? cleaned.Length : next + 1;
        }

        return new string(cleaned);
    }

    static void Clean(Span<char> line)
    {
        var at = 0;
        // Four blanks would make code of the line.
        while (at < line.Length && at < 3 && Invisible.Contains(line[at]))
            line[at++] = ' ';
        while (at < line.Length && line[at] == ' ')
            at++;
        var mark = at;
        while (at < line.Length && line[at] == '#')
            at++;
        if (at == mark && at < line.Length && line[at] is '-' or '*' or '+')
            at++;
        if (at == mark)
            at = NumberEnd(line, at);
        if (at > mark && at < line.Length && line[at] == '\u00A0')
            line[at] = ' ';
    }

    /// <summary>Behind <c>1.</c> or <c>1)</c>; else the beginning.</summary>
    static int NumberEnd(Span<char> line, int start)
    {
        var at = start;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        return at > start && at < line.Length && line[at] is '.' or ')' ? at + 1 : start;
    }
}
