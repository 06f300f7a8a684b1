using SiteGen.Core.Korean;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Interviews;

/// <summary>The lines that begin turns, notes and breaks in a document that declares speakers.</summary>
sealed class InterviewSyntax(IReadOnlyList<Speaker> speakers)
{
    // The longer names first: where two names begin alike, the longer one is meant.
    readonly (string Name, Speaker Speaker)[] names =
        [.. from speaker in speakers
            from name in speaker.Aliases.Prepend(speaker.Name)
            let composed = Nfc.Normalize(name)
            orderby composed.Length descending
            select (composed, speaker)];

    /// <summary>A line that begins with a declared name and <c> - </c> or <c>: </c>. The mark's blanks belong to it.</summary>
    public bool IsTurn(ReadOnlySpan<char> line, out Speaker? speaker, out int nameLength, out int markLength)
    {
        foreach (var (name, candidate) in names)
        {
            if (!line.StartsWith(name, StringComparison.Ordinal) || MarkLength(line[name.Length..]) is not (> 0 and var mark))
                continue;
            (speaker, nameLength, markLength) = (candidate, name.Length, mark);
            return true;
        }

        (speaker, nameLength, markLength) = (null, 0, 0);
        return false;
    }

    public static bool IsNote(ReadOnlySpan<char> line) => line.StartsWith("(*") && !line.StartsWith("(**");

    /// <summary>Two or more dashes, a label, two or more dashes.</summary>
    public static bool IsBreak(ReadOnlySpan<char> line, out int opening, out int closing)
    {
        var text = line.TrimEnd();
        (opening, closing) = (0, 0);
        while (opening < text.Length && text[opening] == '-')
            opening++;
        while (closing < text.Length - opening && text[^(closing + 1)] == '-')
            closing++;
        var label = text[opening..^closing];
        if (opening < 2 || closing < 2 || label.IsWhiteSpace())
            return false;
        opening += label.Length - label.TrimStart().Length;
        closing += label.Length - label.TrimEnd().Length + (line.Length - text.Length);
        return true;
    }

    /// <summary>The length of the mark behind a name: a colon, or a dash between blanks; 0 for none.</summary>
    public static int MarkLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '\u00A0')
            at++;
        if (at == text.Length)
            return 0;
        var isDash = text[at] is '-' or '–' or '—';
        if (!isDash && text[at] is not (':' or '：') || isDash && at == 0)
            return 0;
        var end = at + 1;
        while (end < text.Length && text[end] is ' ' or '\u00A0' or '\t')
            end++;
        return end > at + 1 || end == text.Length || text[at] == '：' ? end : 0;
    }
}
