using Markdig;
using Markdig.Extensions.EmphasisExtras;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Markup;

/// <summary>The one Markdown dialect of a site.</summary>
static class Pipeline
{
    /// <param name="words">The theme's words, for the titles of callouts and the boxes of tasks.</param>
    /// <param name="extensions">What knows of this site: interviews, shortcodes.</param>
    public static MarkdownPipeline Build(MarkdownConfig config, IReadOnlyDictionary<string, string> words, params IMarkdownExtension[] extensions)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseAlertBlocks(new Callouts(words).WriteTitle)
            .UsePipeTables()
            .Use<TableAlignmentExtension>()
            .UseTaskLists()
            .Use(new TaskExtension(words))
            .UseFootnotes()
            .UseDefinitionLists()
            // A single ~ stays: 2~3년 is a range in Korean, not a subscript.
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .Use<KoreanEmphasis>()
            .Use<LeftOverBrackets>()
            .UseGenericAttributes()
            .Use<DiagramExtension>()
            .Use<FormulaExtension>()
            .Use<AutolinkExtension>()
            .Use<FigureExtension>()
            .Use<DateLineExtension>()
            .Use<JoinExtension>()
            .Use<MoreExtension>();
        foreach (var extension in extensions)
            builder.Extensions.Add(extension);
        if (config.Quotes)
            builder.Use<QuoteExtension>();
        if (config.Breaks)
            builder.UseSoftlineBreakAsHardlineBreak();
        if (!config.RawHtml)
            builder.DisableHtml();
        return builder.Build();
    }
}
