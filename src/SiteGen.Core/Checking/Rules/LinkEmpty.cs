using AngleSharp.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkEmpty() : Rule("link-empty", Severity.Warning, "A link or button has no words.")
{
    public override string Why => "Who hears the page is told only “link”; who sees it can't press what has no width. Give it words, a picture with a description, or an aria-label.";

    public override string Bad => "[](https://example.com/)";

    public override string Good => "[원문](https://example.com/)";

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var link in page.Links)
        {
            if (link.HasAttribute("href") && !HasName(link))
                Report(page, findings, link, link.GetAttribute("href")!);
        }

        foreach (var button in page.Buttons)
        {
            if (!HasName(button))
                page.Report(findings, this, button, null, "A button has no words.", "Write words into it, or an aria-label.");
        }
    }

    void Report(CheckedPage page, Findings findings, IElement link, string address)
    {
        var written = page.File.Document is { } document ? SourceSearch.Address(document, address, page.Site.BasePath ?? "/").Cast<SourcePlace?>().FirstOrDefault() : null;
        page.Report(findings, this, link, written, $"The link to “{LinkTable.Decode(address)}” has no words.", "Write what it leads to: [원문](https://…).");
    }

    static bool HasName(IElement element) =>
        IsHidden(element) || !string.IsNullOrWhiteSpace(element.TextContent) || Says(element) || element.QuerySelectorAll("img, svg, [aria-label], [title], input").Any(inner => Says(inner) || inner.LocalName == "svg" && inner.QuerySelector("title") is not null);

    static bool Says(IElement element) =>
        !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label")) || element.HasAttribute("aria-labelledby") || !string.IsNullOrWhiteSpace(element.GetAttribute("title"))
        || !string.IsNullOrWhiteSpace(element.GetAttribute("alt")) || element.LocalName == "input" && !string.IsNullOrWhiteSpace(element.GetAttribute("value"));

    static bool IsHidden(IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (at.HasAttribute("hidden") || at.GetAttribute("aria-hidden") == "true" || at.LocalName is "template" or "noscript")
                return true;
        }

        return false;
    }
}
