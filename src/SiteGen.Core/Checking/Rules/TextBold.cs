using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed partial class TextBold() : Rule("text-bold", Severity.Warning, "Readers see ** where words were to be bold.",
    why: "No space may stand between ** and the words, on either side. Write literal asterisks as \\*\\*.",
    bad: "이것은 ** 중요 ** 합니다.",
    good: "이것은 **중요**합니다.")
{
    /// <summary>Elements whose text is not running text, or is looked at by itself.</summary>
    static readonly string[] NoWords =
        ["code", "pre", "kbd", "samp", "script", "style", "math", "svg", "p", "li", "ul", "ol", "table", "textarea"];

    protected internal override string Korean => """
        Readers see ** where words were to be bold.
        = 굵은 글씨가 되지 못하고 그대로 보이는 `**`.
        Readers see the asterisks of “{0}”.
        = “{0}”의 별표가 독자에게 그대로 보입니다.
        Write **words** without spaces inside; asterisks that are meant as \*\*.
        = **낱말**처럼 안쪽에 빈칸 없이 쓰세요. 별표를 보이려는 것이면 \*\*로 씁니다.
        """;

    internal override void Page(CheckedPage page, Findings findings)
    {
        if (page.File.Document is not { } document || !page.Text.Contains("**", StringComparison.Ordinal) || page.Tree.Body is not { } body)
            return;
        var kinds = ProseMask.Of(document);
        foreach (var block in body.QuerySelectorAll("p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, figcaption, summary"))
        {
            var text = new StringBuilder();
            Read(block, text, isOutermost: true);
            foreach (Match match in Pair().Matches(text.ToString()))
            {
                if (Written(document, kinds, match.Groups["words"].Value) is { } place)
                {
                    findings.Add(this, place, $"Readers see the asterisks of “{match.Value.Trim()}”.",
                        "Write **words** without spaces inside; asterisks that are meant as \\*\\*.");
                }
            }
        }
    }

    /// <summary>The words of a block, without code and without blocks inside it.</summary>
    static void Read(INode node, StringBuilder text, bool isOutermost)
    {
        if (!isOutermost && node is IElement { LocalName: var name } && NoWords.Contains(name))
            return;
        if (node is IText words)
            text.Append(words.Data);
        foreach (var child in node.ChildNodes)
            Read(child, text, isOutermost: false);
    }

    static SourcePlace? Written(SourceDocument document, RegionKind[] kinds, string words)
    {
        var text = document.Source.Text;
        var wanted = string.Concat(Letters(words).Take(8));
        var start = text.IndexOf("**", document.BodyStart, StringComparison.Ordinal);
        for (var at = start; at >= 0; at = text.IndexOf("**", at + 2, StringComparison.Ordinal))
        {
            var after = text.Substring(at + 2, Math.Min(text.Length - at - 2, 60));
            if (kinds[at] != RegionKind.Code && (at == 0 || text[at - 1] != '\\')
                && Letters(after).StartsWith(wanted, StringComparison.Ordinal))
                return new SourcePlace(document.Source, at);
        }

        return null;
    }

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>An opening ** not after a word, since names are masked as 김**, and a closing one in the same block.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}*])\*\*(?!\*)(?<words>[^*\n]*[\p{L}\p{N}][^*\n]*)\*\*(?!\*)", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
