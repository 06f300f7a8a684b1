using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DraftVisible() : Rule("draft-visible", Severity.Error,
    "The title or address of a draft, or of a post of a later date, stands somewhere in the output.",
    why: "Readers learn of what is not published, and its link is a 404. SiteGen itself leaves drafts out, so a text, a data file, a menu "
        + "or a template names it.",
    bad: "메뉴에 쓴 초안: menu: [{title: 아직 비밀인 글, url: /posts/secret/}]",
    good: "The draft is published, or nothing names it.")
{
    protected internal override string Korean => """
        The title or address of a draft, or of a post of a later date, stands somewhere in the output.
        = 결과물 어딘가에 드러난 초안이나 예약된 글의 제목·주소.
        The {0} of “{1}” stands here, which is not published yet ({2}).
        = 아직 싣지 않은 글 “{1}”의 {0}{이/가} 여기에 보입니다({2}).
        title
        = 제목
        address
        = 주소
        Publish it, or take its name and links away from here.
        = 그 글을 싣거나, 여기에서 그 이름과 링크를 지우세요.
        """;

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
            ?? (isAddress && SourceSearch.Address(document, found.Address, "href", "/") is [var place, ..] ? place : null);
}
