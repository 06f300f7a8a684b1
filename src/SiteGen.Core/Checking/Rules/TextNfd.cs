using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Checking.Rules;

sealed partial class TextNfd() : Rule("text-nfd", Severity.Warning, "Hangul is decomposed (NFD): its letters are stored one by one.",
    why: "It comes from file names of macOS. It looks right, but searching does not find it, and some fonts show ㅎㅏㄴㄱㅡㄹ.",
    bad: "하나 (as ᄒ + ᅡ + ᄂ + ᅡ)",
    good: "하나 (as two syllables)")
{
    protected internal override string Korean => """
        Hangul is decomposed (NFD): its letters are stored one by one.
        = 풀어쓴 한글(NFD). `--fix`가 고칩니다.
        “{0}” is stored as single letters (NFD){1}.
        = “{0}”{이/가} 풀어쓴 한글(NFD)로 저장되어 있습니다{1}.
        sitegen check --fix composes them.
        = sitegen check --fix가 고쳐 줍니다.
        Hangul of this page is stored as single letters (NFD).
        = 이 쪽의 한글이 풀어쓴 한글(NFD)로 저장되어 있습니다.
        Save it with composed Hangul (NFC).
        = 완성형 한글(NFC)로 저장하세요.
        """;

    public override string Fix => "Composes it (NFC), code left out.";

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.File.Document is { } document)
        {
            if (Changes(document).ToArray() is [var first, ..] changes)
            {
                findings.Add(this, new SourcePlace(document.Source, first.Offset),
                    $"“{first.Replacement}” is stored as single letters (NFD){Findings.OtherPlaces(changes.Length)}.",
                    "sitegen check --fix composes them.");
            }
        }
        else if (page.File.CopiedFrom is not null && Decomposed(page.Text).FirstOrDefault() is { Success: true } match)
        {
            findings.Add(this, page.File, page.Name, match.Index, "Hangul of this page is stored as single letters (NFD).",
                "Save it with composed Hangul (NFC).");
        }
    }

    internal override IEnumerable<SourceEdit> Fixes(FinishedSite site) => site.Documents().SelectMany(Changes);

    static IEnumerable<SourceEdit> Changes(SourceDocument document)
    {
        RegionKind[]? kinds = null;
        foreach (var match in Decomposed(document.Source.Text))
        {
            kinds ??= ProseMask.Of(document);
            if (kinds[match.Index] != RegionKind.Code)
                yield return new SourceEdit(document, match.Index, match.Length, Nfc.Normalize(match.Value),
                    $"“{Nfc.Normalize(match.Value)}” composed (NFC)");
        }
    }

    static IEnumerable<Match> Decomposed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u1100', '\u11FF') < 0 ? [] : Jamo().Matches(text).Where(match => !Nfc.IsNormalized(match.Value));

    [GeneratedRegex("[\uAC00-\uD7A3]*[\u1100-\u11FF][\u1100-\u11FF\uAC00-\uD7A3]*", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Jamo();
}
