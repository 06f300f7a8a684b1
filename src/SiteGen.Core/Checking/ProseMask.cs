using System.Text.RegularExpressions;

namespace SiteGen.Core.Checking;

enum RegionKind : byte
{
    /// <summary>Words that readers read.</summary>
    Prose,
    /// <summary>Addresses, tags, front matter, tables: spacing there is not the text's.</summary>
    Markup,
    /// <summary>Code, formulas, comments: never to be changed.</summary>
    Code,
}

/// <summary>
/// Tells prose from code in Markdown, character by character, without understanding all of it: what is in doubt is not called prose.
/// </summary>
static partial class ProseMask
{
    public static RegionKind[] Of(SourceDocument document)
    {
        var text = document.Source.Text;
        var kinds = new RegionKind[text.Length];
        Array.Fill(kinds, RegionKind.Markup, 0, Math.Min(document.BodyStart, text.Length));
        Lines(text, document.BodyStart, kinds);
        CodeSpans(text, document.BodyStart, kinds);
        foreach (Match match in NoProse().Matches(text, Math.Min(document.BodyStart, text.Length)))
            Mark(kinds, match.Index, match.Length, match.Value.StartsWith("<!--", StringComparison.Ordinal) || match.Value.StartsWith('$') ? RegionKind.Code : RegionKind.Markup);
        return kinds;
    }

    static void Mark(RegionKind[] kinds, int start, int length, RegionKind kind)
    {
        for (var i = start; i < start + length; i++)
        {
            if (kinds[i] < kind)
                kinds[i] = kind;
        }
    }

    /// <summary>Fenced and indented code, tables and HTML blocks, line by line.</summary>
    static void Lines(string text, int from, RegionKind[] kinds)
    {
        var fence = "";
        var html = "";
        for (var start = from; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start).TrimEnd('\r');
            var content = line.TrimStart(" \t>");
            if (fence.Length > 0)
            {
                Mark(kinds, start, line.Length, RegionKind.Code);
                if (content.StartsWith(fence) && content.Trim(fence[0]).Trim().IsEmpty)
                    fence = "";
            }
            else if (html.Length > 0)
            {
                Mark(kinds, start, line.Length, RegionKind.Code);
                if (line.Contains("</" + html, StringComparison.OrdinalIgnoreCase))
                    html = "";
            }
            else if (FenceOf(WithoutListMark(content)) is { Length: > 0 } opened)
            {
                fence = opened;
                Mark(kinds, start, line.Length, RegionKind.Code);
            }
            else if (line.StartsWith("    ") || line.StartsWith("\t"))
            {
                Mark(kinds, start, line.Length, RegionKind.Code);
            }
            else if (CodeTag().Match(content.ToString()) is { Success: true } tag && !line.Contains("</" + tag.Groups["name"].Value, StringComparison.OrdinalIgnoreCase))
            {
                html = tag.Groups["name"].Value;
                Mark(kinds, start, line.Length, RegionKind.Code);
            }
            else if (content.Contains('|') || content.StartsWith("<") || content.StartsWith("[") && content.Contains("]:", StringComparison.Ordinal))
            {
                Mark(kinds, start, line.Length, RegionKind.Markup);
            }

            start = end + 1;
        }
    }

    static ReadOnlySpan<char> WithoutListMark(ReadOnlySpan<char> line) =>
        line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] == ' ' ? line[2..].TrimStart() : line;

    /// <summary>The row of marks that closes the code again; empty for a line that begins none.</summary>
    static string FenceOf(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] is not ('`' or '~'))
            return "";
        var length = line.IndexOfAnyExcept(line[0]);
        length = length < 0 ? line.Length : length;
        return length >= 3 && !(line[0] == '`' && line[length..].Contains('`')) ? new string(line[0], length) : "";
    }

    /// <summary>Code between as many backticks on both sides, within one paragraph.</summary>
    static void CodeSpans(string text, int from, RegionKind[] kinds)
    {
        for (var at = text.IndexOf('`', Math.Min(from, text.Length)); at >= 0 && at < text.Length; at = text.IndexOf('`', at))
        {
            var length = Run(text, at);
            if (kinds[at] == RegionKind.Code || at > 0 && text[at - 1] == '\\')
            {
                at += length;
                continue;
            }

            var close = Closing(text, at + length, length);
            if (close < 0)
            {
                at += length;
                continue;
            }

            Mark(kinds, at, close + length - at, RegionKind.Code);
            at = close + length;
        }
    }

    static int Closing(string text, int from, int length)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\n' && at + 1 < text.Length && text[at + 1] is '\n' or '\r')
                return -1;
            if (text[at] != '`')
                continue;
            var run = Run(text, at);
            if (run == length)
                return at;
            at += run - 1;
        }

        return -1;
    }

    static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
            end++;
        return end - at;
    }

    /// <summary>Comments, formulas, shortcodes, tags, addresses of links, footnotes' and definitions' marks, and what begins a line.</summary>
    [GeneratedRegex(@"<!--.*?-->|\$\$.*?\$\$|\$[^$\s][^$\n]*\$|\{\{<.*?>\}\}|</?[A-Za-z][^<>]*>|\]\([^)\n]*\)|\{[#.:][^}\n]*\}|^[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]+)*(?:\#{1,6}[ \t]+)?(?:\[[ xX]\][ \t]+)?", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NoProse();

    [GeneratedRegex("^<(?<name>pre|script|style|textarea|svg|math)\\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeTag();
}
