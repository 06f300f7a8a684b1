using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Checking.Rules;

sealed partial class TextBold() : Rule("text-bold", Severity.Warning, "Readers see ** where words were to be bold.")
{
    public override string Why => "Between ** and the words there must be no space, on either side. Asterisks that are meant are written \\*\\*.";

    public override string Bad => "이것은 ** 중요 ** 합니다.";

    public override string Good => "이것은 **중요**합니다.";

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
                    findings.Add(this, place, $"Readers see the asterisks of “{match.Value.Trim()}”.", "Write **words** without spaces inside; asterisks that are meant as \\*\\*.");
            }
        }
    }

    /// <summary>The words of a block, without code and without blocks inside it.</summary>
    static void Read(INode node, StringBuilder text, bool isOutermost)
    {
        if (node is IElement element && !isOutermost && element.LocalName is "code" or "pre" or "kbd" or "samp" or "script" or "style" or "math" or "svg" or "p" or "li" or "ul" or "ol" or "table" or "textarea")
            return;
        if (node is IText words)
            text.Append(words.Data);
        foreach (var child in node.ChildNodes)
            Read(child, text, isOutermost: false);
    }

    static SourcePlace? Written(SourceDocument document, RegionKind[] kinds, string words)
    {
        var text = document.Source.Text;
        var wanted = Letters(words);
        wanted = wanted[..Math.Min(wanted.Length, 8)];
        for (var at = text.IndexOf("**", Math.Min(document.BodyStart, text.Length), StringComparison.Ordinal); at >= 0; at = text.IndexOf("**", at + 2, StringComparison.Ordinal))
        {
            var behind = text.Substring(at + 2, Math.Min(text.Length - at - 2, 60));
            if (kinds[at] != RegionKind.Code && (at == 0 || text[at - 1] != '\\') && Letters(behind).StartsWith(wanted, StringComparison.Ordinal))
                return new SourcePlace(document.Source, at);
        }

        return null;
    }

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>An opening ** behind a space or a sign, since names are masked as 김**, and a closing one in the same block.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}*])\*\*(?!\*)(?<words>[^*\n]*[\p{L}\p{N}][^*\n]*)\*\*(?!\*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
