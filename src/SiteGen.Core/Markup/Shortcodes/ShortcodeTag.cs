using System.Text;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Markup;

/// <summary>A shortcode tag: <c>{{&lt; fold "제목" &gt;}}</c> or <c>{{&lt; /fold &gt;}}</c>.</summary>
/// <param name="Text">The whole tag.</param>
/// <param name="Problem">A syntax error in the tag.</param>
sealed record ShortcodeTag(string Text, string Name, bool IsClosing, Message? Problem)
{
    public required IReadOnlyList<string> Args { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Named { get; init; }

    const string Open = "{{<";
    const string Close = ">}}";

    /// <summary>Reads a tag at the start of a text, up to the end of the line; null for none, as in <c>{{&lt;/* x */&gt;}}</c>.</summary>
    public static ShortcodeTag? Read(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Open))
            return null;
        var lineEnd = text.IndexOfAny('\n', '\r');
        var line = lineEnd < 0 ? text : text[..lineEnd];
        var start = SkipWhiteSpace(line, Open.Length);
        var isClosing = start < line.Length && line[start] == '/';
        start = isClosing ? SkipWhiteSpace(line, start + 1) : start;
        var at = NameEnd(line, start);
        return at == start || !char.IsLetter(line[start]) ? null : Arguments(line, line[start..at].ToString(), isClosing, at);
    }

    static ShortcodeTag Arguments(ReadOnlySpan<char> line, string name, bool isClosing, int at)
    {
        var args = new List<string>();
        var named = new List<KeyValuePair<string, string>>();
        var invalid = new ShortcodeTag(line.TrimEnd().ToString(), name, isClosing, null) { Args = args, Named = named };
        while (true)
        {
            at = SkipWhiteSpace(line, at);
            if (line[at..].StartsWith(Close))
                return invalid with { Text = line[..(at + Close.Length)].ToString() };
            if (at >= line.Length)
                return invalid with { Problem = $"The shortcode `{name}` has no `>}}}}` on its line." };
            var keyEnd = NameEnd(line, at);
            var hasKey = keyEnd > at && keyEnd < line.Length && line[keyEnd] == '=';
            var valueStart = hasKey ? keyEnd + 1 : at;
            var length = Value(line[valueStart..], out var value);
            if (length < 0)
                return invalid with { Problem = $"A quoted argument of the shortcode `{name}` is never closed." };
            if (hasKey)
                named.Add(new(line[at..keyEnd].ToString(), value));
            else
                args.Add(value);
            at = valueStart + length;
        }
    }

    /// <summary>Reads a quoted text or a word; returns its length, or -1 for an unclosed quote.</summary>
    static int Value(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        var closing = text.IsEmpty ? '\0' : text[0] switch { '"' => '"', '“' => '”', '\'' => '\'', '`' => '`', _ => '\0' };
        if (closing == '\0')
        {
            var end = 0;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && !text[end..].StartsWith(Close))
                end++;
            value = text[..end].ToString();
            return end;
        }

        var unescaped = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == closing)
            {
                value = unescaped.ToString();
                return i + 1;
            }

            if (text[i] == '\\' && closing != '`' && i + 1 < text.Length && (text[i + 1] == closing || text[i + 1] == '\\'))
                i++;
            unescaped.Append(text[i]);
        }

        return -1;
    }

    static int SkipWhiteSpace(ReadOnlySpan<char> line, int at) => line.Length - line[at..].TrimStart().Length;

    static int NameEnd(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] is '-' or '_'))
            at++;
        return at;
    }
}
