using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Renders <c>mermaid</c> code blocks as the element that Mermaid looks for; without it the source is shown.</summary>
sealed class DiagramExtension : MarkdownExtension
{
    protected override void Setup(ObjectRendererCollection renderers) => renderers.Replace<CodeBlockRenderer>(new DiagramRenderer());

    sealed class DiagramRenderer : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            if (block is not FencedCodeBlock { Info: "mermaid" })
            {
                base.Write(renderer, block);
                return;
            }

            renderer.EnsureLine();
            renderer.Write("<pre class=\"mermaid\">");
            renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
            renderer.WriteLine("</pre>");
        }
    }
}
