using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Markdown to HTML and to what lists show of it. One pipeline for the whole site.</summary>
public sealed partial class MarkdownRenderer(MarkdownConfig config, LinkResolver links, Permalink permalink)
{
    readonly MarkdownPipeline pipeline = Build(config);

    /// <summary>The document's HTML, ending with a line feed.</summary>
    public (string Html, PageDigest Digest) Render(Page page)
    {
        var document = Parse(page.Document.Body) ?? TooDeep(page);
        var headings = Identify(document);
        ResolveLinks(page, document);
        var html = ToHtml(document);
        return (html, Digest(page, document, headings));
    }

    /// <summary>A text of a template or of front matter as HTML, without a document around it.</summary>
    public string RenderText(string markdown) => Parse(markdown) is { } document ? ToHtml(document) : Escape(markdown);

    /// <summary>Null for quotes, lists or brackets that are nested deeper than Markdig follows.</summary>
    MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException e) when (e.Message.Contains("depth limit"))
        {
            return null;
        }
    }

    MarkdownDocument TooDeep(Page page)
    {
        links.Diagnostics.Error("markdown-depth", "Quotes, lists or brackets of this text are nested more than a hundred deep.", new SourcePlace(page.Document.Source, page.Document.BodyStart), "Look for a long row of >, [ or * in it.");
        return [];
    }

    static MarkdownPipeline Build(MarkdownConfig config)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseAlertBlocks()
            .UsePipeTables()
            .UseTaskLists()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAutoLinks()
            // A single ~ stays: 2~3년 is a range in Korean, not a subscript.
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UseGenericAttributes();
        if (config.Breaks)
            builder.UseSoftlineBreakAsHardlineBreak();
        if (!config.RawHtml)
            builder.DisableHtml();
        return builder.Build();
    }

    string ToHtml(MarkdownObject document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        writer.Flush();
        return writer.ToString();
    }

    /// <summary>Gives every heading an id made of its text, unique within the page; an author's own <c>{#id}</c> is kept.</summary>
    static List<Heading> Identify(MarkdownDocument document)
    {
        var headings = new List<Heading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var attributes = block.GetAttributes();
            var text = PlainText(block.Inline);
            var wanted = attributes.Id is { } own ? Nfc.Normalize(own) : Slugger.FromText(text);
            var id = wanted.Length == 0 ? "section" : wanted;
            for (var n = 1; !taken.Add(id); n++)
                id = $"{wanted}-{n}";
            attributes.Id = id;
            headings.Add(new Heading(block.Level, id, text));
        }

        return headings;
    }

    void ResolveLinks(Page page, MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is LinkInline { IsAutoLink: true } bare)
                TrimParticle(bare);
            if (node is LinkInline { Url: not null } link)
                link.Url = links.Resolve(page, link.Url, link.IsImage, link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start);
            else if (node is HtmlInline html)
                html.Tag = InTags(html.Tag);
            else if (node is HtmlBlock block)
                InLines(block);
        }
    }

    /// <summary>In <c>https://example.com에서</c> the particle is no part of the address. Hangul after a path's slash may well be.</summary>
    static void TrimParticle(LinkInline link)
    {
        if (link.FirstChild is not LiteralInline text)
            return;
        var shown = text.Content.ToString();
        var start = shown.IndexOf("://", StringComparison.Ordinal);
        var end = start < 0 ? 0 : start + 3;
        while (end < shown.Length && shown[end] < 0x1100 && !(shown[end] is '/' or '?' or '#'))
            end++;
        if (end == shown.Length || shown[end] is '/' or '?' or '#')
            return;
        link.InsertAfter(new LiteralInline(shown[end..]));
        link.Url = link.Url![..^(shown.Length - end)];
        text.Content = new Markdig.Helpers.StringSlice(shown[..end]);
    }

    void InLines(HtmlBlock block)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            ref var line = ref block.Lines.Lines[i];
            var text = line.Slice.ToString();
            var changed = InTags(text);
            if (!ReferenceEquals(text, changed))
                line.Slice = new Markdig.Helpers.StringSlice(changed, line.Slice.NewLine);
        }
    }

    /// <summary>Root-relative addresses in the tags of raw HTML get the base path like all others.</summary>
    string InTags(string html) => html.Contains("=\"/") || html.Contains("='/")
        ? TagPattern().Replace(html, tag => AddressPattern().Replace(tag.Value, match => match.Groups["before"].Value + permalink.HrefOf(match.Groups["path"].Value)))
        : html;

    [GeneratedRegex("<[a-zA-Z][^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TagPattern();

    [GeneratedRegex("(?<before>\\s(?:href|src|poster|action|data)\\s*=\\s*[\"'])(?<path>/(?!/)[^\"'>]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();

    PageDigest Digest(Page page, MarkdownDocument document, List<Heading> headings)
    {
        var words = 0;
        var codeLines = 0;
        var images = 0;
        foreach (var node in document.Descendants())
        {
            if (node is CodeBlock code)
                codeLines += code.Lines.Count;
            else if (node is LeafBlock { Inline: not null } leaf)
                words += ReadingTime.CountWords(PlainText(leaf.Inline));
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
        var more = document.FirstOrDefault(block => block is HtmlBlock html && html.Lines.ToString().Trim() is "<!--more-->" or "<!-- more -->");
        if (more is null)
        {
            var text = Summary.Cut(document.OfType<ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline)));
            return (text, text.Length == 0 ? "" : "<p>" + Escape(text) + "</p>");
        }

        var before = document.TakeWhile(block => !ReferenceEquals(block, more)).ToArray();
        var html = new StringBuilder();
        foreach (var block in before)
            html.Append(ToHtml(block));
        return (string.Join(' ', before.OfType<LeafBlock>().Where(leaf => leaf.Inline is not null).Select(leaf => PlainText(leaf.Inline))), html.ToString());
    }

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>The text of inlines as a reader sees it: line breaks as blanks, images as their descriptions.</summary>
    static string PlainText(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Append(inline);
        return Nfc.Normalize(text.ToString().Trim());

        void Append(Inline? node)
        {
            switch (node)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline container:
                    foreach (var child in container)
                        Append(child);
                    break;
            }
        }
    }
}
