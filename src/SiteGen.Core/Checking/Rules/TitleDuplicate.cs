using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class TitleDuplicate() : DuplicateRule("title-duplicate", "Two pages have the same title.", "title")
{
    public override string Why => "In search results and in a row of tabs nobody can tell them apart. A number, a name or a year makes them two.";

    public override string Bad => "a.md: title: 다보스 인터뷰\nb.md: title: 다보스 인터뷰";

    public override string Good => "a.md: title: 다보스 인터뷰 (상)\nb.md: title: 다보스 인터뷰 (하)";

    protected override Message Hint => "Change one of the two.";

    protected override string Of(PageFacts page) => page.Title;

    protected override Message Complaint(string text, PageFacts other) => $"The title “{text}” is that of {other.Address} too.";
}
