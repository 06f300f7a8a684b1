using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>A call of one of the theme's shortcodes: <c>{{&lt; name word key="value" &gt;}}</c>.</summary>
/// <param name="Args">What stands there without a key, in order.</param>
/// <param name="Named">What stands there with a key, in order.</param>
/// <param name="Place">Where the call begins.</param>
/// <param name="Page">The document that calls.</param>
public sealed record Shortcode(string Name, IReadOnlyList<string> Args, IReadOnlyList<KeyValuePair<string, string>> Named, SourcePlace Place, Page Page);

/// <summary>Turns calls into HTML: what Markdown has to know of templates.</summary>
public interface IShortcodeRenderer
{
    /// <summary>Every shortcode that there is.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Whether the shortcode stands around something, so that it must be closed; null when there is none of that name.</summary>
    bool? IsPaired(string name);

    /// <summary>The call's HTML; empty after complaining.</summary>
    /// <param name="content">The HTML between the two halves of a paired one; null for others.</param>
    string Render(Shortcode call, string? content);
}

/// <summary>A site without shortcodes.</summary>
public sealed class NoShortcodes : IShortcodeRenderer
{
    public static readonly NoShortcodes Instance = new();

    public IEnumerable<string> Names => [];

    public bool? IsPaired(string name) => null;

    public string Render(Shortcode call, string? content) => "";
}
