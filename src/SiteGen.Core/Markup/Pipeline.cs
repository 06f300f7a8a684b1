using Markdig;
using Markdig.Extensions.EmphasisExtras;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Markup;

/// <summary>The one Markdown dialect of a site.</summary>
static class Pipeline
{
    public static MarkdownPipeline Build(MarkdownConfig config, IMarkdownExtension interview)
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
        builder.Extensions.Add(interview);
        if (config.Breaks)
            builder.UseSoftlineBreakAsHardlineBreak();
        if (!config.RawHtml)
            builder.DisableHtml();
        return builder.Build();
    }
}
