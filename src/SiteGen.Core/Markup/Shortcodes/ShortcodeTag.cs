using System.Text;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Markup;

/// <summary>One tag as it is written: <c>{{&lt; fold "제목" &gt;}}</c> or <c>{{&lt; /fold &gt;}}</c>.</summary>
/// <param name="Text">The whole tag, for pages without shortcodes and for messages.</param>
/// <param name="Problem">What is wrong with the tag itself, as a sentence; null when nothing is.</param>
sealed record ShortcodeTag(string Text, string Name, bool IsClosing, IReadOnlyList<string> Args, IReadOnlyList<KeyValuePair<string, string>> Named, Message? Problem)
{
    const string Open = "{{<";
    const string Close = ">}}";

    /// <summary>
    /// The tag at the beginning of a text, which may not reach beyond its line; null when there is none. <c>{{&lt;/* x */&gt;}}</c> is no tag.
    /// </summary>
    public static ShortcodeTag? Read(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Open))
            return null;
        var lineEnd = text.IndexOfAny('\n', '\r');
        var line = lineEnd < 0 ? text : text[..lineEnd];
        var at = SkipBlanks(line, Open.Length);
        var isClosing = at < line.Length && line[at] == '/';
        at = isClosing ? SkipBlanks(line, at + 1) : at;
        var start = at;
        while (at < line.Length && IsNameCharacter(line[at]))
            at++;
        if (at == start || !char.IsLetter(line[start]))
            return null;
        return Arguments(line, line[start..at].ToString(), isClosing, at);
    }

    static ShortcodeTag Arguments(ReadOnlySpan<char> line, string name, bool isClosing, int at)
    {
        var args = new List<string>();
        var named = new List<KeyValuePair<string, string>>();
        while (true)
        {
            at = SkipBlanks(line, at);
            if (line[at..].StartsWith(Close))
                return new ShortcodeTag(line[..(at + Close.Length)].ToString(), name, isClosing, args, named, null);
            if (at >= line.Length)
                return new ShortcodeTag(line.TrimEnd().ToString(), name, isClosing, args, named, $"The shortcode `{name}` has no `>}}}}` on its line.");
            var key = Key(line, at);
            var length = Value(line[(at + key)..], out var value);
            if (length < 0)
                return new ShortcodeTag(line.TrimEnd().ToString(), name, isClosing, args, named, $"A quoted argument of the shortcode `{name}` is never closed.");
            if (key == 0)
                args.Add(value);
            else
                named.Add(new(line.Slice(at, key - 1).ToString(), value));
            at += key + length;
        }
    }

    /// <summary>The length of <c>key=</c>; 0 when the argument has no key.</summary>
    static int Key(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        while (end < line.Length && IsNameCharacter(line[end]))
            end++;
        return end > at && end < line.Length && line[end] == '=' ? end - at + 1 : 0;
    }

    /// <summary>Reads a quoted text or a word; returns its length, negative for a quote that is never closed.</summary>
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

    static int SkipBlanks(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
            at++;
        return at;
    }

    static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
