using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class HeadingOrder() : Rule("heading-order", Severity.Warning, "A heading skips a level.",
    why: "Screen readers and the table of contents show headings as a tree. Start with ## below the page's title, then ###.",
    bad: "## 첫째\n\n#### 둘째",
    good: "## 첫째\n\n### 둘째")
{
    protected internal override string Korean => """
        A heading skips a level.
        = 단계를 건너뛴 제목.
        The heading “{0}” is of level {1}, but stands below one of level {2}.
        = “{0}”{은/는} {1}단계 제목인데 {2}단계 제목 바로 아래에 있습니다.
        Write it with {0} ({1} marks), or the one above it with more.
        = {0}({1}개)처럼 쓰거나, 위에 있는 제목의 #을 늘리세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        var last = 0;
        foreach (var heading in page.Named("h1", "h2", "h3", "h4", "h5", "h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > last + 1 && last > 0)
            {
                var text = heading.TextContent.Trim();
                var written = page.File.Document is { } document ? SourceSearch.Heading(document, level, text) : null;
                page.Report(findings, this, heading, written,
                    $"The heading “{text}” is of level {level}, but stands below one of level {last}.",
                    $"Write it with {new string('#', last + 1)} ({last + 1} marks), or the one above it with more.");
            }

            last = level;
        }
    }
}
