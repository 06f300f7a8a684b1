using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DescriptionDuplicate() : DuplicateRule("description-duplicate", "Two documents have the same description.", "summary")
{
    public override string Why => "Search engines drop one of two results that look alike. Say in `summary` what is this post's own.";

    public override string Bad => "a.md: summary: 인터뷰입니다.\nb.md: summary: 인터뷰입니다.";

    public override string Good => "a.md: summary: 에이전트를 말합니다.\nb.md: summary: 스타게이트를 말합니다.";

    protected override Message Hint => "Write another `summary` into the front matter.";

    /// <summary>Lists share the site's description, which says what they are well enough.</summary>
    protected override string Of(PageFacts page) => page.File is { Document: null, CopiedFrom: null } ? "" : page.Description;

    protected override Message Complaint(string text, PageFacts other) => $"The description “{(text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text)}” is that of {other.Address} too.";
}
