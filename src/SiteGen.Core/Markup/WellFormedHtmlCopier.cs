using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>
/// Copies well-formed HTML with other URLs: known elements, properly nested, attributes in double quotes. The copy equals what parsing
/// and serializing gives, at a fraction of the cost. Anything else is rejected.
/// </summary>
/// <param name="address">Maps the URL in an attribute to the one to write.</param>
sealed class WellFormedHtmlCopier(string html, Func<string, string> address)
{
    const int MaxAttributes = 16;

    readonly StringBuilder copy = new(html.Length + html.Length / 4);
    readonly List<string> open = [];
    readonly List<string> attributes = [];
    int at;

    /// <summary>Null when the HTML must be parsed instead.</summary>
    public string? Copy()
    {
        // Parsers replace or remove these.
        if (html.AsSpan().IndexOfAny("\0\r\f\v\uFEFF") >= 0)
            return null;
        while (at < html.Length)
        {
            if (!(html[at] != '<' ? Text() : at + 1 < html.Length && html[at + 1] == '/' ? Closing() : Opening()))
                return null;
        }

        return open.Count == 0 ? copy.ToString() : null;
    }

    bool Text()
    {
        var end = html.IndexOf('<', at);
        var text = html.AsSpan(at, (end < 0 ? html.Length : end) - at);
        at += text.Length;
        // Parsers move text between table cells out of the table, and drop a line feed after <pre>.
        if (open is [.., var inside] && (KindOf(inside) == Kind.Table && !text.Trim(" \n").IsEmpty || inside == "pre" && text[0] == '\n'))
            return false;
        while (text.IndexOfAny('&', '>', '\u00A0') is var next && next >= 0)
        {
            copy.Append(text[..next]);
            text = text[next..];
            if (Printed(text, out var printed) is var length && length == 0)
                return false;
            copy.Append(printed);
            text = text[length..];
        }

        copy.Append(text);
        return true;
    }

    /// <summary>Serializes the entity or character at the start of a text; returns its length, or 0 for an unknown one.</summary>
    static int Printed(ReadOnlySpan<char> text, out string printed)
    {
        foreach (var (source, target) in Entities)
        {
            if (text.StartsWith(source, StringComparison.Ordinal))
            {
                printed = target;
                return source.Length;
            }
        }

        printed = "";
        return 0;
    }

    static readonly (string Source, string Printed)[] Entities =
    [
        ("&quot;", "\""), ("&amp;", "&amp;"), ("&lt;", "&lt;"), ("&gt;", "&gt;"), (">", "&gt;"), ("&#39;", "'"), ("\u00A0", "&nbsp;"),
        ("&nbsp;", "&nbsp;"),
    ];

    bool Closing()
    {
        var end = html.IndexOf('>', at);
        if (end < 0 || open.Count == 0 || !html.AsSpan((at + 2)..end).SequenceEqual(open[^1]))
            return false;
        copy.Append(html, at, end + 1 - at);
        open.RemoveAt(open.Count - 1);
        at = end + 1;
        return true;
    }

    bool Opening()
    {
        var start = ++at;
        while (at < html.Length && char.IsAsciiLetterOrDigit(html[at]))
            at++;
        if (NameOf(html.AsSpan(start..at)) is not { } name || !MayStandHere(name))
            return false;
        copy.Append('<').Append(name);
        attributes.Clear();
        while (true)
        {
            var before = at;
            while (at < html.Length && html[at] is ' ' or '\n')
                at++;
            if (at >= html.Length)
                return false;
            if (html[at] == '>' || html[at] == '/' && at + 1 < html.Length && html[at + 1] == '>' && KindOf(name) == Kind.Empty)
                break;
            if (at == before || !Attribute())
                return false;
        }

        at += html[at] == '/' ? 2 : 1;
        copy.Append('>');
        if (KindOf(name) != Kind.Empty)
            open.Add(name);
        return true;
    }

