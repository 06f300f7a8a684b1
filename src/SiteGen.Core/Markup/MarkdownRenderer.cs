using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Markup;

/// <summary>Markdown to HTML and to what lists show of it. One pipeline for the whole site.</summary>
public sealed class MarkdownRenderer
{
    readonly LinkResolver links;
    readonly MarkdownPipeline pipeline;
    readonly LinkPass linkPass;
    readonly ShortcodePass shortcodePass;

    public MarkdownRenderer(MarkdownConfig config, LinkResolver links, IReadOnlyDictionary<string, string> words, IShortcodeRenderer shortcodes)
    {
        var images = new ImagePass(links);
        this.links = links;
        pipeline = Pipeline.Build(config, words, new ShortcodeExtension(shortcodes), new InterviewExtension(words.GetValueOrDefault("note", "Note"), words.GetValueOrDefault("turn_link", "{number}")));
        linkPass = new LinkPass(links, images, config.RawHtml);
        shortcodePass = new ShortcodePass(shortcodes, links, images);
    }

    /// <summary>The document's HTML, ending with a line feed.</summary>
    public (string Html, PageDigest Digest) Render(Page page)
    {
        var document = Parse(page.Document.Body, page.FrontMatter.Speakers) ?? TooDeep(page);
        shortcodePass.Run(page, document);
        var headings = Headings.Identify(document);
        linkPass.Run(page, document);
        var interview = InterviewShape.Apply(document, page.FrontMatter.Speakers);
        var html = ToHtml(document);
        return (html, new DigestReader(ToHtml).Read(page, document, headings) with { Interview = interview });
    }

    /// <summary>A text of a template or of front matter as HTML, without a document around it.</summary>
    public string RenderText(string markdown) => Parse(markdown, []) is { } document ? ToHtml(document) : System.Net.WebUtility.HtmlEncode(markdown);

    /// <summary>Null for quotes, lists or brackets that are nested deeper than Markdig follows.</summary>
    MarkdownDocument? Parse(string markdown, IReadOnlyList<Speaker> speakers)
    {
        try
        {
            var context = new MarkdownParserContext();
            if (speakers.Count > 0)
                context.Properties[InterviewParser.ScopeKey] = new InterviewScope(speakers);
            return Markdown.Parse(LineStarts.Cleaned(markdown), pipeline, context);
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

    string ToHtml(MarkdownObject document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        writer.Flush();
        return writer.ToString();
    }
}
