using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DescriptionMissing() : Rule("description-missing", Severity.Warning, "A page has no description.",
    why: "Search engines and messengers show it below the title. A post uses `summary` or the start of its text; lists use `description` "
        + "of site.yml.",
    bad: "A post without text and without summary",
    good: "summary: 다보스에서 나눈 이야기")
{
    protected internal override string Korean => """
        A page has no description.
        = 설명이 없는 쪽.
        The page has no description for search engines and previews.
        = 검색 엔진과 미리 보기에 보일 설명이 쪽에 없습니다.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.IsFragment || page.IsNoIndex || page.File.Path == "404.html"
            || !string.IsNullOrWhiteSpace(page.MetaContent("description")))
            return;
        SourcePlace? place = page.File.Document is { } document ? SourceSearch.Key(document, "title") : null;
        var hint = place is null
            ? (Message)"Write `description: …` into site.yml, and <meta name=\"description\"> into the layout's head."
            : "Write a sentence as `summary: …` into the front matter.";
        page.Report(findings, this, null, place, "The page has no description for search engines and previews.", hint);
    }
}
