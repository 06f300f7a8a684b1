using System.Text.RegularExpressions;

namespace SiteGen.Core.Configuration;

/// <summary>
/// Values in quotes that go on at the beginning of a line. YAML 1.2 wants such lines indented; the libraries of other generators do not.
/// </summary>
static partial class QuotedLines
{
    /// <summary>The same text, of the same length, with the lines of the value joined; null when there is nothing to join.</summary>
    /// <param name="open">Offset of the opening quote.</param>
    public static string? Joined(string text, int open)
    {
        var close = CloseOf(text, open);
        if (close < 0)
            return null;
        var joined = text.ToCharArray();
        for (var line = text.IndexOf('\n', open) + 1; line > 0 && line <= close; line = text.IndexOf('\n', line) + 1)
        {
            // An empty line is a line break of the value, and a key shows that the quote was left open.
            if (text[line] is '\r' or '\n' || Key().IsMatch(text.AsSpan(line, close - line)))
                return null;
            if (char.IsWhiteSpace(text[line]))
                continue;
            if (text[line - 2] == '\r')
                (joined[line - 2], joined[line - 1]) = ('\n', ' ');
            else
                joined[line - 1] = ' ';
        }

        var result = new string(joined);
        return result == text ? null : result;
    }

    /// <summary>Offset of the closing quote; negative when nothing but the value's end can follow one.</summary>
    public static int CloseOf(string text, int open)
    {
        if (open >= text.Length || text[open] is not ('"' or '\'') || open + 1 >= text.Length)
            return -1;
        var quote = text[open];
        for (var i = open + 1; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\' || quote == '\'' && text[i] == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                i++;
            else if (text[i] == quote)
                return AfterValue().IsMatch(text.AsSpan(i + 1)) ? i : -1;
        }

        return -1;
    }

    [GeneratedRegex(@"\A[ \t]*(\r?\n|\z|#|,|\]|\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterValue();

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{N}_-]*[ ]?:(\s|\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
