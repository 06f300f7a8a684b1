using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Markup;

/// <summary>Builds the Markdown pipeline of a site.</summary>
static class Pipeline
{
    /// <param name="words">Translations of the theme: titles of callouts, labels of task boxes.</param>
    /// <param name="extensions">Extensions that depend on the site: interviews, shortcodes.</param>
    public static MarkdownPipeline Build(
        MarkdownConfig config, IReadOnlyDictionary<string, string> words, params IMarkdownExtension[] extensions)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseAlertBlocks(new Callouts(words).WriteTitle)
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .UseTaskLists()
            .Use(new TaskExtension(words))
            .UseFootnotes()
            .UseDefinitionLists()
            // A single ~ is text: in Korean, 2~3년 is a range.
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .Use<KoreanEmphasis>()
            .Use<AttributeExtension>()
            .Use<DiagramExtension>()
            .Use<FormulaExtension>()
            .Use<AutolinkExtension>()
            .Use<FigureExtension>()
            .Use<ListExtension>()
            .Use<LinkLimit>()
            .Use<DefinitionLimit>()
            .Use<HtmlLimit>()
            .Use<JoinExtension>()
            .Use<MoreExtension>();
        foreach (var extension in extensions)
            builder.Extensions.Add(extension);
        if (config.Breaks)
            builder.UseSoftlineBreakAsHardlineBreak();
        if (!config.RawHtml)
            builder.DisableHtml();
        AddPasses(builder, config);
        return builder.Build();
    }

    /// <summary>Transformations of the parsed document that need nothing else of the site, in the order in which they run.</summary>
    static void AddPasses(MarkdownPipelineBuilder builder, MarkdownConfig config)
    {
        builder.DocumentProcessed += AttributePass.Run;
        builder.DocumentProcessed += DefinitionLists.Run;
        builder.DocumentProcessed += TableAlignment.Run;
        builder.DocumentProcessed += UnmatchedBrackets.Run;
        builder.DocumentProcessed += BareUrlPass.Run;
        builder.DocumentProcessed += FigureExtension.Run;
        if (config.Quotes)
            builder.DocumentProcessed += QuotePass.Run;
    }
}
