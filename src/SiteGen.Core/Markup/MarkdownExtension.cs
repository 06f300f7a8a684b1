using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SiteGen.Core.Markup;

/// <summary>A Markdig extension that adds parsers, HTML renderers or both.</summary>
abstract class MarkdownExtension : IMarkdownExtension
{
    public virtual void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            Setup(html.ObjectRenderers);
    }

    protected virtual void Setup(ObjectRendererCollection renderers)
    {
    }
}

static class MarkdownDocumentExtensions
{
    /// <summary>The inline content of every block that has any.</summary>
    public static IEnumerable<ContainerInline> Inlines(this MarkdownDocument document) =>
        document.Descendants<LeafBlock>().Select(leaf => leaf.Inline).OfType<ContainerInline>();
}
