using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class IdDuplicate() : Rule("id-duplicate", Severity.Error, "Two elements of a page have the same id.")
{
    public override string Why => "A link to the id leads to the first of them only, and labels may name the wrong field. Headings get ids unlike each other; those of HTML written by hand must be.";

    public override string Bad => "<p id=\"뜻\">하나</p>\n\n<p id=\"뜻\">둘</p>";

    public override string Good => "<p id=\"뜻\">하나</p>\n\n<p id=\"다른-뜻\">둘</p>";

    internal override void Page(CheckedPage page, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in page.Ids)
        {
            if (!seen.Add(element.Id!))
                page.Report(findings, this, element, page.File.Document is { } document ? Second(document, element.Id!) : null, $"The id “{element.Id}” stands on this page more than once.", "Give one of them another id.");
        }
    }

    static SourcePlace? Second(SourceDocument document, string id)
    {
        foreach (var written in (string[])["{#" + id, $"id=\"{id}\"", $"id='{id}'"])
        {
            if (SourceSearch.Text(document, written) is { } first)
                return SourceSearch.Text(document, written, first.Offset + 1) ?? first;
        }

        return null;
    }
}
