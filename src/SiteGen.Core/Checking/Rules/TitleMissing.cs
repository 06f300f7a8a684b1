using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class TitleMissing() : Rule("title-missing", Severity.Error, "A page has no <title>.",
    why: "Tabs, bookmarks and search results show it.",
    bad: "<head></head>",
    good: "<head><title>{{ page.title }} | {{ site.title }}</title></head>")
{
    internal override void Page(CheckedPage page, Findings findings)
    {
        if (!page.IsFragment && page.Title.Length == 0)
            page.Report(findings, this, null, null, "The page has no title.",
                "Write <title>{{ page.title }}</title> in the layout's head.");
    }
}
