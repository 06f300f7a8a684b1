using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

/// <summary>Markdown of any content is rendered without an exception.</summary>
public sealed class RobustnessTests
{
    internal static readonly string[] Pieces =
    [
        "가", "나다 ", "a", "1", " ", "  ", "\n", "\n\n", "\t", "*", "**", "_", "__", "~", "~~", "`", "```\n", "[", "]", "(", ")", "![", "](",
        "<", ">", "> ", "- ", "1. ", "2025. 1. 2. ", "# ", "|", "|---|---|\n",
        "{", "}", "{{", "}}", "{{<", ">}}", "{{< fold \"가\" >}}", "{{< /fold >}}", "{{< now >}}", "{{</*", "*/>}}", "\n{{< fold x >}}\n",
        "\n{{< /fold >}}\n", "$", "$$", "\n$$\n", "https://a.kr/", "www.", "a@b.kr", "://", "을", "에서",
        "\"", "'", "“", "”", "&amp;", "&", ";", "\\", "<a href=\"/x\">", "</a>", "<!--", "-->", "<script>", "[^1]", "[^1]: ", "[가]: ",
        ":   ", "\u00A0", "\u200B", "\uFEFF", "\0", "\r\n", "😀", "\uD800", "-- 시작 --", "진행자 - ", "(* ", "{.a}", "{#b}", "> [!NOTE]\n",
        "---\n", "http://한글.kr",
    ];

    static readonly Site TestedSite =
        SiteBuilder.Plan(TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "interview: {speakers: [{name: 진행자, role: host}]}")).Files,
            new BuildOptions(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new DiagnosticBag()).Site;

    [Fact]
    public void Any_row_of_marks_is_read_and_written()
    {
        var random = new Random(1);
        for (var round = 0; round < 3000; round++)
            Render(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Fact]
    public void Every_beginning_of_every_Korean_case_is_read_and_written()
    {
        foreach (var found in MarkdownCase.All())
        {
            for (var length = 0; length <= found.Input.Length; length++)
                Render(MarkdownCase.Unfolded(found.Input[..length]));
        }
    }

    internal static void Render(string markdown)
    {
        var page = TestedSite.Posts[0];
        var body = new DocumentBody(new SourceText("content/posts/a.md", markdown), 0);
        var site = TestedSite with { Bodies = new Dictionary<Document, DocumentBody> { [page.Document] = body } };
        var diagnostics = new DiagnosticBag();
        var html = new MarkdownRenderer(site, new MarkdownConfig(Quotes: true),
            new LinkResolver(site, diagnostics) { Addresses = new HashSet<string> { "/" } }, new Shortcodes()).Render(page).Html;
        Assert.DoesNotContain("href=\"javascript:", html);
        Assert.DoesNotContain(diagnostics.Sorted(), found => found.Rule == InternalFault.Rule);
    }

    sealed class Shortcodes : IShortcodeRenderer
    {
        public IEnumerable<string> Names => ["fold", "now"];

        public bool? IsPaired(string name) => name switch { "fold" => true, "now" => false, _ => null };

        public string Render(Shortcode call, string? content) => $"[{call.Name} {content}]";
    }
}
