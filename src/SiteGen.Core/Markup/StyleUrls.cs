using System.Text;

namespace SiteGen.Core.Markup;

/// <summary>Rewrites the URLs in <c>url(…)</c> of a <c>style</c> attribute.</summary>
static class StyleUrls
{
    const string Start = "url(";

    /// <param name="resolve">Maps a URL and its offset in the style to the new URL.</param>
    public static string Rewrite(string style, Func<string, int, string> resolve)
    {
        var changed = new StringBuilder();
        var copied = 0;
        for (var at = Next(style, 0); at >= 0;)
        {
            var from = at + Start.Length;
            while (from < style.Length && char.IsWhiteSpace(style[from]))
                from++;
            var isQuoted = from < style.Length && style[from] is '"' or '\'';
            var end = from == style.Length ? -1 : isQuoted ? style.IndexOf(style[from], from + 1) : style.IndexOf(')', from);
            if (end < 0)
                break;
            from += isQuoted ? 1 : 0;
            var url = style[from..end].TrimEnd();
            if (url.Length > 0 && !url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                changed.Append(style, copied, from - copied).Append(resolve(url, from).Replace("(", "%28").Replace(")", "%29"));
                copied = from + url.Length;
            }

            at = Next(style, end);
        }

        return copied == 0 ? style : changed.Append(style, copied, style.Length - copied).ToString();
    }

    static int Next(string style, int from) => style.IndexOf(Start, from, StringComparison.OrdinalIgnoreCase);
}
