using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ExternalGone() : ExternalRule("external-gone", Severity.Error, "A page elsewhere that a link leads to is gone (404, 410, or no such host). Asked only by `check --external`.")
{
    public override string Why => "Readers and your own sources are left with a dead link. Look whether the page has moved, or link to web.archive.org's copy.";

    public override string Bad => "[원문](https://example.com/gone)   (answers 404)";

    public override string Good => "[원문](https://web.archive.org/web/2025/https://example.com/gone)";

    protected override Message? Problem(ExternalAnswer answer) => answer.Kind == ExternalKind.Gone ? (Message)$"“{answer.Address}” is gone: {answer.Words}." : null;

    protected override Message Hint => "Look where the page is now, or link to its copy at web.archive.org.";
}
