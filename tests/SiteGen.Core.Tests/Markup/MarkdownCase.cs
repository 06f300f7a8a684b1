using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

/// <summary>
/// A case of <c>korean.txt</c>: a line <c>=== the rule that it shows [options]</c>, Markdown, a line <c>&gt;&gt;&gt;</c>, and its HTML.
/// <c>⍽</c> stands for a no-break space, <c>⏑</c> for a zero-width one, <c>⌘</c> for a byte order mark.
/// </summary>
sealed record MarkdownCase(string Name, string Input, string Expected)
{
    public const string Path = "tests/SiteGen.Core.Tests/Markup/korean.txt";

    const string Arrow = "\n>>>\n";

    public static IEnumerable<MarkdownCase> All() =>
        from text in ("\n" + System.IO.File.ReadAllText(Repository.PathOf(Path))).Split("\n=== ").Skip(1)
        let name = text[..text.IndexOf('\n')]
        let parts = text[(name.Length + 1)..].Split(Arrow)
        select new MarkdownCase(name, parts[0].TrimEnd('\n'), parts.Length > 1 ? parts[1].TrimEnd('\n') : "");

    public static MarkdownConfig ConfigOf(string name) =>
        new(Breaks: name.Contains("[breaks]"), RawHtml: !name.Contains("[raw_html: false]"), Quotes: name.Contains("[quotes]"));

    public static string Unfolded(string text) => text.Replace('⍽', '\u00A0').Replace('⏑', '\u200B').Replace('⌘', '\uFEFF');

    public static string Folded(string text) => text.Replace('\u00A0', '⍽').Replace('\u200B', '⏑').Replace('\uFEFF', '⌘');

    /// <summary>The HTML and digest of a post with this body; fails on errors.</summary>
    public static (string Html, PageDigest Digest) Render(string markdown, MarkdownConfig? config = null)
    {
        var rendered = TryRender(markdown, out var printed, config);
        Assert.True(printed.Length == 0, printed);
        return rendered;
    }

    public static (string Html, PageDigest Digest) TryRender(string markdown, out string printed, MarkdownConfig? config = null)
    {
        var test = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "", markdown));
        var diagnostics = new DiagnosticBag();
        var site = SiteBuilder.Plan(test.Files, test.Options, diagnostics).Site;
        var links = new LinkResolver(site, diagnostics);
        var rendered = new MarkdownRenderer(site, config ?? new MarkdownConfig(), links, NoShortcodes.Instance)
            .Render(site.Posts[0]);
        printed = string.Concat(diagnostics.Sorted().Where(found => found.Severity == Severity.Error).Select(DiagnosticPrinter.Text));
        return (rendered.Html, rendered.Digest);
    }
}

/// <summary>A site without shortcodes.</summary>
sealed class NoShortcodes : IShortcodeRenderer
{
    public static readonly NoShortcodes Instance = new();

    public IEnumerable<string> Names => [];

    public bool? IsPaired(string name) => null;

    public string Render(Shortcode call, string? content) => "";
}
