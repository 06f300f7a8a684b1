namespace SiteGen.Core.Markup;

/// <summary>How deep the elements of raw HTML are nested. Browsers stop at 512, and parsers take quadratic time.</summary>
sealed class HtmlDepth
{
    const int Most = 500;

    static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noscript"];

    readonly Stack<string> open = new();
    readonly Dictionary<string, int> formatting = new(StringComparer.OrdinalIgnoreCase);
    int openFormatting;
    int drawings;

    /// <summary>Reads a piece of HTML; returns the offset of the element that is nested too deep, or -1.</summary>
    public int Read(string html)
    {
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length;)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var comment ? html.IndexOf('<', comment) : -1;
                continue;
            }

            var start = at + (html[at + 1] == '/' ? 2 : 1);
            var end = start;
            while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
                end++;
            var next = html.AsSpan(end).IndexOfAny('<', '>') is >= 0 and var found ? end + found : html.Length;
            if (end > start && char.IsAsciiLetter(html[start]))
            {
                var name = html[start..end].ToLowerInvariant();
                if (start > at + 1)
                    Close(name);
                else if (Array.IndexOf(RawText, name) >= 0)
                    next = html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase) is >= 0 and var closed ? closed : html.Length;
                else if (!(drawings > 0 && html[next - 1] == '/'))
                    Open(name);
                if (open.Count + openFormatting > Most)
                    return at;
            }

            at = next >= html.Length ? -1 : html.IndexOf('<', next);
        }

        return -1;
    }

    void Open(string name)
    {
        if (IsFormatting(name))
        {
            openFormatting++;
            formatting[name] = formatting.GetValueOrDefault(name) + 1;
        }
        else if (!IsClosedByOthers(name))
        {
            drawings += IsDrawing(name) ? 1 : 0;
            open.Push(name);
        }
    }

    /// <summary>An end tag closes all that is open within its element.</summary>
    void Close(string name)
    {
        if (formatting.GetValueOrDefault(name) is > 0 and var count)
        {
            formatting[name] = count - 1;
            openFormatting--;
        }
        else if (open.Contains(name))
        {
            string closed;
            do
            {
                closed = open.Pop();
                drawings -= IsDrawing(closed) ? 1 : 0;
            }
            while (closed != name);
        }
    }

    /// <summary>Parsers open these again after the end of the element around them.</summary>
    static bool IsFormatting(string name) =>
        name is "b" or "big" or "code" or "em" or "font" or "i" or "s" or "small" or "strike" or "strong" or "tt" or "u";

    /// <summary>Elements without an end tag, and those that the next of their kind ends.</summary>
    static bool IsClosedByOthers(string name) =>
        name is "br" or "img" or "hr" or "input" or "wbr" or "meta" or "link" or "col" or "source" or "track" or "area" or "base" or "embed"
            or "param" or "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "option" or "optgroup"
            or "rp" or "rt" or "colgroup" or "a" or "nobr" or "button";

    static bool IsDrawing(string name) => name is "svg" or "math";
}
