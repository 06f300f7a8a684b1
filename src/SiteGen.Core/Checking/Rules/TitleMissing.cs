using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class TitleMissing() : Rule("title-missing", Severity.Error, "A page has no <title>.",
    why: "Tabs, bookmarks and search results show it.",
    bad: "<head></head>",
    good: "<head><title>{{ page.title }} | {{ site.title }}</title></head>")
{
    protected internal override string Korean => """
        A page has no <title>.
        = `<title>`이 없는 쪽.
        The page has no title.
        = 쪽에 제목이 없습니다.
        Write <title>{{ page.title }}</title> in the layout's head.
        = 레이아웃의 head에 <title>{{ page.title }}</title>을 쓰세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (!page.IsFragment && page.Title.Length == 0)
            page.Report(findings, this, null, null, "The page has no title.",
                "Write <title>{{ page.title }}</title> in the layout's head.");
    }
}
