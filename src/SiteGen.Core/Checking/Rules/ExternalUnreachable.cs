using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalUnreachable() : ExternalRule("external-unreachable", Severity.Warning, ExternalKind.Unreachable,
    "An external link is unreachable: no answer in time, or a server error. Checked only by `check --external`.",
    why: "It may be back in an hour. If it stays unreachable, treat it as gone. Servers that refuse programs (401, 403, 429) are not "
        + "reported.",
    bad: "[원문](https://example.com/)   (no answer within ten seconds)",
    good: "check: {ignore: [\"https://example.com/*\"]}")
{
    protected override Message Problem(ExternalAnswer answer) => $"“{answer.Address}” is unreachable: {answer.Words}.";

    protected override Message Hint => "Try again later; if it stays so, name it under `ignore` of `check` in site.yml.";
}
