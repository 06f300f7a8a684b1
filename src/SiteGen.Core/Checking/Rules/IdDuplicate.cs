using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed class IdDuplicate() : Rule("id-duplicate", Severity.Error, "Two elements of a page have the same id.",
    why: "A link to the id leads to the first element only. Headings get unique ids; ids in hand-written HTML must be unique too.",
    bad: "<p id=\"뜻\">하나</p>\n\n<p id=\"뜻\">둘</p>",
    good: "<p id=\"뜻\">하나</p>\n\n<p id=\"다른-뜻\">둘</p>")
{
    protected internal override string Korean => """
        Two elements of a page have the same id.
        = 한 쪽에 두 번 나오는 id.
        The id “{0}” stands on this page more than once.
        = id “{0}”{이/가} 이 쪽에 두 번 이상 나옵니다.
        Give one of them another id.
        = 하나에 다른 id를 주세요.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in page.Elements.Where(element => element.Id is { Length: > 0 }))
        {
            // An element that is not closed is repeated by the parser, with the place of its only tag or none.
            var position = CheckedPage.PositionOf(element);
            if (seen.TryAdd(element.Id!, position) || position < 0 || position == seen[element.Id!])
                continue;
            var place = page.File.Document is { } document ? Second(document, element.Id!) : null;
            page.Report(findings, this, element, place, $"The id “{element.Id}” stands on this page more than once.",
                "Give one of them another id.");
        }
    }

    static SourcePlace? Second(SourceDocument document, string id)
    {
        string[] forms = ["{#" + id + "}", "{#" + id + " ", "{: #" + id, $"id=\"{id}\"", $"id='{id}'"];
        var places = forms.SelectMany(form => SourceSearch.Markup(document, form)).OrderBy(place => place!.Value.Offset).Take(2);
        return places.LastOrDefault();
    }
}