    bool Attribute()
    {
        var start = at;
        while (at < html.Length && (char.IsAsciiLetterLower(html[at]) || char.IsAsciiDigit(html[at]) || html[at] is '-' or '_'))
            at++;
        var name = html[start..at];
        if (name.Length == 0 || name == "srcset" || attributes.Count == MaxAttributes || attributes.Contains(name))
            return false;
        attributes.Add(name);
        copy.Append(' ').Append(name).Append("=\"");
        if (at < html.Length && html[at] is ' ' or '\n' or '>')
        {
            copy.Append('"');
            return !AbsoluteHtml.IsAddress(name);
        }

        if (!html.AsSpan(at).StartsWith("=\"", StringComparison.Ordinal) || html.IndexOf('"', at + 2) is var end && end < 0)
            return false;
        var value = html.AsSpan((at + 2)..end);
        at = end + 1;
        return Value(value, AbsoluteHtml.IsAddress(name));
    }

    bool Value(ReadOnlySpan<char> value, bool isAddress)
    {
        if (!IsPlain(value))
            return false;
        if (!isAddress)
        {
            copy.Append(value).Append('"');
            return true;
        }

        var target = address(value.ToString().Replace("&quot;", "\"").Replace("&amp;", "&")).Replace("&", "&amp;").Replace("\"", "&quot;");
        copy.Append(target).Append('"');
        return IsPlain(target);
    }

    /// <summary>Whether serializing keeps the value as it is.</summary>
    static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny('<', '>', '\u00A0') >= 0)
            return false;
        for (var next = value.IndexOf('&'); next >= 0; next = value.IndexOf('&'))
        {
            value = value[next..];
            if (!value.StartsWith("&amp;", StringComparison.Ordinal) && !value.StartsWith("&quot;", StringComparison.Ordinal))
                return false;
            value = value[1..];
        }

        return true;
    }

    /// <summary>Whether a parser would leave the element in place without closing or adding others.</summary>
    bool MayStandHere(string name)
    {
        var parent = open is [.., var innermost] ? innermost : "";
        return name switch
        {
            "thead" or "tbody" or "tfoot" => parent == "table",
            "tr" => parent is "thead" or "tbody" or "tfoot",
            "td" or "th" => parent == "tr",
            "li" => parent is "ul" or "ol",
            "dt" or "dd" => parent == "dl",
            "a" => KindOf(parent) != Kind.Table && !open.Contains("a"),
            _ when KindOf(parent) == Kind.Table => false,
            _ when KindOf(name) == Kind.Heading && open.Exists(other => KindOf(other) == Kind.Heading) => false,
            _ => KindOf(name) is Kind.Inline or Kind.Empty && name != "hr" || !open.Contains("p"),
        };
    }

    enum Kind { Inline, Block, Heading, Table, Empty }

    static Kind KindOf(string name) => name switch
    {
        "br" or "hr" or "img" or "wbr" or "input" => Kind.Empty,
        "table" or "thead" or "tbody" or "tfoot" or "tr" => Kind.Table,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Kind.Heading,
        "p" or "div" or "ul" or "ol" or "dl" or "li" or "dt" or "dd" or "blockquote" or "figure" or "figcaption" or "pre" or "section" or
            "article" or "aside" or "header" or "footer" or "details" or "summary" or "td" or "th" => Kind.Block,
        _ => Kind.Inline,
    };

    /// <summary>Null for elements that are rejected.</summary>
    static string? NameOf(ReadOnlySpan<char> name)
    {
        foreach (var known in Names)
        {
            if (name.SequenceEqual(known))
                return known;
        }

        return null;
    }

    static readonly string[] Names =
    [
        "p", "a", "span", "strong", "em", "br", "li", "ul", "ol", "h2", "h3", "h4", "h1", "h5", "h6", "blockquote", "div", "code", "img",
        "figure", "figcaption", "section", "hr", "pre", "del", "cite", "sup", "sub", "mark", "time", "q", "small", "abbr", "kbd", "samp",
        "i", "b", "s", "u", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "article", "aside", "header", "footer",
        "details", "summary", "input", "wbr",
    ];
}
