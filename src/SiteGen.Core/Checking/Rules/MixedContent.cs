using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class MixedContent() : LinkRule("mixed-content", Severity.Error,
    "A page of an https site loads a picture, script or frame over http.",
    why: "Browsers block it or warn. Most servers also support https://; else keep a copy of the file beside the post.",
    bad: "![바다](http://example.com/sea.jpg)",
    good: "![바다](https://example.com/sea.jpg)")
{
    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference is { Kind: ReferenceKind.Image or ReferenceKind.Resource, Link: { IsInsecure: true, Written: var address } }
        && site.Source.Origin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            ? ($"“{address}” is loaded without encryption, which browsers block on a page of https.",
                $"Write https://{address["http://".Length..]}, or keep a copy beside the post.")
            : null;
}
