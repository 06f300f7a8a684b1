namespace SiteGen.Cli.Tests;

public sealed class InitTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    TestTerminal terminal = new("/");

    [Fact]
    public void A_new_site_builds_without_a_word_of_complaint_and_has_no_litter()
    {
        Assert.Equal(0, Run("init", "blog"));
        Assert.Matches(@"^\d+ files written to blog\. Next:\n  cd blog\n  sitegen build\n$", terminal.Output);
        Assert.True(File.Exists(folder["blog/content/site.yml"]));
        Assert.True(File.Exists(folder["blog/.github/workflows/pages.yml"]));
        Assert.False(Directory.Exists(folder["blog/.sitegen"]));
        Assert.Equal(0, Run("build", "--source", "blog"));
        Assert.Equal("", terminal.Errors);
        Assert.True(File.Exists(folder["blog/output/index.html"]));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("content/site.yml")]
    [InlineData(".gitignore")]
    [InlineData(".github/workflows/pages.yml")]
    public void Nothing_is_written_over_or_beside_what_is_there(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder["blog/" + file])!);
        File.WriteAllText(folder["blog/" + file], "mine");
        Assert.Equal(2, Run("init", "blog"));
        Assert.Equal($"blog already holds {file}; a new site needs a new or empty folder.\n", terminal.Errors);
        Assert.Equal([file], Sitegen.Snapshot(folder["blog"]).Keys);
        Assert.Equal("mine", File.ReadAllText(folder["blog/" + file]));
    }

    [Fact]
    public void A_fresh_repository_of_git_is_empty_enough()
    {
        Directory.CreateDirectory(folder["blog/.git"]);
        File.WriteAllText(folder["blog/.git/HEAD"], "ref: x");
        Assert.Equal(0, Run("init", "blog"));
        Assert.Equal("ref: x", File.ReadAllText(folder["blog/.git/HEAD"]));
    }

    [Fact]
    public void A_folder_that_can_not_be_written_is_wrong_usage()
    {
        File.WriteAllText(folder["file"], "x");
        Assert.Equal(2, Run("init", "file"));
        Assert.Equal(2, Run("init", "file/below"));
        Assert.StartsWith("file/below can't be written: ", terminal.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Run("init"));
        Assert.Equal("x", File.ReadAllText(folder["file"]));
    }

    int Run(params string[] arguments)
    {
        terminal = new TestTerminal(folder.Path);
        return Program.Run(arguments, terminal);
    }

    public void Dispose() => folder.Dispose();
}
