using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DraftVisible() : Rule("draft-visible", Severity.Error, "The title or address of a draft, or of a post of a later date, stands somewhere in the output.")
{
    public override string Why => "Readers learn of what is not published, and its link is a 404. SiteGen leaves drafts out of everything that it makes itself, so a text, a data file, a menu or a template names it.";

    public override string Bad => "메뉴에 쓴 초안: menu: [{title: 아직 비밀인 글, url: /posts/secret/}]";

    public override string Good => "The draft is published, or nothing names it.";

    internal override bool IsSaidAt(SourcePlace ours, SourcePlace builds) => ours.Line == builds.Line;

    internal override void Page(CheckedPage page, Findings findings) => Look(page.Unpublished, page.File, page.Name, page.Text, findings);

    internal override void File(CheckedFile file, Findings findings) => Look(file.Unpublished, file.File, "", file.Text, findings);

    void Look(UnpublishedSearch unpublished, FinishedFile file, string name, string text, Findings findings)
    {
        foreach (var (found, position, isAddress) in unpublished.In(text))
        {
            Message message = $"The {(isAddress ? (Message)"address" : "title")} of “{found.Title}” stands here, which is not published yet ({found.Place.Path}).";
            Message hint = "Publish it, or take its name and links away from here.";
            var place = file.Document is { } document ? SourceSearch.Text(document, found.Title) ?? (isAddress ? SourceSearch.Address(document, found.Address, "/").Cast<SourcePlace?>().FirstOrDefault() : null) : null;
            if (place is { } at)
                findings.Add(this, at, message, hint, found);
            else
                findings.Add(this, file, name, position, message, hint, found);
        }
    }
}
