using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ResourceBroken() : LinkRule("resource-broken", Severity.Error,
    "A script, style sheet, font, frame, icon or CSS url() is not on the site.",
    why: "The page looks or works wrong. Templates refer to assets by `asset \"css/main.css\"`, style sheets by relative paths.",
    bad: "body { background: url(\"../img/paper.png\") }   /* no such file */",
    good: "body { background: url(\"../images/paper.png\") }")
{
    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Kind == ReferenceKind.Resource && site.Of(reference.Link) == Outcome.Missing
            ? ($"“{reference.Link.Written}” is not there: the site has no {reference.Link.Path}.",
                site.Nearest(reference.Link) ?? "Add the file, mend the address, or delete the line that asks for it.")
            : null;
}
