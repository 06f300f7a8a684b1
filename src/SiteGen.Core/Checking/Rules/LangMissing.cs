using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LangMissing() : Rule("lang-missing", Severity.Warning, "A page does not say its language.",
    why: "Screen readers choose their voice by it; browsers choose line breaks and whether to offer a translation.",
    bad: "<html>",
    good: "<html lang=\"ko\">")
{
    internal override void Page(CheckedPage page, Findings findings)
    {
        if (!page.IsFragment && string.IsNullOrWhiteSpace(page.Tree.DocumentElement?.GetAttribute("lang")))
        {
            page.Report(findings, this, page.Tree.DocumentElement, null, "The page does not say its language.",
                "Write <html lang=\"{{ site.language }}\"> in the outermost layout.");
        }
    }
}
