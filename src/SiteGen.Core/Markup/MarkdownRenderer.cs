using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Glossary;
using SiteGen.Core.Interviews;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Markup;

/// <summary>Renders documents to HTML, digests and passages; one pipeline serves the whole site.</summary>
public sealed class MarkdownRenderer
{
    readonly LinkResolver links;
    readonly MarkdownPipeline pipeline;
    readonly ShortcodePass shortcodePass;
    readonly LinkPass linkPass;
    readonly NameEndings knownNames;

    public MarkdownRenderer(Site site, MarkdownConfig config, LinkResolver links, IShortcodeRenderer shortcodes)
    {
        var words = site.Theme.Words;
        var images = new ImagePass(links);
        this.links = links;
        var interviews = new InterviewExtension(words.GetValueOrDefault("note", "Note"), words.GetValueOrDefault("turn_link", "{number}"));
        pipeline = Pipeline.Build(config, words, new ShortcodeExtension(shortcodes), interviews);
        shortcodePass = new ShortcodePass(shortcodes, links, images);
        linkPass = new LinkPass(links, images, config.RawHtml);
        knownNames = KnownNames(site);
    }

    public RenderedMarkdown Render(Page page)
    {
        try
        {
            var body = links.Site.BodyOf(page);
            var document = Parse(body.Text.ToString(), page.FrontMatter.Speakers);
            ForeignMarkup.Run(body, document, links.Diagnostics);
            shortcodePass.Run(page, document);
            var headings = Headings.Identify(document);
            if (linkPass.Run(page, document) is { } offset)
                return TooDeep(page, offset, "HTML elements of this text are nested more than 500 deep.",
                    "Look for tags without their end tags.");
            var interview = InterviewPass.Run(document, page.FrontMatter.Speakers, PlainText.Of);
            InterviewChecks.Run(page, body, interview, links.Diagnostics);
            var html = document.ToHtml(pipeline);
            var digest = new DigestReader(ToHtml, knownNames).Read(page, document, headings) with { Interview = interview };
            return new RenderedMarkdown(html, digest, PassageReader.Read(document));
        }
        catch (ArgumentException e) when (IsTooDeep(e))
        {
            return TooDeep(page, 0, "Quotes, lists or brackets of this text are nested more than a hundred deep.",
                "Look for a long row of >, [ or * in it.");
        }
        catch (Exception e)
        {
            return Failed(InternalFault.Of(e, SourcePlace.OfFile(page.Document.File.Path)));
        }
    }

    /// <summary>A preview shows the fault in place of the text; no build writes it.</summary>
    RenderedMarkdown Failed(Diagnostic fault)
    {
        links.Diagnostics.Add(fault);
        var text = DiagnosticPrinter.Text(fault, links.Diagnostics.Language ?? MessageLanguage.English);
        return new RenderedMarkdown($"<pre>{WebUtility.HtmlEncode(text)}</pre>\n", new PageDigest("", "", [], 0, 0), []);
    }

    RenderedMarkdown TooDeep(Page page, int offset, Message message, Message hint)
    {
        links.Diagnostics.Error("markdown-depth", message, links.Site.BodyOf(page).PlaceOf(offset), hint);
        return new RenderedMarkdown("", new PageDigest("", "", [], 0, 0), []);
    }

    /// <summary>Renders Markdown of a template or front matter.</summary>
    public string RenderText(string markdown)
    {
        try
        {
            return ToHtml(Parse(markdown, []));
        }
        catch (ArgumentException e) when (IsTooDeep(e))
        {
            return WebUtility.HtmlEncode(markdown);
        }
    }

    MarkdownDocument Parse(string markdown, IReadOnlyList<Speaker> speakers)
    {
        var context = new MarkdownParserContext();
        if (speakers.Count > 0)
            context.Properties[InterviewParser.ScopeKey] = new InterviewSyntax(speakers);
        return Markdown.Parse(LineStartCleaner.Cleaned(markdown), pipeline, context);
    }

    static NameEndings KnownNames(Site site) =>
        new(site.People.Spellings.Concat(site.All.SelectMany(page => page.People))
            .Concat(site.All.SelectMany(page => page.FrontMatter.Speakers).Select(speaker => speaker.Name)));

    /// <summary>Markdig limits the nesting of quotes, lists and brackets.</summary>
    static bool IsTooDeep(ArgumentException e) => e.Message.Contains("depth limit");

    string ToHtml(MarkdownObject document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }
}
