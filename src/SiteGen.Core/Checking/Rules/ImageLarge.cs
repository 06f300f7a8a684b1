using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class ImageLarge() : Rule("image-large", Severity.Warning, "A picture on a page is larger than one megabyte.")
{
    const long Most = 1_000_000;

    public override string Why => "On a telephone the page takes seconds to show. A photograph 1600 pixels wide, saved as WebP or JPEG at quality 80, has some 200 to 300 kB.";

    public override string Bad => "![바다](사진.jpg)   (사진.jpg: 4.2 MB)";

    public override string Good => "![바다](사진.jpg)   (사진.jpg: 240 kB)";

    internal override void Site(SiteFacts site, Findings findings)
    {
        var large = site.Others.Where(file => file.Length > Most && FileText.IsPicture(file.File.Path)).ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        if (large.Count == 0)
            return;
        foreach (var page in site.Pages)
        {
            foreach (var reference in page.References)
            {
                if (reference is { Kind: ReferenceKind.Image, Link.Scope: LinkScope.Inside } && site.FileAt(reference.Link.Path) is { } path && large.Remove(path, out var file))
                {
                    findings.Add(this, file.File, "", -1, $"The picture has {file.Length / 1_000_000.0:0.0} MB; “{page.Title}” shows it.",
                        "Make it smaller: some 1600 pixels wide, as WebP or JPEG of quality 80.");
                }
            }
        }
    }
}
