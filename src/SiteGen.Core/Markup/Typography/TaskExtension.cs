using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SiteGen.Core.Markup;

/// <summary>The boxes of <c>- [x]</c> say what they mean to those who can't see them, in the theme's words: <c>tasks.done</c>, <c>tasks.open</c>.</summary>
sealed class TaskExtension(IReadOnlyDictionary<string, string> words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Replace<HtmlTaskListRenderer>(new BoxRenderer(words));
    }

    sealed class BoxRenderer(IReadOnlyDictionary<string, string> words) : HtmlObjectRenderer<TaskList>
    {
        readonly string done = words.GetValueOrDefault("tasks.done") ?? "Done";
        readonly string open = words.GetValueOrDefault("tasks.open") ?? "Not done";

        protected override void Write(HtmlRenderer renderer, TaskList task)
        {
            // Plain text, such as a summary, has no boxes.
            if (!renderer.EnableHtmlForInline)
                return;
            renderer.Write("<input type=\"checkbox\" disabled aria-label=\"").WriteEscape(task.Checked ? done : open);
            renderer.Write(task.Checked ? "\" checked>" : "\">");
        }
    }
}
