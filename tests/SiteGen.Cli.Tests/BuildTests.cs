using System.Text.Json;
using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

public sealed class BuildTests : IDisposable
{
    readonly SiteFolder site = new();

    static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public void A_build_says_what_it_did_and_what_it_held_back_and_ends_with_0()
    {
        Assert.Equal(0, site.Run("build"));
        Assert.Matches(@"^\d+ pages, 1 post: \d+ files written, 0 unchanged, 0 deleted in \d+ ms\n", site.Output);
        Assert.EndsWith(
            """
            1 post is held back until 2026-02-01 09:00 +09:00
              나중 글 (content/posts/later.md)
            1 post is not published: a draft
              초안 (content/posts/draft.md)
            1 post has expired
              지나간 글 (content/posts/gone.md)

            """, site.Output, StringComparison.Ordinal);
        Assert.Equal("", site.Errors);
        Assert.Equal(0, site.Run("build"));
        Assert.Matches(@": 0 files written, \d+ unchanged, 0 deleted", site.Output);
    }

    [Fact]
    public void Posts_held_back_until_one_instant_are_told_together_and_not_more_than_ten_of_a_kind()
    {
        // One instant, written in two zones; a page that waits too; a dozen posts that come later.
        site.Write("content/posts/same.md", "---\ntitle: 같은 때\ndate: 2025-01-01\npublish_date: 2026-02-01T00:00:00Z\n---\n")
            .Write("content/pages/about.md", "---\ntitle: 소개\npublish_date: 2026-01-15\n---\n");
        for (var day = 10; day < 22; day++)
            site.Write($"content/posts/{day}.md", $"---\ntitle: 글 {day}\ndate: 2026-02-{day}\n---\n");
        Assert.Equal(0, site.Run("build"));
        Assert.Contains(
            """
            1 page is held back until 2026-01-15 00:00 +09:00
              소개 (content/pages/about.md)
            2 posts are held back until 2026-02-01 09:00 +09:00
              나중 글 (content/posts/later.md)
              같은 때 (content/posts/same.md)
            1 post is held back until 2026-02-10 00:00 +09:00
              글 10 (content/posts/10.md)

            """, site.Output);
        Assert.Contains("  글 16 (content/posts/16.md)\n  and 5 more; see them with: sitegen list future\n", site.Output);
        Assert.DoesNotContain("글 17", site.Output);
        Assert.Equal(0, site.Run("build", "--quiet"));
        Assert.Equal("", site.Output);
        Assert.Equal(0, site.RunAt("2030-01-01", "build", "--drafts"));
        Assert.DoesNotContain("held back", site.Output);
        Assert.DoesNotContain("draft", site.Output);
    }

    [Fact]
    public void Timings_name_the_stages_and_the_kinds_of_routes()
    {
        Assert.Equal(0, site.Run("build", "--timings"));
        Assert.All(
            ["compare", "scan", "read", "model", "plan", "PageRoute", "put in place", "render and write"],
            stage => Assert.Matches($@"(?m)^ +[\d.]+ ms +[\d.]+ MiB  {stage}\b", site.Output));
    }

    [Fact]
    public void Drafts_and_later_posts_are_published_when_asked_for()
    {
        Assert.Equal(0, site.Run("build", "--drafts", "--future", "--quiet"));
        Assert.True(File.Exists(site["output/posts/draft/index.html"]));
        Assert.True(File.Exists(site["output/posts/later/index.html"]));
        Assert.False(File.Exists(site["output/posts/gone/index.html"]));
        Assert.Equal("", site.Output);
        Assert.Equal(0, site.Run("build"));
        Assert.False(File.Exists(site["output/posts/draft/index.html"]));
    }

    [Theory]
    [InlineData("2026-02-01 08:59", false)]
    [InlineData("2026-02-01 09:00", true)]
    [InlineData("2026-02-01T00:00:00Z", true)]
    public void The_clock_decides_which_posts_are_later(string clock, bool isPublished)
    {
        Assert.Equal(0, site.RunAt(clock, "build"));
        Assert.Equal(isPublished, File.Exists(site["output/posts/later/index.html"]));
    }

