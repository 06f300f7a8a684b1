using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

public sealed class NewDocumentTests
{
    static readonly BuildOptions Options = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Drafts = true, Future = true };

    /// <summary>The archetypes of maru over a theme that is read in no time, since the site is read anew for each title.</summary>
    static readonly TestSite Empty = WithArchetypes(TestSite.Bare());

    static readonly Site Site = SiteBuilder.Plan(Empty.Files, Options, new DiagnosticBag()).Site;

    static TestSite WithArchetypes(TestSite site)
    {
        foreach (var kind in new[] { "post", "interview", "page" })
            site.Files.Add($"content/theme/archetypes/{kind}.sbn-md", Repository.Read($"themes/maru/archetypes/{kind}.sbn-md"));
        return site;
    }

    /// <summary>What YAML, Scriban, Markdown or Unicode give a meaning to.</summary>
    static readonly string[] Pieces =
    [
        "가", "힣", "각", "\u1100\u1161", "ㅋ", "a", "Z", "0", "9", " ", "  ", "\u00A0", "\u3000", "\u200B", "\u00AD", "\uFEFF", "\"", "'",
        "\\", "\\n", "\\u0041", ":", ": ", "#", " #", "-", "---", "- ", "...", "?", "? ",
        "[", "]", "{", "}", "{{", "}}", "{%", ",", "&", "*", "&a", "*a", "!", "!!int", "|", "|-", ">", "@", "`", "%", "%YAML", "~", "null",
        "true", "no", "1e3", "0x1F", "2025-01-24", "<b>", "&amp;", "“", "”", "…", "🎉", "👨‍👩‍👧‍👦",
        "é", "e\u0301", "ß", "İ", "\u0000", "\u0007", "\u001B[31m", "\t", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\uD83C", "\uDF89",
        "\uFFFE", "\uFFFF", "\uFFFD", "\uE000", "\uFDD0", "\U0010FFFF", "\U0001F1F0\U0001F1F7", "\u202E", "\u0E33",
    ];

    static IEnumerable<string> Titles()
    {
        foreach (var piece in Pieces)
            yield return piece;
        var random = new Random(20_250_124);
        for (var i = 0; i < 400; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        // Clean ones too, since a nasty piece is in nearly every long mixture.
        var clean = Array.FindAll(Pieces, piece => piece.Trim().Length > 0 && NewDocument.TitleProblem(piece) is null);
        for (var i = 0; i < 400; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(2, 30)).Select(_ => clean[random.Next(clean.Length)]));
        yield return string.Concat(Enumerable.Repeat("제목: \"따옴표\" #1 ", 800));
        yield return new string('\\', 10_000);
    }

    [Fact]
    public void Any_title_is_refused_with_a_reason_or_read_back_as_it_was_written()
    {
        var (made, refused) = (0, 0);
        foreach (var title in Titles())
        {
            if (NewDocument.TitleProblem(title) is { } problem)
            {
                Assert.Matches("^(is|holds) ", problem.ToString());
                refused++;
                continue;
            }

            AssertReadBack((made++ % 3) switch { 0 => "post", 1 => "interview", _ => "page" }, title);
        }

        Assert.True(made > 400, $"{made} titles were made");
        Assert.True(refused > 50, $"{refused} titles were refused");
    }

    static void AssertReadBack(string kind, string title)
    {
        title = Nfc.Normalize(title.Trim());
        var slug = Slug.OfName(title, Site.Config, out _) ?? "slug";
        var wish = new NewDocumentRequest(kind, title, slug, kind == "page" ? null : Options.Now,
            Bundle: false)
        { Speakers = [new Speaker(title, "host"), new Speaker("손님", "guest")], Source = "https://example.com/" };
        var diagnostics = new DiagnosticBag();
        var made = NewDocument.Make(Site, wish, Options, diagnostics);
        Assert.True(made is not null, $"{kind} “{title}”: {string.Concat(diagnostics.Sorted().Select(DiagnosticPrinter.Text))}");
        Assert.True(Encoding.UTF8.GetByteCount(made.Path.Split('/')[^1]) <= 255, made.Path);

        var plan = SiteBuilder.Plan(new OverlayFiles(Empty.Files, made.Path, Encoding.UTF8.GetBytes(made.Text)), Options, diagnostics);
        var page = Assert.Single(plan.Site.All);
        Assert.Equal(title, page.FrontMatter.Title);
        Assert.Equal(title, page.Title);
        Assert.Equal(slug, page.FrontMatter.Slug);
        if (kind == "interview")
            Assert.Equal([title, "손님"], page.FrontMatter.Speakers.Select(speaker => speaker.Name));
    }

    [Fact]
    public void A_title_that_a_build_would_refuse_is_refused_at_once()
    {
        foreach (var title in Titles().Where(title => NewDocument.TitleProblem(title) is null))
            Assert.DoesNotContain(title, char.IsControl);
        foreach (var title in new[] { "", " ", "\u3000", "a\nb", "a\tb", "a\u0007b", "\uD83C" })
            Assert.NotNull(NewDocument.TitleProblem(title));
    }

    [Fact]
    public void A_file_appears_in_the_lists_of_its_own_folder_only()
    {
        var files = new OverlayFiles(Empty.Files, "content/posts/b.md", [1, 2, 3]);
        Assert.Equal(["content/posts/b.md"], files.List("content/posts").Select(file => file.Path));
        Assert.Contains(files.List("content"), file => file.Path == "content/posts/b.md");
        Assert.DoesNotContain(files.List("themes/bare"), file => file.Path == "content/posts/b.md");
        Assert.Empty(files.List("content/post"));
        Assert.True(files.Exists("content/posts/b.md"));
        Assert.Equal([1, 2], files.ReadHead("content/posts/b.md", 2));
        Assert.Equal(Empty.Files.List("themes/bare"), files.List("themes/bare"));
    }
}
