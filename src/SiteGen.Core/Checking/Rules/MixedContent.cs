using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class MixedContent() : LinkRule("mixed-content", Severity.Error,
    "A page of an https site loads a picture, script or frame over http.",
    why: "Browsers block it or warn. Most servers also support https://; else keep a copy of the file beside the post.",
    bad: "![바다](http://example.com/sea.jpg)",
    good: "![바다](https://example.com/sea.jpg)")
{
    protected internal override string Korean => """
        A page of an https site loads a picture, script or frame over http.
        = https 사이트가 http로 불러오는 그림이나 스크립트.
        “{0}” is loaded without encryption, which browsers block on a page of https.
        = “{0}” 파일을 암호화 없이 불러옵니다. https로 연 쪽에서는 브라우저가 막습니다.
        Write https://{0}, or keep a copy beside the post.
        = https://{0}처럼 쓰거나, 파일을 받아 글 옆에 두세요.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference is { Kind: ReferenceKind.Image or ReferenceKind.Resource, Link: { IsInsecure: true, Written: var address } }
        && site.Source.Origin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            ? ($"“{address}” is loaded without encryption, which browsers block on a page of https.",
                $"Write https://{address["http://".Length..]}, or keep a copy beside the post.")
            : null;
}
