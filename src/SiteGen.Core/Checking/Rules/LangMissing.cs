using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LangMissing() : Rule("lang-missing", Severity.Warning, "A page does not say its language.",
    why: "Screen readers choose their voice by it; browsers choose line breaks and whether to offer a translation.",
    bad: "<html>",
    good: "<html lang=\"ko\">")
{
    protected internal override string Korean => """
        A page does not say its language.
        = 언어를 밝히지 않은 쪽.
        The page does not say its language.
        = 쪽이 어느 언어인지 밝히지 않았습니다.
        Write <html lang="{{ site.language }}"> in the outermost layout.
        = 가장 바깥 레이아웃에 <html lang="{{ site.language }}">라고 쓰세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (!page.IsFragment && string.IsNullOrWhiteSpace(page.Tree.DocumentElement?.GetAttribute("lang")))
        {
            page.Report(findings, this, page.Tree.DocumentElement, null, "The page does not say its language.",
                "Write <html lang=\"{{ site.language }}\"> in the outermost layout.");
        }
    }
}
