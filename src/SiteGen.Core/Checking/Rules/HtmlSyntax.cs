using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class HtmlSyntax() : Rule("html-syntax", Severity.Warning, "A page's HTML is not well formed, and browsers have to guess.")
{
    public override string Why => "Mostly an end tag is missing or stands in the wrong place, and what follows looks other than meant.";

    public override string Bad => "<div><b>굵게</div>";

    public override string Good => "<div><b>굵게</b></div>";

    internal override void Page(CheckedPage page, Findings findings)
    {
        // Of one missing tag the parser complains many times; the first is where to look.
        if (page.IsFragment || page.Mistakes is not [var first, ..])
            return;
        var excerpt = Excerpt(page.Text, first.Position);
        var written = page.File.Document is { } document && excerpt.Length > 3 ? SourceSearch.Text(document, excerpt) : null;
        Message message = $"Broken HTML near “{excerpt}”: {first.What.TrimEnd('.')}.";
        Message hint = "Close each tag that was opened, innermost first; quote attributes; write &amp; for & and &lt; for <.";
        if (written is { } place)
            findings.Add(this, place, message, hint);
        else
            findings.Add(this, page.File, page.Name, first.Position, message, hint);
    }

    /// <summary>The tag at a place, or a few characters of text.</summary>
    static string Excerpt(string text, int position)
    {
        position = Math.Clamp(position, 0, Math.Max(0, text.Length - 1));
        var start = text.LastIndexOf('<', position) is var tag && tag >= 0 && position - tag < 60 ? tag : position;
        var end = text.IndexOfAny(['>', '\n'], start);
        end = end < 0 || end - start > 60 ? Math.Min(text.Length, start + 60) : text[end] == '>' ? end + 1 : end;
        return text[start..end];
    }
}
