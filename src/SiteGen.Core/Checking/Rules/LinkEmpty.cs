using AngleSharp.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkEmpty() : Rule("link-empty", Severity.Warning, "A link or button has no words.",
    why: "Screen readers say only “link”, and a link without width can't be pressed. Add words, a picture with a description, or an "
        + "aria-label.",
    bad: "[](https://example.com/)",
    good: "[원문](https://example.com/)")
{
    protected internal override string Korean => """
        A link or button has no words.
        = 글자가 없는 링크와 단추.
        The link to “{0}” has no words.
        = “{0}”{으로/로} 가는 링크에 글자가 없습니다.
        Write what it leads to: [원문](https://…).
        = 어디로 가는 링크인지 적으세요: [원문](https://…)
        A button has no words.
        = 단추에 글자가 없습니다.
        Write words into it, or an aria-label.
        = 글자나 aria-label을 넣으세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        foreach (var element in page.Named("a", "area", "button").Where(element => !HasName(element)))
        {
            if (element.LocalName == "button")
                page.Report(findings, this, element, null, "A button has no words.", "Write words into it, or an aria-label.");
            else if (element.GetAttribute("href") is { } address)
                Report(page, findings, element, address);
        }
    }

    void Report(CheckedPage page, Findings findings, IElement link, string address)
    {
        var places = page.File.Document is { } document ? SourceSearch.Address(document, address, "href", page.Site.BasePath ?? "/") : [];
        SourcePlace? place = places is [var first, ..] ? first : null;
        page.Report(findings, this, link, place, $"The link to “{LinkTable.Decode(address)}” has no words.",
            "Write what it leads to: [원문](https://…).");
    }

    static bool HasName(IElement element) =>
        !string.IsNullOrWhiteSpace(element.TextContent) || HasLabel(element)
        || element.QuerySelectorAll("img, svg, [aria-label], [title], input").Any(HasLabel)
        || element.QuerySelector("svg title") is not null
        || element.GetAncestors().OfType<IElement>().Prepend(element).Any(IsHidden);

    static bool HasLabel(IElement element) =>
        element.HasAttribute("aria-labelledby") || Has(element, "aria-label") || Has(element, "title") || Has(element, "alt")
        || element.LocalName == "input" && Has(element, "value");

    static bool Has(IElement element, string attribute) => !string.IsNullOrWhiteSpace(element.GetAttribute(attribute));

    static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || element.LocalName is "template" or "noscript";
}
