using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalGone() : ExternalRule("external-gone", Severity.Error, ExternalKind.Gone,
    "An external link is gone (404, 410, or no such host). Checked only by `check --external`.",
    why: "Readers and your own sources are left with a dead link. Find the page's new address, or link to its copy at web.archive.org.",
    bad: "[원문](https://example.com/gone)   (answers 404)",
    good: "[원문](https://web.archive.org/web/2025/https://example.com/gone)")
{
    protected internal override string Korean => """
        An external link is gone (404, 410, or no such host). Checked only by `check --external`.
        = 없어진 바깥 주소(`--external`).
        “{0}” is gone: {1}.
        = “{0}” 주소가 없어졌습니다: {1}.
        Look where the page is now, or link to its copy at web.archive.org.
        = 지금은 어디에 있는지 찾아보거나, web.archive.org의 사본에 링크하세요.
        """;

    protected override Message Problem(ExternalAnswer answer) => $"“{answer.Address}” is gone: {answer.Words}.";

    protected override Message Hint => "Look where the page is now, or link to its copy at web.archive.org.";
}
