using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class DescriptionDuplicate() : DuplicateRule("description-duplicate", "summary", "Two documents have the same description.",
    why: "Search engines drop one of two results that look alike. Describe in `summary` what is unique to this post.",
    bad: "a.md: summary: 인터뷰입니다.\nb.md: summary: 인터뷰입니다.",
    good: "a.md: summary: 에이전트를 말합니다.\nb.md: summary: 스타게이트를 말합니다.")
{
    protected internal override string Korean => """
        Two documents have the same description.
        = 요약이 같은 두 글.
        The description “{0}” is that of {1} too.
        = 설명 “{0}”{이/가} {1}의 설명과 같습니다.
        Write another `summary` into the front matter.
        = 머리말에 다른 `summary`를 쓰세요.
        """;

    protected override Message Hint => "Write another `summary` into the front matter.";

    /// <summary>Lists share the site's description.</summary>
    protected override string TextOf(PageFacts page) => page.File is { Document: null, CopiedFrom: null } ? "" : page.Description;

    protected override Message Problem(string text, PageFacts other) =>
        $"The description “{Shortened(text)}” is that of {other.Address} too.";

    static string Shortened(string text) => text.Length > 60 ? text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…" : text;
}
