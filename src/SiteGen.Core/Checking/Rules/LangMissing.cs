using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class LangMissing() : Rule("lang-missing", Severity.Warning, "A page does not say its language.")
{
    public override string Why => "Screen readers choose their voice by it, browsers how lines break and whether to offer a translation.";

    public override string Bad => "<html>";

    public override string Good => "<html lang=\"ko\">";

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (!page.IsFragment && string.IsNullOrWhiteSpace(page.Tree.DocumentElement?.GetAttribute("lang")))
            page.Report(findings, this, page.Tree.DocumentElement, null, "The page does not say its language.", "Write <html lang=\"{{ site.language }}\"> in the outermost layout.");
    }
}
