using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalGone() : ExternalRule("external-gone", Severity.Error, ExternalKind.Gone,
    "An external link is gone (404, 410, or no such host). Checked only by `check --external`.",
    why: "Readers and your own sources are left with a dead link. Find the page's new address, or link to its copy at web.archive.org.",
    bad: "[원문](https://example.com/gone)   (answers 404)",
    good: "[원문](https://web.archive.org/web/2025/https://example.com/gone)")
{
    protected override Message Problem(ExternalAnswer answer) => $"“{answer.Address}” is gone: {answer.Words}.";

    protected override Message Hint => "Look where the page is now, or link to its copy at web.archive.org.";
}
