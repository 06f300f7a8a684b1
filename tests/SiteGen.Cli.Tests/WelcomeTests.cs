namespace SiteGen.Cli.Tests;

/// <summary>The program without a command, and with one that it does not know.</summary>
public sealed class WelcomeTests : IDisposable
{
    readonly SiteFolder site = new();

    readonly Sitegen.Folder empty = new();

    [Fact]
    public void Alone_it_says_how_to_begin() =>
        Assert.Equal(
            "SiteGen makes a blog of Markdown files, with interviews, tags, search and feeds.\n"
                + "There is no site in this folder. Begin one:\n\n  sitegen init my-blog\n\nAll commands: sitegen help\n",
            Output(empty.Path));

    [Fact]
    public void Alone_in_a_site_it_says_which_and_what_is_usual()
    {
        site.Write("content/posts/deep/b.md", "---\ntitle: 둘\ndate: 2025-01-24\n---\n");
        Assert.Equal(
            $"시험 ({site.Root})\n\n  sitegen new \"…\"       begins a post\n  sitegen serve --open  previews the site\n"
                + "  sitegen publish       publishes it\n\nAll commands: sitegen help\n",
            Output(site["content/posts/deep"]));
        site.Write("content/site.yml", "titel: [\n");
        Assert.Contains("sitegen new", Output(site.Root));
    }

    [Theory]
    [InlineData("biuld", "build")]
    [InlineData("Serve", "serve")]
    [InlineData("hlep", "help")]
    [InlineData("versoin", "version")]
    public void An_unknown_command_suggests_the_nearest(string typed, string meant)
    {
        var terminal = new TestTerminal(empty.Path);
        Assert.Equal(2, Program.Run([typed], terminal));
        Assert.Equal($"There is no command `{typed}`.\nDid you mean `{meant}`?\n", terminal.Errors);
    }

    [Fact]
    public void A_command_that_is_near_none_is_refused_with_the_way_to_all()
    {
        foreach (var arguments in new[] { new[] { "글쓰기" }, ["글쓰기", "--help"], ["help", "글쓰기"] })
        {
            var terminal = new TestTerminal(empty.Path);
            Assert.Equal(2, Program.Run(arguments, terminal));
            Assert.Equal("There is no command `글쓰기`.\nAll commands: sitegen help\n", terminal.Errors);
        }
    }

    [Fact]
    public void An_empty_word_is_no_command_either()
    {
        var terminal = new TestTerminal(empty.Path);
        Assert.Equal(2, Program.Run([""], terminal));
        Assert.StartsWith("There is no command ``.\n", terminal.Errors);
    }

    [Fact]
    public void Words_do_what_their_options_do()
    {
        Assert.Equal(Output(empty.Path, "--help"), Output(empty.Path, "help"));
        Assert.Equal(Output(empty.Path, "--help"), Output(empty.Path, "-h"));
        Assert.Equal(Output(empty.Path, "--help"), Output(empty.Path, "-?"));
        Assert.Equal(Output(empty.Path, "build", "--help"), Output(empty.Path, "help", "build"));
        Assert.Contains("--force", Output(empty.Path, "help", "build"));
        Assert.Equal(Output(empty.Path, "--version"), Output(empty.Path, "version"));
    }

    [Fact]
    public void A_build_on_a_terminal_ends_with_where_the_site_is()
    {
        Assert.Equal("The site is in output. See it with: sitegen serve", Build(site.Root).Split('\n')[^2]);
        Assert.Equal("The site is in ../output. See it with: sitegen serve", Build(site["content"]).Split('\n')[^2]
            .Replace(site["output"], "../output", StringComparison.Ordinal));
        Assert.Equal($"The site is in {site["output"]}. See it with: sitegen serve --source {Path.GetRelativePath(empty.Path, site.Root)}",
            Build(empty.Path, "--source", site.Root).Split('\n')[^2]);
        Assert.Equal("", Build(site.Root, "--quiet"));
    }

    static string Build(string folder, params string[] options)
    {
        var terminal = new TestTerminal(folder) { IsInteractive = true };
        Assert.Equal(0, Program.Run(["build", .. options, "--clock", "2026-01-01"], terminal));
        return terminal.Output;
    }

    static string Output(string folder, params string[] arguments)
    {
        var terminal = new TestTerminal(folder);
        Assert.Equal(0, Program.Run(arguments, terminal));
        Assert.Equal("", terminal.Errors);
        return terminal.Output;
    }

    public void Dispose()
    {
        site.Dispose();
        empty.Dispose();
    }
}
