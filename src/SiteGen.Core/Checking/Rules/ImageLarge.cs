using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ImageLarge() : Rule("image-large", Severity.Warning, "A picture on a page is larger than one megabyte.",
    why: "On a telephone the page takes seconds to load. A photograph 1600 pixels wide, as WebP or JPEG of quality 80, has 200 to 300 kB.",
    bad: "![바다](사진.jpg)   (사진.jpg: 4.2 MB)",
    good: "![바다](사진.jpg)   (사진.jpg: 240 kB)")
{
    protected internal override string Korean => """
        A picture on a page is larger than one megabyte.
        = 1MB가 넘는 그림.
        The picture has {0} MB; “{1}” shows it.
        = 그림이 {0}MB입니다. “{1}”에 나옵니다.
        Make it smaller: some 1600 pixels wide, as WebP or JPEG of quality 80.
        = 너비를 1600픽셀쯤으로 줄이고, WebP나 품질 80의 JPEG로 저장하세요.
        """;

    const long MaxBytes = 1_000_000;

    internal override void Site(SiteFacts site, Findings findings)
    {
        var large = site.Others.Where(file => file.Length > MaxBytes && FileText.IsPicture(file.File.Path))
            .ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        var uses = from page in site.Pages
                   from reference in large.Count > 0 ? page.References : []
                   where reference is { Kind: ReferenceKind.Image, Link.Scope: LinkScope.Inside }
                   select (page.Title, Path: site.FileAt(reference.Link.Path));
        foreach (var (title, path) in uses)
        {
            if (path is not null && large.Remove(path, out var file))
            {
                findings.Add(this, file.File, "", -1, $"The picture has {file.Length / 1_000_000.0:0.0} MB; “{title}” shows it.",
                    "Make it smaller: some 1600 pixels wide, as WebP or JPEG of quality 80.");
            }
        }
    }
}