    [Fact]
    public void A_mistake_in_a_text_ends_with_1_and_one_in_the_configuration_with_2()
    {
        site.Write("content/posts/b.md", "---\ntitle: 글\n---\n");
        Assert.Equal(1, site.Run("build"));
        Assert.Equal(
            """
            content/posts/b.md:1:1: error front-matter-required: The post has no date.
              1 | ---
                | ^
              hint: Add a line `date: 2025-01-24`, or begin the file's name with 2025-01-24-.
            1 error: the output was left as it was.

            """, site.Errors);
        Assert.Equal("", site.Output);
        Assert.False(Directory.Exists(site["output"]));
        site.Write("content/site.yml", "title: 시험\ntheme: bare\npagniate: 3\n");
        Assert.Equal(2, site.Run("build"));
        Assert.Contains("content/site.yml:3:1: error config-unknown-key", site.Errors);
        Assert.Contains("content/posts/b.md:1:1: error front-matter-required", site.Errors);
        Assert.EndsWith("2 errors: the output was left as it was.\n", site.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_alone_do_not_stop_a_build()
    {
        site.Write("content/notes.txt", "x");
        Assert.Equal(0, site.Run("build", "--quiet"));
        Assert.StartsWith("content/notes.txt: warning content-place: ", site.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(site["output/index.html"]));
    }

    [Fact]
    public void Diagnostics_can_be_read_by_programs()
    {
        site.Write("content/posts/b.md", "---\ntitle: 글: 부제, 100%\ndate: 2025-01-01\n---\n");
        Assert.Equal(1, site.Run("build", "--format", "json"));
        using var json = JsonDocument.Parse(site.Errors);
        var found = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("error", found.GetProperty("severity").GetString());
        Assert.Equal("yaml-syntax", found.GetProperty("rule").GetString());
        Assert.Equal("content/posts/b.md", found.GetProperty("path").GetString());
        Assert.Equal((2, 9), (found.GetProperty("line").GetInt32(), found.GetProperty("column").GetInt32()));
        Assert.Equal(1, site.Run("build", "--format", "github"));
        Assert.Equal(
            "::error file=content/posts/b.md,line=2,col=9,title=yaml-syntax::A value that holds a colon needs quotes. (Write it as `title: "
                + "\"글: 부제, 100%25\"`.)\n", site.Errors);
        Assert.Equal(0, site.Run("list", "--format", "json", "--source", Sitegen.Repository));
    }

    [Theory]
    [InlineData("--output", ".", "holds the site itself")]
    [InlineData("--output", "content/out", "lies inside content/")]
    [InlineData("--output", "themes", "lies inside themes/")]
    [InlineData("--output", "content/site.yml", "lies inside content/")]
    [InlineData("--output", "", "holds the site itself")]
    [InlineData("--base-url", "example.com", "is no address of a site")]
    [InlineData("--source", "content", "is no site")]
    [InlineData("--format", "xml", "xml")]
    [InlineData("--frmat", "text", "--frmat")]
    [InlineData("--clock", "soon", "“soon” is not written as a date")]
    public void Wrong_usage_ends_with_2_and_touches_nothing(string option, string value, string said)
    {
        var before = Sitegen.Snapshot(site.Root);
        Assert.Equal(2, site.RunIn(site.Root, NoVariables, "build", option, value));
        Assert.Contains(said, site.Errors);
        Assert.Equal("", site.Output);
        Sitegen.AssertSame(before, Sitegen.Snapshot(site.Root));
    }

    [Fact]
    public void An_unknown_theme_of_the_command_line_is_not_looked_for_in_the_configuration()
    {
        Assert.Equal(2, site.Run("build", "--theme", "none"));
        Assert.Contains("There is no theme “none”; looked for themes/none/theme.yml.", site.Errors);
        Assert.DoesNotContain("theme: bare", site.Errors);
    }

    [Theory]
    [InlineData("file.txt/below")]
    [InlineData("/proc/sitegen")]
    public void An_output_that_can_not_be_written_ends_with_2(string output)
    {
        site.Write("file.txt", "x");
        Assert.Equal(2, site.Run("build", "--output", output));
        Assert.Contains($"error output-unwritable: The folder {output} can't be written: ", site.Errors);
    }

    [Fact]
    public void A_folder_of_strangers_files_needs_force()
    {
        site.Write("elsewhere/mine.txt", "mine");
        Assert.Equal(2, site.Run("build", "--output", "elsewhere"));
        Assert.Contains("The folder elsewhere holds files that SiteGen did not write, such as mine.txt.", site.Errors);
        Assert.Equal(0, site.Run("build", "--output", "elsewhere", "--force"));
        Assert.Equal("mine", File.ReadAllText(site["elsewhere/mine.txt"]));
    }

    [Fact]
    public void The_address_comes_from_the_option_then_the_environment_then_the_configuration()
    {
        string Canonical() => Regex.Match(File.ReadAllText(site["output/posts/a/index.html"]), "href=\"(.*?)\"").Groups[1].Value;
        var variables = new Dictionary<string, string> { ["SITEGEN_BASE_URL"] = "https://env.example/blog/" };
        Assert.Equal(0, site.RunIn(site.Root, NoVariables, "build"));
        Assert.Equal("https://example.com/posts/a/", Canonical());
        Assert.Equal(0, site.RunIn(site.Root, variables, "build"));
        Assert.Equal("https://env.example/blog/posts/a/", Canonical());
        Assert.Equal(0, site.RunIn(site.Root, variables, "build", "--base-url", "https://option.example/"));
        Assert.Equal("https://option.example/posts/a/", Canonical());
        variables["SITEGEN_BASE_URL"] = "nonsense";
        Assert.Equal(2, site.RunIn(site.Root, variables, "build"));
        Assert.Contains("nonsense", site.Errors);
    }

    [Fact]
    public void The_site_is_found_from_a_folder_inside_it_and_else_missed()
    {
        Assert.Equal(0, site.RunIn(site["content/posts"], NoVariables, "build"));
        Assert.True(File.Exists(site["output/index.html"]));
        Assert.Equal(2, site.RunIn(site[".."], NoVariables, "build"));
        Assert.Contains("There is no site in ", site.Errors);
        Assert.Equal(0, site.RunIn(site[".."], NoVariables, "build", "--source", "site", "--output", "out"));
        Assert.True(File.Exists(site["../out/index.html"]));
    }

    [Fact]
    public void A_fault_of_the_program_itself_ends_with_3_and_says_so()
    {
        var terminal = new TestTerminal("\0");
        Assert.Equal(3, Program.Run(["build"], terminal));
        Assert.StartsWith("Internal failure, a fault of SiteGen and not of your files:\n", terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_in_a_process_of_its_own_ends_with_the_same_codes()
    {
        Assert.Equal(0, Sitegen.Run($"build --source \"{site.Root}\" --quiet").ExitCode);
        site.Write("content/posts/b.md", "");
        var (code, output, error) = Sitegen.Run($"build --source \"{site.Root}\"");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("content/posts/b.md:1:1: error document-empty: The file is empty.\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', error);
        Assert.Equal(2, Sitegen.Run("bulid").ExitCode);
    }

    public void Dispose() => site.Dispose();
}
