using Markdig.Helpers;
using Markdig.Renderers;

namespace SiteGen.Core.Markup;

/// <summary>Titles of callouts (<c>&gt; [!NOTE]</c>) from the theme's translations: <c>callouts.note</c>.</summary>
sealed class Callouts(IReadOnlyDictionary<string, string> words)
{
    /// <summary>Writes no icon; themes add one through the class <c>markdown-alert-note</c>.</summary>
    public void WriteTitle(HtmlRenderer renderer, StringSlice kind)
    {
        var name = kind.ToString().ToLowerInvariant();
        var title = words.GetValueOrDefault("callouts." + name) ?? char.ToUpperInvariant(name[0]) + name[1..];
        renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(title).WriteLine("</p>");
    }
}
