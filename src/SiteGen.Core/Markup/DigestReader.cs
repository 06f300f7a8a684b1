using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Reads summary, headings and length off a parsed document.</summary>
/// <param name="toHtml">Renders a block, for summaries that the author ends by a mark.</param>
sealed class DigestReader(Func<MarkdownObject, string> toHtml)
{
    public PageDigest Read(Page page, MarkdownDocument document, List<Heading> headings)
    {
        var words = 0;
        var codeLines = 0;
        var images = 0;
        foreach (var node in document.Descendants())
        {
            if (node is CodeBlock code)
                codeLines += code.Lines.Count;
            else if (node is LeafBlock { Inline: not null } leaf)
                words += ReadingTime.CountWords(PlainText.Of(leaf.Inline));
            else if (node is TurnBlock turn)
                words += ReadingTime.CountWords(turn.Label + turn.Mark);
            else if (node is LinkInline { IsImage: true })
                images++;
        }

        var (summary, summaryHtml) = Summarise(page, document);
        return new PageDigest(summary, summaryHtml, headings, words, ReadingTime.Minutes(words, codeLines, images));
    }

    (string Text, string Html) Summarise(Page page, MarkdownDocument document)
    {
        if (page.FrontMatter.Summary is { Length: > 0 } own)
            return (Nfc.Normalize(own), "<p>" + Escape(Nfc.Normalize(own)) + "</p>");
        var more = document.FirstOrDefault(block => block is MoreBlock);
        if (more is null)
        {
            var text = Summary.Cut(document.OfType<ParagraphBlock>().Select(paragraph => PlainText.Of(paragraph.Inline)));
            return (text, text.Length == 0 ? "" : "<p>" + Escape(text) + "</p>");
        }

        var before = document.TakeWhile(block => !ReferenceEquals(block, more)).ToArray();
        var html = new StringBuilder();
        foreach (var block in before)
            html.Append(toHtml(block));
        return (string.Join(' ', before.SelectMany(Leaves).Where(leaf => leaf is { Inline: not null } and not FigureBlock).Select(leaf => PlainText.Of(leaf.Inline))), html.ToString());
    }

    static IEnumerable<LeafBlock> Leaves(Block block) => block is LeafBlock leaf ? [leaf] : ((ContainerBlock)block).Descendants<LeafBlock>();

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
