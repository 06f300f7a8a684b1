using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed partial class TextDoubleSpace() : Rule("text-double-space", Severity.Warning, "Two spaces stand between two words.",
    why: "Browsers show one of them, so they are a typing error. Code, tables, front matter and the two spaces at a line's end are not "
        + "checked.",
    bad: "다보스에서  만난 사람",
    good: "다보스에서 만난 사람")
{
    protected internal override string Korean => """
        Two spaces stand between two words.
        = 낱말 사이의 두 칸. `--fix`가 고칩니다.
        Two spaces stand between words{0}.
        = 낱말 사이가 두 칸 떨어져 있습니다{0}.
        sitegen check --fix makes them one.
        = sitegen check --fix가 한 칸으로 줄여 줍니다.
        """;

    public override string Fix => "Makes one of them, code and tables left out.";

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.File.Document is { } document && Changes(document).ToArray() is [var first, ..] changes)
        {
            findings.Add(this, new SourcePlace(document.Source, first.Offset),
                $"Two spaces stand between words{Findings.OtherPlaces(changes.Length)}.", "sitegen check --fix makes them one.");
        }
    }

    internal override IEnumerable<SourceEdit> Fixes(FinishedSite site) => site.Documents().SelectMany(Changes);

    static IEnumerable<SourceEdit> Changes(SourceDocument document)
    {
        RegionKind[]? kinds = null;
        foreach (Match match in Spaces().Matches(document.Source.Text, document.BodyStart))
        {
            kinds ??= ProseMask.Of(document);
            if (Array.TrueForAll(kinds[match.Index..(match.Index + match.Length)], kind => kind == RegionKind.Prose))
                yield return new SourceEdit(document, match.Index, match.Length, " ", $"{match.Length} spaces became one");
        }
    }

    [GeneratedRegex(@"(?<=\S)  +(?=\S)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}
