using System.Net;
using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>Finds the addresses in the tags of raw HTML. Comments, scripts and style sheets are passed over.</summary>
static class RawHtml
{
    static readonly string[] Addresses = ["href", "src", "poster", "action", "formaction", "data", "xlink:href"];

    /// <summary>Whether the attribute holds an address.</summary>
    public static bool IsAddress(string attribute) => Array.Exists(Addresses, name => name.Equals(attribute, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same HTML with every address as <paramref name="resolve"/> (attribute, address, offset in the HTML) gives it.</summary>
    public static string Rewrite(string html, Func<string, string, int, string> resolve)
    {
        var changed = new StringBuilder();
        var done = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                if ((at = html.IndexOf("-->", at, StringComparison.Ordinal)) < 0)
                    break;
            }
            else if (char.IsAsciiLetter(html[at + 1]))
            {
                var start = at;
                at = Tag(html, start, changed, ref done, resolve);
                if (at < 0 || (at = BehindCode(html, start, at)) < 0)
                    break;
            }
            else
            {
                at++;
            }
        }

        return done == 0 ? html : changed.Append(html, done, html.Length - done).ToString();
    }

    /// <summary>Goes through a tag's attributes; returns where it ends, negative when it does not.</summary>
    static int Tag(string html, int start, StringBuilder changed, ref int done, Func<string, string, int, string> resolve)
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
            if (Value(html, at) is not (var from, var to, var end))
                return -1;
            at = end;
            if (to > from && IsAddress(name))
                Replace(html, from, to, name, changed, ref done, resolve);
            else if (to > from && name.Equals("srcset", StringComparison.OrdinalIgnoreCase))
                ReplaceEach(html, from, to, changed, ref done, resolve);
        }

        return at < html.Length ? at : -1;
    }

    /// <summary>Where an attribute's value stands and where one reads on; null for a quote that is never closed.</summary>
    static (int From, int To, int End)? Value(string html, int at)
    {
        var equals = at;
        while (equals < html.Length && char.IsWhiteSpace(html[equals]))
            equals++;
        if (equals == html.Length || html[equals] != '=')
            return (at, at, at);
        var from = equals + 1;
        while (from < html.Length && char.IsWhiteSpace(html[from]))
            from++;
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

    static void Replace(string html, int from, int to, string name, StringBuilder changed, ref int done, Func<string, string, int, string> resolve)
    {
        var written = WebUtility.HtmlDecode(html[from..to]);
        var resolved = resolve(name, written, from);
        if (resolved == written)
            return;
        changed.Append(html, done, from - done).Append(resolved.Replace("&", "&amp;").Replace("\"", "&quot;").Replace("'", "&#39;"));
        done = to;
    }

    /// <summary>The addresses of <c>srcset</c>: each the first word between two commas.</summary>
    static void ReplaceEach(string html, int from, int to, StringBuilder changed, ref int done, Func<string, string, int, string> resolve)
    {
        for (var at = from; at < to;)
        {
            while (at < to && (char.IsWhiteSpace(html[at]) || html[at] == ','))
                at++;
            var end = at;
            while (end < to && !char.IsWhiteSpace(html[end]))
                end++;
            var address = html.AsSpan(at, end - at).TrimEnd(',').Length;
            if (address > 0)
                Replace(html, at, at + address, "src", changed, ref done, resolve);
            var comma = html.AsSpan(at + address, to - at - address).IndexOf(',');
            at = comma < 0 ? to : at + address + comma + 1;
        }
    }

    /// <summary>Behind the end of a script or style sheet that a tag begins; negative when it has none.</summary>
    static int BehindCode(string html, int start, int at)
    {
        foreach (var name in (ReadOnlySpan<string>)["script", "style", "textarea"])
        {
            if (html.AsSpan(start + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && start + 1 + name.Length < html.Length && !char.IsAsciiLetterOrDigit(html[start + 1 + name.Length]))
                return html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        }

        return at;
    }
}
