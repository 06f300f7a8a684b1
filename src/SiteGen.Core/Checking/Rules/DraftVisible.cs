using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DraftVisible() : Rule("draft-visible", Severity.Error,
    "The title or address of a draft, or of a post of a later date, stands somewhere in the output.",
    why: "Readers learn of what is not published, and its link is a 404. SiteGen itself leaves drafts out, so a text, a data file, a menu "
        + "or a template names it.",
    bad: "메뉴에 쓴 초안: menu: [{title: 아직 비밀인 글, url: /posts/secret/}]",
    good: "The draft is published, or nothing names it.")
{
    internal override bool IsDuplicate(SourcePlace ours, SourcePlace builds) => ours.Line == builds.Line;

    internal override void Page(CheckedPage page, Findings findings) => Search(page.Unpublished, page.File, page.Name, page.Text, findings);

    internal override void File(CheckedFile file, Findings findings) => Search(file.Unpublished, file.File, "", file.Text, findings);

    void Search(UnpublishedSearch unpublished, FinishedFile file, string name, string text, Findings findings)
    {
        foreach (var (found, position, isAddress) in unpublished.In(text))
        {
            var what = isAddress ? (Message)"address" : "title";
            findings.Add(this, file.Document is { } document ? PlaceOf(document, found, isAddress) : null, file, name, position,
                $"The {what} of “{found.Title}” stands here, which is not published yet ({found.Place.Path}).",
                "Publish it, or take its name and links away from here.", found);
        }
    }

    static SourcePlace? PlaceOf(SourceDocument document, UnpublishedText found, bool isAddress) =>
        SourceSearch.Text(document, found.Title)
            ?? (isAddress && SourceSearch.Address(document, found.Address, "/") is [var place, ..] ? place : null);
}
