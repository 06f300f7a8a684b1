using Markdig.Helpers;
using Markdig.Renderers;

namespace SiteGen.Core.Markup;

/// <summary>The titles of <c>&gt; [!NOTE]</c>, in the theme's words: <c>callouts.note</c>.</summary>
sealed class Callouts(IReadOnlyDictionary<string, string> words)
{
    /// <summary>No picture beside it: a theme can draw one by the class <c>markdown-alert-note</c>.</summary>
    public void WriteTitle(HtmlRenderer renderer, StringSlice kind)
    {
        var name = kind.ToString().ToLowerInvariant();
        var title = words.GetValueOrDefault("callouts." + name) ?? char.ToUpperInvariant(name[0]) + name[1..];
        renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(title).WriteLine("</p>");
    }
}
