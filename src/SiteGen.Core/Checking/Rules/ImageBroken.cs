using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ImageBroken() : LinkRule("image-broken", Severity.Error, "A picture (src, srcset, poster, preview image) is not on the site.",
    why: "Readers see a broken picture. Put the file beside the post or into content/static/, or correct the address.",
    bad: "<img src=\"사진.jpg\" srcset=\"사진-2x.jpg 2x\" alt=\"바다\">",
    good: "![바다](사진.jpg)")
{
    protected internal override string Korean => """
        A picture (src, srcset, poster, preview image) is not on the site.
        = 없는 그림(`src`, `srcset`, `poster`, 대표 그림).
        The picture “{0}” is not there: the site has no {1}.
        = “{0}” 그림이 없습니다. 찾아본 곳은 사이트의 {1}입니다.
        Put the file beside the post or into content/static/, or mend the address.
        = 파일을 글 옆이나 content/static/에 두거나, 주소를 고치세요.
        """;

    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference) =>
        reference.Kind == ReferenceKind.Image && site.Of(reference.Link) == Outcome.Missing
            ? ($"The picture “{LinkTable.Decode(reference.Link.Written)}” is not there: the site has no {reference.Link.Path}.",
                site.Nearest(reference.Link) ?? "Put the file beside the post or into content/static/, or mend the address.")
            : null;
}
