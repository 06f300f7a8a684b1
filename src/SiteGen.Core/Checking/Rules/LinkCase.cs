using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkCase() : LinkRule("link-case", Severity.Error,
    "An address differs from the file's only in letter case or in composed and decomposed Hangul (NFC, NFD).",
    why: "It works on macOS and Windows and is a 404 on GitHub Pages. Write the address exactly as the file is named.",
    bad: "<img src=\"/img/Photo.JPG\" alt=\"바다\">   (the file is img/photo.jpg)",
    good: "<img src=\"/img/photo.jpg\" alt=\"바다\">")
{
    protected override (Message Message, Message? Hint)? Problem(SiteFacts site, PageFacts? page, Reference reference)
    {
        if (site.Of(reference.Link) != Outcome.Near)
            return null;
        var near = "/" + site.NearFileAt(reference.Link.Path);
        var isForm = Nfc.Normalize(near) == Nfc.Normalize(reference.Link.Path);
        var (written, difference) = (LinkTable.Decode(reference.Link.Written), isForm
            ? (Message)"the Unicode form of their Hangul (NFC and NFD)" : "letter case");
        return ($"“{written}” and the file {near} differ in {difference}: on the web that is another address.",
            isForm ? (Message)"Type the address anew, or rename the file with composed Hangul." : $"Write {near}, or rename the file.");
    }
}
