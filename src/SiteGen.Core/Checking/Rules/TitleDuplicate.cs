using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class TitleDuplicate() : DuplicateRule("title-duplicate", "title", "Two pages have the same title.",
    why: "Readers can't tell them apart in search results and tabs. Add a number, a name or a year.",
    bad: "a.md: title: 다보스 인터뷰\nb.md: title: 다보스 인터뷰",
    good: "a.md: title: 다보스 인터뷰 (상)\nb.md: title: 다보스 인터뷰 (하)")
{
    protected internal override string Korean => """
        Two pages have the same title.
        = 제목이 같은 두 쪽.
        The title “{0}” is that of {1} too.
        = 제목 “{0}”{이/가} {1}의 제목과 같습니다.
        Change one of the two.
        = 둘 가운데 하나를 바꾸세요.
        """;

    protected override Message Hint => "Change one of the two.";

    protected override string TextOf(PageFacts page) => page.Title;

    protected override Message Problem(string text, PageFacts other) => $"The title “{text}” is that of {other.Address} too.";
}
