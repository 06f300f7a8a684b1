using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Glossary;
using SiteGen.Core.Interviews;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Reads summary, length and terms of a parsed document.</summary>
/// <param name="toHtml">Renders a block, for summaries that end at a mark of the author's.</param>
/// <param name="knownNames">See <see cref="TermReader"/>.</param>
sealed class DigestReader(Func<MarkdownObject, string> toHtml, NameEndings knownNames)
{
    public PageDigest Read(Page page, MarkdownDocument document, List<Heading> headings)
    {
        var (words, codeLines, images) = (0, 0, 0);
        var terms = new TermReader(knownNames);
        string? anchor = null;
        foreach (var node in document.Descendants())
        {
            if (node is CodeBlock code)
                codeLines += code.Lines.Count;
            else if (node is LeafBlock { Inline: not null } leaf)
            {
                var text = PlainText.Of(leaf.Inline);
                words += ReadingTime.CountWords(text);
                if (leaf is HeadingBlock)
                    anchor = leaf.TryGetAttributes()?.Id;
                else
                    terms.Read(text, anchor);
            }
            else if (node is TurnBlock turn)
            {
                anchor = turn.Id;
                words += ReadingTime.CountWords(turn.Label + turn.Mark);
            }
            else if (node is LinkInline { IsImage: true })
                images++;
        }

        var (summary, summaryHtml) = Summarise(page, document);
        var minutes = ReadingTime.Minutes(words, codeLines, images);
        return new PageDigest(summary, summaryHtml, headings, words, minutes) { Terms = terms.Mentions };
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
        var leaves = before.SelectMany(Leaves).Where(leaf => leaf is { Inline: not null } and not FigureBlock);
        return (string.Join(' ', leaves.Select(leaf => PlainText.Of(leaf.Inline))), string.Concat(before.Select(toHtml)));
    }

    static IEnumerable<LeafBlock> Leaves(Block block) =>
        block is ContainerBlock container ? container.Descendants<LeafBlock>() : block is LeafBlock leaf ? [leaf] : [];

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
