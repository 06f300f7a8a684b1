using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ImageAlt() : Rule("image-alt", Severity.Warning, "A picture has no description (alt).",
    why: "Screen readers read it instead of the picture. Say in a sentence what it shows; for decoration write <img src=… alt=\"\">.",
    bad: "![](사진.jpg)",
    good: "![해 질 녘의 다보스](사진.jpg)")
{
    protected internal override string Korean => """
        A picture has no description (alt).
        = 설명이 없는 그림.
        The picture “{0}” has no description.
        = “{0}” 그림에 설명이 없습니다.
        Write ![what it shows](…); if it only decorates, <img src="…" alt="">.
        = ![무엇이 보이는지](…)처럼 쓰세요. 꾸미기만 하는 그림이면 <img src="…" alt="">처럼 씁니다.
        Add alt="what it shows", or alt="" if it only decorates.
        = alt="무엇이 보이는지"를 넣으세요. 꾸미기만 하는 그림이면 alt=""를 넣습니다.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var image in page.Named("img").Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt"))))
        {
            if (image.GetAttribute("role") is "presentation" or "none" || image.GetAttribute("aria-hidden") == "true")
                continue;
            var source = image.GetAttribute("src") ?? "";
            var place = page.File.Document is { } document ? Written(document, source, page.Site.BasePath ?? "/") : null;
            // An empty alt means decoration in HTML, and a missing description in Markdown.
            var isMarkdown = place is { } found && IsMarkdown(found);
            if (image.HasAttribute("alt") && !isMarkdown)
                continue;
            page.Report(findings, this, image, place, $"The picture “{LinkTable.Decode(source)}” has no description.", isMarkdown
                ? "Write ![what it shows](…); if it only decorates, <img src=\"…\" alt=\"\">."
                : "Add alt=\"what it shows\", or alt=\"\" if it only decorates.");
        }
    }

    static SourcePlace? Written(SourceDocument document, string source, string basePath)
    {
        var places = SourceSearch.Address(document, source, "src", basePath);
        return places.FindIndex(place => IsMarkdown(place) || IsInTag(place)) is >= 0 and var found ? places[found] : null;
    }

    static bool IsInTag(SourcePlace place) =>
        place.Source!.Text.LastIndexOf("<img", place.Offset, StringComparison.OrdinalIgnoreCase) is >= 0 and var tag
        && !place.Source.Text.AsSpan(tag, place.Offset - tag).Contains('>');

    static bool IsMarkdown(SourcePlace place) => place.Source!.Text.AsSpan(0, place.Offset).TrimEnd("< ").EndsWith("![](");
}
