using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class HtmlSyntax() : Rule("html-syntax", Severity.Warning, "A page's HTML is not well formed, and browsers have to guess.",
    why: "Usually an end tag is missing or misplaced, and what follows looks wrong.",
    bad: "<div><b>굵게</div>",
    good: "<div><b>굵게</b></div>")
{
    protected internal override string Korean => """
        A page's HTML is not well formed, and browsers have to guess.
        = 닫지 않은 태그처럼 틀린 HTML.
        Broken HTML near “{0}”: {1}.
        = “{0}” 근처의 HTML이 틀렸습니다: {1}.
        “{0}” does not close itself: what follows it belongs to it.
        = “{0}”{은/는} 스스로 닫히지 않습니다. 뒤에 오는 내용이 모두 그 안에 들어갑니다.
        Write {0}.
        = {0}처럼 쓰세요.
        Close each tag that was opened, innermost first; quote attributes; write &amp; for & and &lt; for <.
        = 연 태그는 안쪽부터 모두 닫고, 속성은 따옴표로 감싸고, &는 &amp;로 <는 &lt;로 쓰세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.IsFragment || page.Errors is not [var first, ..])
            return;
        SelfClosed(page, findings);
        // One missing tag causes many parser errors.
        if (first.IsSelfClosed)
            return;
        var excerpt = Excerpt(page.Text, first.Position);
        var written = page.File.Document is { } document && excerpt.Length > 3 ? SourceSearch.Text(document, excerpt) : null;
        findings.Add(this, written, page.File, page.Name, first.Position, $"Broken HTML near “{excerpt}”: {first.What.TrimEnd('.')}.",
            "Close each tag that was opened, innermost first; quote attributes; write &amp; for & and &lt; for <.");
    }

    void SelfClosed(CheckedPage page, Findings findings)
    {
        foreach (var same in page.Errors.Where(error => error.IsSelfClosed).GroupBy(error => Excerpt(page.Text, error.Position)))
        {
            var tag = same.Key;
            if (!tag.StartsWith('<') || !tag.EndsWith("/>", StringComparison.Ordinal))
                continue;
            var closed = tag[..^2].TrimEnd() + "></" + tag[1..tag.AsSpan().IndexOfAny(" \t\n/")] + ">";
            var places = page.File.Document is { } document ? SourceSearch.Markup(document, tag).Take(same.Count()).ToArray() : [];
            foreach (var place in places.DefaultIfEmpty(null))
            {
                findings.Add(this, place, page.File, page.Name, same.First().Position,
                    $"“{tag}” does not close itself: what follows it belongs to it.", $"Write {closed}.");
            }
        }
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
