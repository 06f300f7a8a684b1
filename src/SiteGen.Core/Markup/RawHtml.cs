using System.Net;
using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>Rewrites the URLs in the tags of raw HTML. Skips comments, scripts and style sheets.</summary>
sealed class RawHtml(string html, Func<string, string, int, string> resolve)
{
    static readonly string[] UrlAttributes = ["href", "src", "poster", "action", "formaction", "data", "xlink:href"];

    readonly StringBuilder changed = new();
    int copied;

    public static bool IsAddress(string attribute) =>
        Array.Exists(UrlAttributes, name => name.Equals(attribute, StringComparison.OrdinalIgnoreCase));

    /// <param name="resolve">Maps attribute name, URL and offset in the HTML to the new URL.</param>
    public static string Rewrite(string html, Func<string, string, int, string> resolve)
    {
        var rewriter = new RawHtml(html, resolve);
        rewriter.Tags();
        return rewriter.copied == 0 ? html : rewriter.changed.Append(html, rewriter.copied, html.Length - rewriter.copied).ToString();
    }

    void Tags()
    {
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
                at = html.IndexOf("-->", at, StringComparison.Ordinal);
            else if (char.IsAsciiLetter(html[at + 1]))
                at = Attributes(at) is >= 0 and var end ? SkipRawText(at, end) : -1;
            else
                at++;
            if (at < 0)
                return;
        }
    }

    /// <summary>Rewrites the attributes of a tag; returns its end, or -1 when it has none.</summary>
    int Attributes(int start)
    {
        var at = start + 1;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('>' or '/'))
            at++;
        while (at < html.Length && html[at] is not ('>' or '<'))
        {
            var nameStart = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/' or '<' or '"' or '\''))
                at++;
            if (at == nameStart)
            {
                at++;
                continue;
            }

            var name = html[nameStart..at];
            if (Value(at) is not (var from, var to, var end))
                return -1;
            at = end;
            if (to > from && IsAddress(name))
                Replace(name, from, to);
            else if (to > from && name.Equals("style", StringComparison.OrdinalIgnoreCase))
                ReplaceStyle(from, to);
            else if (to > from && name.Equals("srcset", StringComparison.OrdinalIgnoreCase))
                ReplaceEach(from, to);
        }

        return at < html.Length ? at : -1;
    }

    /// <summary>The range of an attribute's value and where to continue; null for an unclosed quote.</summary>
    (int From, int To, int End)? Value(int at)
    {
        var equals = SkipWhiteSpace(at);
        if (equals == html.Length || html[equals] != '=')
            return (at, at, at);
        var from = SkipWhiteSpace(equals + 1);
        if (from < html.Length && html[from] is '"' or '\'')
        {
            var close = html.IndexOf(html[from], from + 1);
            return close < 0 ? null : (from + 1, close, close + 1);
        }

        var to = from;
        while (to < html.Length && !char.IsWhiteSpace(html[to]) && html[to] != '>')
            to++;
        return (from, to, to);
    }

    int SkipWhiteSpace(int at) => html.Length - html.AsSpan(at).TrimStart().Length;

    void Replace(string name, int from, int to)
    {
        var written = WebUtility.HtmlDecode(html[from..to]);
        Put(written, resolve(name, written, from), from, to);
    }

    void ReplaceStyle(int from, int to)
    {
        var written = WebUtility.HtmlDecode(html[from..to]);
        Put(written, StyleUrls.Rewrite(written, (url, at) => resolve("style", url, Math.Min(from + at, to))), from, to);
    }

    void Put(string written, string resolved, int from, int to)
    {
        if (resolved == written)
            return;
        changed.Append(html, copied, from - copied);
        changed.Append(resolved.Replace("&", "&amp;").Replace("\"", "&quot;").Replace("'", "&#39;"));
        copied = to;
    }

    /// <summary>Rewrites <c>srcset</c>, where the first word of each comma-separated part is a URL.</summary>
    void ReplaceEach(int from, int to)
    {
        for (var at = from; at < to;)
        {
            while (at < to && (char.IsWhiteSpace(html[at]) || html[at] == ','))
                at++;
            var end = at;
            while (end < to && !char.IsWhiteSpace(html[end]))
                end++;
            end = at + html.AsSpan(at, end - at).TrimEnd(',').Length;
            if (end > at)
                Replace("src", at, end);
            var comma = html.AsSpan(end, to - end).IndexOf(',');
            at = comma < 0 ? to : end + comma + 1;
        }
    }

    /// <summary>The end tag of a script, style sheet or text area that begins at <paramref name="start"/>; -1 when it is missing.</summary>
    int SkipRawText(int start, int at)
    {
        foreach (var name in (ReadOnlySpan<string>)["script", "style", "textarea"])
        {
            var nameEnd = start + 1 + name.Length;
            var isName = html.AsSpan(start + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase);
            if (isName && nameEnd < html.Length && !char.IsAsciiLetterOrDigit(html[nameEnd]))
                return html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        }

        return at;
    }
}
