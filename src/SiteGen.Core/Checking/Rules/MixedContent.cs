using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class MixedContent() : LinkRule("mixed-content", Severity.Error, "A page of an https site loads a picture, script or frame over http.")
{
    public override string Why => "Browsers block it or warn. Nearly every server answers at https:// too; else keep a copy of the file beside the post.";

    public override string Bad => "![바다](http://example.com/sea.jpg)";

    public override string Good => "![바다](https://example.com/sea.jpg)";

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference is { Kind: ReferenceKind.Image or ReferenceKind.Resource, Link.IsInsecure: true } && site.Source.Origin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            ? ($"“{reference.Link.Written}” is loaded without encryption, which browsers block on a page of https.", $"Write https://{reference.Link.Written["http://".Length..]}, or keep a copy beside the post.")
            : null;
}
