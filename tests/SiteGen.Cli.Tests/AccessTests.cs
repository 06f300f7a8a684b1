namespace SiteGen.Cli.Tests;

/// <summary>Folders and files that the program may not read or write: every command says so, and nothing is taken for empty.</summary>
public sealed class AccessTests
{
    /// <summary>A site with a built output.</summary>
    static SiteFolder Site()
    {
        var site = new SiteFolder();
        site.Write("content/posts/b.md", "---\ntitle: 둘째 글\ndate: 2025-01-25\n---\n![그림](b/c.png)\n")
            .Write("content/posts/b/c.png", "png").Write("content/pages/about.md", "---\ntitle: 소개\n---\n")
            .Write("content/static/x.txt", "x").Write("content/data/x.yml", "a: 1\n")
            .Write("content/theme/partials/p.sbn-html", "p").Write("themes/bare/i18n/ko.yml", "posts: 글\n")
            .Write("themes/bare/static/y.txt", "y").Write("themes/bare/assets/z.css", "p {}");
        Assert.Equal(0, site.Run("build"));
        return site;
    }

    [UnprivilegedFact]
    [Trait("Category", "Slow")]
    public void What_a_build_may_not_read_is_an_error_at_its_path_and_the_output_stays()
    {
        using var site = Site();
        string[] paths =
        [
            "content/posts", "content/posts/b", "content/pages", "content/static", "content/data", "content/theme",
            "content/theme/partials", "themes", "themes/bare", "themes/bare/layouts", "themes/bare/i18n", "themes/bare/static",
            "themes/bare/assets", "content", "content/posts/b.md", "content/site.yml", "content/static/x.txt", "themes/bare/theme.yml",
            "content/posts/b/c.png",
        ];
        var before = Sitegen.Snapshot(site["output"]);
        var (_, printed) = Unprivileged.Run(site.Root, string.Concat(paths.Select(path =>
            $"chmod 000 {path}; sitegen build --clock 2026-01-01; echo {path} ended with $?; chmod 755 {path}\n")));
        foreach (var path in paths)
        {
            Assert.Contains($"{(path == "themes" ? "themes/bare" : path)}: error ", printed);
            Assert.Matches($"{path} ended with [12]\n", printed);
        }

        Assert.DoesNotContain("deleted in", printed);
        Assert.DoesNotContain("There is no theme", printed);
        Sitegen.AssertSame(before, Sitegen.Snapshot(site["output"]));
    }

    [UnprivilegedFact]
    public void A_folder_whose_names_alone_are_readable_is_an_error()
    {
        using var site = Site();
        var (code, printed) = Unprivileged.Run(site.Root,
            "chmod 444 content/posts; sitegen build --clock 2026-01-01; code=$?; chmod 755 content/posts; exit $code");
        Assert.Equal(1, code);
        Assert.Contains("content/posts/a.md: error file-unreadable: The file can't be read: permission was denied.", printed);
    }

    [UnprivilegedTheory]
    [InlineData("output/posts", "a new page")]
    [InlineData("output/posts/a", "a changed page")]
    [InlineData("output/posts/b", "a deleted page")]
    [InlineData("output", "a new file at the root")]
    [InlineData("output/assets", "a changed asset")]
    [Trait("Category", "Slow")]
    public void An_output_folder_that_may_not_be_written_is_found_before_the_first_change(string folder, string change)
    {
        using var site = Site();
        _ = change;
        site.Write("content/posts/c.md", "---\ntitle: 셋째 글\ndate: 2025-01-26\n---\n").Write("content/static/new.txt", "new")
            .Write("content/posts/a.md", "---\ntitle: 새 제목\ndate: 2025-01-24\n---\n").Write("themes/bare/assets/z.css", "p { margin: 0 }");
        File.Delete(site["content/posts/b.md"]);
        var before = Sitegen.Snapshot(site["output"]);
        var (code, printed) = Unprivileged.Run(site.Root,
            $"chmod 555 {folder}; sitegen build --clock 2026-01-01; code=$?; chmod 755 {folder}; exit $code");
        Assert.Equal(2, code);
        Assert.Contains("error output-unwritable: The folder output can't be written: Access to the path ", printed);
        Assert.EndsWith("the output was left as it was.\n", printed);
        Sitegen.AssertSame(before, Sitegen.Snapshot(site["output"]));
        Assert.Equal(0, Unprivileged.Run(site.Root, "sitegen build --clock 2026-01-01").ExitCode);
    }

    [UnprivilegedFact]
    [Trait("Category", "Slow")]
    public void No_command_takes_what_it_may_not_read_for_a_fault_of_SiteGen()
    {
        using var site = Site();
        string[] commands =
        [
            "list", "check", "check output", "stats", "search 글", "new 새글", "theme diff", "theme eject", "diff output", "init", "rules",
            "render content/posts/a.md", "publish --dry-run",
        ];
        foreach (var path in new[] { "content/posts", "themes/bare/layouts", "output/posts" })
        {
            var runs = string.Concat(commands.Select(command => $"sitegen {command} </dev/null; echo \"{command} ended with $?\"\n"));
            var (_, printed) = Unprivileged.Run(site.Root, $"chmod 000 {path}\n{runs}chmod 755 {path}\n");
            Assert.DoesNotContain("Internal failure", printed);
            Assert.DoesNotContain("ended with 3\n", printed);
            if (path != "output/posts")
                Assert.Contains("error folder-unreadable", printed);
        }
    }
}
