using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalUnreachable() : ExternalRule("external-unreachable", Severity.Warning, "A page elsewhere could not be had: no answer in time, or the server failed. Asked only by `check --external`.")
{
    public override string Why => "It may be back in an hour. When it stays so, treat it as gone. Servers that refuse programs (401, 403, 429) are not complained of.";

    public override string Bad => "[원문](https://example.com/)   (no answer within ten seconds)";

    public override string Good => "check: {ignore: [\"https://example.com/*\"]}";

    protected override Message? Problem(ExternalAnswer answer) => answer.Kind == ExternalKind.Unreachable ? (Message)$"“{answer.Address}” could not be had: {answer.Words}." : null;

    protected override Message Hint => "Try again later; if it stays so, name it under `ignore` of `check` in site.yml.";
}
