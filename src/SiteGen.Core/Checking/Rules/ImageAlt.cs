using AngleSharp.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ImageAlt() : Rule("image-alt", Severity.Warning, "A picture has no description (alt).")
{
    public override string Why => "Who can't see the picture reads the description instead. Say in a sentence what it shows; a picture that only decorates is written <img src=… alt=\"\">.";

    public override string Bad => "![](사진.jpg)";

    public override string Good => "![해 질 녘의 다보스](사진.jpg)";

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var image in page.Images)
        {
            var isEmpty = string.IsNullOrWhiteSpace(image.GetAttribute("alt"));
            if (!isEmpty || image.GetAttribute("role") is "presentation" or "none" || image.GetAttribute("aria-hidden") == "true")
                continue;
            var source = LinkTable.Decode(image.GetAttribute("src") ?? "");
            var place = page.File.Document is { } document ? Written(document, image.GetAttribute("src") ?? "", page.Site.BasePath ?? "/") : null;
            // An empty description says in HTML that the picture only decorates; in Markdown it says that nobody wrote one.
            if (!image.HasAttribute("alt") || place is { } found && IsMarkdown(found))
                page.Report(findings, this, image, place, $"The picture “{source}” has no description.", place is { } at && IsMarkdown(at) ? "Write ![what it shows](…); if it only decorates, <img src=\"…\" alt=\"\">." : "Add alt=\"what it shows\", or alt=\"\" if it only decorates.");
        }
    }

    static SourcePlace? Written(SourceDocument document, string source, string basePath)
    {
        foreach (var place in SourceSearch.Address(document, source, basePath))
        {
            if (IsMarkdown(place) || place.Source!.Text.LastIndexOf("<img", place.Offset, StringComparison.OrdinalIgnoreCase) is >= 0 and var tag && !place.Source.Text.AsSpan(tag, place.Offset - tag).Contains('>'))
                return place;
        }

        return null;
    }

    static bool IsMarkdown(SourcePlace place) => place.Source!.Text.AsSpan(0, place.Offset).TrimEnd("< ").EndsWith("![](");
}
