using System.Text.RegularExpressions;

namespace SiteGen.Core.Checking;

enum RegionKind : byte
{
    Prose,
    /// <summary>Addresses, tags, front matter, tables: spaces there are syntax.</summary>
    Markup,
    /// <summary>Code, formulas, comments: never changed.</summary>
    Code,
}

/// <summary>Separates prose from code in Markdown without parsing all of it. When in doubt it is not prose.</summary>
static partial class ProseMask
{
    public static RegionKind[] Of(SourceDocument document)
    {
        var text = document.Source.Text;
        var kinds = new RegionKind[text.Length];
        Array.Fill(kinds, RegionKind.Markup, 0, document.BodyStart);
        Lines(text, document.BodyStart, kinds);
        CodeSpans(text, document.BodyStart, kinds);
        foreach (Match match in NoProse().Matches(text, document.BodyStart))
        {
            var isCode = match.Value.StartsWith("<!--", StringComparison.Ordinal) || match.Value.StartsWith('$');
            Mark(kinds, match.Index, match.Length, isCode ? RegionKind.Code : RegionKind.Markup);
        }

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
            var kind = RegionKind.Code;
            if (fence.Length > 0)
                fence = content.StartsWith(fence) && content.Trim(fence[0]).Trim().IsEmpty ? "" : fence;
            else if (html.Length > 0)
                html = line.Contains("</" + html, StringComparison.OrdinalIgnoreCase) ? "" : html;
            else if (FenceOf(WithoutListMark(content)) is { Length: > 0 } opened)
                fence = opened;
            else if (CodeTag().Match(content.ToString()).Groups["name"] is { Success: true, Value: var tag } && !line.StartsWith("    ")
                && !line.StartsWith("\t") && !line.Contains("</" + tag, StringComparison.OrdinalIgnoreCase))
                html = tag;
            else if (!line.StartsWith("    ") && !line.StartsWith("\t"))
                kind = IsMarkup(content) ? RegionKind.Markup : RegionKind.Prose;
            Mark(kinds, start, line.Length, kind);
            start = end + 1;
        }
    }

    static bool IsMarkup(ReadOnlySpan<char> line) =>
        line.Contains('|') || line.StartsWith("<") || line.StartsWith("[") && line.Contains("]:", StringComparison.Ordinal);

    static ReadOnlySpan<char> WithoutListMark(ReadOnlySpan<char> line) =>
        line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] == ' ' ? line[2..].TrimStart() : line;

    /// <summary>The fence that a line opens; empty for none.</summary>
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
        for (var at = text.IndexOf('`', from); at >= 0 && at < text.Length; at = text.IndexOf('`', at))
        {
            var length = Run(text, at);
            var isOpening = kinds[at] != RegionKind.Code && (at == 0 || text[at - 1] != '\\');
            var close = isOpening ? Closing(text, at + length, length) : -1;
            if (close >= 0)
                Mark(kinds, at, close + length - at, RegionKind.Code);
            at = Math.Max(at, close) + length;
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

    static int Run(string text, int at) => text.AsSpan(at).IndexOfAnyExcept('`') is >= 0 and var length ? length : text.Length - at;

    /// <summary>Comments, formulas, shortcodes, tags, link addresses, attribute blocks, and the marks at the start of a line.</summary>
    [GeneratedRegex(
        @"<!--.*?-->|\$\$.*?\$\$|\$[^$\s][^$\n]*\$|\{\{<.*?>\}\}|</?[A-Za-z][^<>]*>|\]\([^)\n]*\)|\{[#.:][^}\n]*\}"
        + @"|^[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]+)*(?:\#{1,6}[ \t]+)?(?:\[[ xX]\][ \t]+)?",
        RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NoProse();

    [GeneratedRegex(@"^<(?<name>pre|script|style|textarea|svg|math)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeTag();
}
