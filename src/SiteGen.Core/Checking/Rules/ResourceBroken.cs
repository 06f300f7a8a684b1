using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ResourceBroken() : LinkRule("resource-broken", Severity.Error, "A script, style sheet, font, frame, icon or CSS url() is not on the site.")
{
    public override string Why => "The page looks or works otherwise than meant. Templates name assets by `asset \"css/main.css\"`; style sheets by paths from where they lie.";

    public override string Bad => "body { background: url(\"../img/paper.png\") }   /* no such file */";

    public override string Good => "body { background: url(\"../images/paper.png\") }";

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Kind == ReferenceKind.Resource && site.Of(reference.Link) == Outcome.Missing
            ? ($"“{reference.Link.Written}” is not there: the site has no {reference.Link.Path}.", site.Nearest(reference.Link) ?? "Add the file, mend the address, or delete the line that asks for it.")
            : null;
}
