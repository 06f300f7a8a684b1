using System.Text;

namespace SiteGen.Scriban.Builtins;

/// <summary>Takes the tags out of HTML: scripts and styles with what they hold, comments, then every tag.</summary>
static class HtmlStripping
{
    public static string Strip(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return html;
        string text = DropElements(html, "script");
        text = DropElements(text, "style");
        text = DropBetween(text, "<!--", "-->");
        return DropTags(text);
    }

    static string DropElements(string html, string name)
    {
        string open = "<" + name;
        string close = "</" + name + ">";
        int start = html.IndexOf(open, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return html;
        var kept = new StringBuilder(html.Length);
        int from = 0;
        while (start >= 0)
        {
            int end = html.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                break;
            kept.Append(html, from, start - from);
            from = end + close.Length;
            start = html.IndexOf(open, from, StringComparison.OrdinalIgnoreCase);
        }

        return kept.Append(html, from, html.Length - from).ToString();
    }

    static string DropBetween(string html, string open, string close)
    {
        int start = html.IndexOf(open, StringComparison.Ordinal);
        if (start < 0)
            return html;
        var kept = new StringBuilder(html.Length);
        int from = 0;
        while (start >= 0)
        {
            int end = html.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            if (end < 0)
                break;
            kept.Append(html, from, start - from);
            from = end + close.Length;
            start = html.IndexOf(open, from, StringComparison.Ordinal);
        }

        return kept.Append(html, from, html.Length - from).ToString();
    }

    static string DropTags(string html)
    {
        var kept = new StringBuilder(html.Length);
        int at = 0;
        // Once no tag ends any more there is none, and looking again from every `<` would take its square.
        bool hasEnds = true;
        while (at < html.Length)
        {
            int end = html[at] == '<' && hasEnds ? TagEnd(html, at) : -1;
            if (html[at] == '<' && end < 0 && html.IndexOf('>', at) < 0)
                hasEnds = false;
            if (end >= 0)
                at = end;
            else
                kept.Append(html[at++]);
        }

        return kept.ToString();
    }

    /// <summary>One past the <c>&gt;</c> of the tag that begins here, -1 if it has none; a quoted <c>&gt;</c> doesn't count.</summary>
    static int TagEnd(string html, int start)
    {
        char quote = '\0';
        for (int i = start + 1; i < html.Length; i++)
        {
            char c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i + 1;
        }

        return -1;
    }
}
