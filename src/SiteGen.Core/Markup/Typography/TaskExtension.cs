using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using SiteGen.Core.Interviews;

namespace SiteGen.Core.Markup;

/// <summary>Labels task boxes (<c>- [x]</c>) for screen readers by the translations <c>tasks.done</c> and <c>tasks.open</c>.</summary>
sealed class TaskExtension(IReadOnlyDictionary<string, string> words) : MarkdownExtension
{
    readonly string done = words.GetValueOrDefault("tasks.done") ?? "Done";
    readonly string open = words.GetValueOrDefault("tasks.open") ?? "Not done";

    protected override void Setup(ObjectRendererCollection renderers) =>
        renderers.Replace<HtmlTaskListRenderer>(new NodeRenderer<TaskList>(Write));

    void Write(HtmlRenderer renderer, TaskList task)
    {
        // Plain text, such as a summary, has no boxes.
        if (!renderer.EnableHtmlForInline)
            return;
        renderer.Write("<input type=\"checkbox\" disabled aria-label=\"").WriteEscape(task.Checked ? done : open);
        renderer.Write(task.Checked ? "\" checked>" : "\">");
    }
}
