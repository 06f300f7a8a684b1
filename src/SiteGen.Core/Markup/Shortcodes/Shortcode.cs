using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>A call of a shortcode of the theme: <c>{{&lt; name word key="value" &gt;}}</c>.</summary>
/// <param name="Args">Positional arguments.</param>
/// <param name="Page">The calling document.</param>
public sealed record Shortcode(
    string Name, IReadOnlyList<string> Args, IReadOnlyList<KeyValuePair<string, string>> Named, SourcePlace Place, Page Page);

/// <summary>Renders shortcodes; keeps templates out of Markup.</summary>
public interface IShortcodeRenderer
{
    IEnumerable<string> Names { get; }

    /// <summary>Whether the shortcode needs a closing tag; null when there is none of that name.</summary>
    bool? IsPaired(string name);

    /// <summary>Renders HTML; empty after an error, which is reported.</summary>
    /// <param name="content">The HTML between the tags of a paired shortcode; else null.</param>
    string Render(Shortcode call, string? content);
}
