using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalUnreachable() : ExternalRule("external-unreachable", Severity.Warning, ExternalKind.Unreachable,
    "An external link is unreachable: no answer in time, or a server error. Checked only by `check --external`.",
    why: "It may be back in an hour. If it stays unreachable, treat it as gone. Servers that refuse programs (401, 403, 429) are not "
        + "reported.",
    bad: "[원문](https://example.com/)   (no answer within ten seconds)",
    good: "check: {ignore: [\"https://example.com/*\"]}")
{
    protected internal override string Korean => """
        An external link is unreachable: no answer in time, or a server error. Checked only by `check --external`.
        = 대답하지 않는 바깥 주소(`--external`).
        No server answered, so links to other sites were not checked.
        = 대답한 서버가 없어서 다른 사이트로 가는 링크를 살펴보지 못했습니다.
        Is this machine online? Try again later.
        = 인터넷에 연결되어 있나요? 나중에 다시 해 보세요.
        “{0}” is unreachable: {1}.
        = “{0}” 주소를 열어 볼 수 없었습니다: {1}.
        Try again later; if it stays so, name it under `ignore` of `check` in site.yml.
        = 나중에 다시 해 보세요. 계속 그러면 site.yml의 `check`에 있는 `ignore`에 적으세요.
        """;

    protected override Message Problem(ExternalAnswer answer) => $"“{answer.Address}” is unreachable: {answer.Words}.";

    protected override Message Hint => "Try again later; if it stays so, name it under `ignore` of `check` in site.yml.";
}
