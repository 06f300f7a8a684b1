namespace SiteGen.Core.Reading;

/// <summary>Finds front matter and body in a document's text.</summary>
public static class FrontMatterSplitter
{
    /// <param name="Start">Offset of the YAML text.</param>
    /// <param name="BodyStart">Offset of the body's first character.</param>
    /// <param name="IsClosed">False when the closing line is missing.</param>
    public readonly record struct Parts(bool HasFrontMatter, int Start, int Length, int BodyStart, bool IsClosed);

    /// <summary>Splits at two lines <c>---</c>. Blank lines may precede them; <c>---&gt;</c>, seen in real posts, closes too.</summary>
    public static Parts Split(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        var first = LineEnd(text, start);
        if (text.AsSpan(start, first - start).TrimEnd() is not "---")
            return new Parts(false, 0, 0, text.StartsWith('\uFEFF') ? 1 : 0, IsClosed: true);
        var yaml = NextLine(text, first);
        for (var line = yaml; line < text.Length; line = NextLine(text, LineEnd(text, line)))
        {
            var end = LineEnd(text, line);
            if (text.AsSpan(line, end - line).TrimEnd() is "---" or "--->")
                return new Parts(true, yaml, line - yaml, NextLine(text, end), IsClosed: true);
        }

        return new Parts(true, yaml, text.Length - yaml, text.Length, IsClosed: false);
    }

    static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }

    static int NextLine(string text, int lineEnd) => Math.Min(text.Length, lineEnd + 1);
}
