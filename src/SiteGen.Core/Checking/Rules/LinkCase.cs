using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed class LinkCase() : LinkRule("link-case", Severity.Error,
    "An address differs from the file's only in letter case or in composed and decomposed Hangul (NFC, NFD).",
    why: "It works on macOS and Windows and is a 404 on GitHub Pages. Write the address exactly as the file is named.",
    bad: "<img src=\"/img/Photo.JPG\" alt=\"바다\">   (the file is img/photo.jpg)",
    good: "<img src=\"/img/photo.jpg\" alt=\"바다\">")
{
    protected internal override string Korean => """
        An address differs from the file's only in letter case or in composed and decomposed Hangul (NFC, NFD).
        = 대소문자나 한글의 조합(NFC·NFD)만 다른 주소. 내 컴퓨터에서는 열리고 GitHub Pages에서는 404입니다.
        “{0}” and the file {1} differ in {2}: on the web that is another address.
        = “{0}” 주소는 {1} 파일과 {2}만 다르지만, 웹에서는 서로 다른 주소입니다.
        letter case
        = 대소문자
        the Unicode form of their Hangul (NFC and NFD)
        = 한글의 조합(NFC와 NFD)
        Write {0}, or rename the file.
        = {0}처럼 쓰거나 파일의 이름을 바꾸세요.
        Type the address anew, or rename the file with composed Hangul.
        = 주소를 다시 입력하거나, 파일의 이름을 완성형 한글로 바꾸세요.
        """;

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
