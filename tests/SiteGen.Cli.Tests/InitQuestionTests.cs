using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli.Tests;

/// <summary>What <c>init</c> asks, what it takes for an answer, and what it writes into the new site.</summary>
public sealed class InitQuestionTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    TestTerminal terminal = new("/");

    [Fact]
    public void Everything_is_asked_for_on_a_terminal_and_stands_in_the_new_site()
    {
        Assert.Equal(0, Answer(["en", "Notes & Queries", "Jane/notes", "Jane", "jane@example.com"], "init", "blog"));
        Assert.Equal(
            [
                "Language of the blog, ko (한국어) or en (English) [ko]: ",
                "Title of the blog [My Interview Blog]: ",
                "Address of the blog, or user and repository on GitHub (NAME/REPOSITORY) [https://example.github.io/]: ",
                "Name of the author [The author]: ",
                "E-mail address for feeds (may stay empty): ",
            ],
            terminal.Questions);
        var config = Config("blog");
        Assert.Equal(("Notes & Queries", "en", "Jane", "jane@example.com"),
            (config.Title, config.Language, config.Author.Name, config.Author.Email));
        Assert.Equal(new SiteAddress("https://jane.github.io", "/notes/"), config.Address);
        Assert.StartsWith("# Notes & Queries\n", Text("blog/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Enter_takes_the_default_and_an_option_is_not_asked_for()
    {
        Assert.Equal(0, Answer(["", "", "", ""], "init", "blog", "--title", "모퉁이"));
        Assert.Equal(4, terminal.Questions.Count);
        Assert.DoesNotContain(terminal.Questions, question => question.StartsWith("Title", StringComparison.Ordinal));
        var config = Config("blog");
        Assert.Equal(("모퉁이", "ko", "글쓴이", null), (config.Title, config.Language, config.Author.Name, config.Author.Email));
    }

    [Fact]
    public void A_wrong_answer_is_explained_and_asked_for_again()
    {
        Assert.Equal(0, Answer(["fr", "en", "", "blog.example.com", "https://blog.example.com", "", "jane", ""], "init", "blog"));
        Assert.Equal(
            "“fr” is no language of the starter. Write ko or en.\n"
                + "“blog.example.com” is no address of a site: it must begin with https:// or http://. "
                + "Write it as https://name.github.io/repository/.\n"
                + "“jane” is no e-mail address. Write it as name@example.com.\n",
            terminal.Errors);
        Assert.Equal(new SiteAddress("https://blog.example.com", "/"), Config("blog").Address);
    }

    [Fact]
    public void The_end_of_input_takes_the_defaults()
    {
        Assert.Equal(0, Answer(["en", null], "init", "blog"));
        Assert.Equal(2, terminal.Questions.Count);
        Assert.Equal("My Interview Blog", Config("blog").Title);
    }

    [Fact]
    public void Questions_are_in_the_language_of_the_blog()
    {
        terminal = new TestTerminal(folder.Path) { Answers = new(["ko", null]) };
        terminal.Variables.Clear();
        Assert.Equal(0, Program.Run(["init", "blog"], terminal));
        Assert.Equal("블로그 제목 [나의 인터뷰 블로그]: ", terminal.Questions[1]);
        Assert.Contains("blog에 파일 ", terminal.Output);
        Assert.EndsWith("다음에 할 일:\n  cd blog\n  sitegen serve --open\n", terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language", "fr", "--language: “fr” is no language")]
    [InlineData("--base-url", "nowhere at all", "--base-url: “nowhere at all” is no address of a site")]
    [InlineData("--github", "jane/a b", "--github: “jane/a b” is no repository")]
    [InlineData("--email", "jane@", "--email: “jane@” is no e-mail address")]
    [InlineData("--title", " ", "--title: “” is empty.")]
    [InlineData("--author", "a\nb", "--author: “")]
    public void A_wrong_option_is_wrong_usage_and_nothing_is_written(string option, string value, string said)
    {
        Assert.Equal(2, Answer([], "init", "blog", option, value));
        Assert.StartsWith(said, terminal.Errors, StringComparison.Ordinal);
        Assert.Empty(terminal.Questions);
        Assert.False(Directory.Exists(folder["blog"]));
    }

    [Fact]
    public void The_address_is_named_once()
    {
        Assert.Equal(2, Answer([], "init", "blog", "--base-url", "https://a.example/", "--github", "jane/notes"));
        Assert.StartsWith("--base-url and --github both name the address", terminal.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jane", "https://jane.github.io/")]
    [InlineData("Jane/Jane.github.io", "https://jane.github.io/")]
    [InlineData("jane/My.Notes", "https://jane.github.io/My.Notes/")]
    [InlineData("https://github.com/jane/notes.git", "https://jane.github.io/notes/")]
    public void GitHubs_names_make_the_address(string written, string address)
    {
        Assert.Equal(0, Answer([], "init", "blog", "--github", written));
        Assert.Contains($"\nbase_url: \"{address}\"\n", Text("blog/content/site.yml"));
    }

    [Theory]
    [InlineData("\"말\" 그리고 'say' \\ 뒤집기")]
    [InlineData("주석 # 아님: 제목")]
    [InlineData("- [목록] {아님} &a *b !c %d @e `f`")]
    [InlineData("👩‍👩‍👧 가족 $author $today")]
    [InlineData("yes")]
    [InlineData("1e3")]
    public void A_title_is_the_very_one_that_was_asked_for(string title)
    {
        Assert.Equal(0, Answer([], "init", "blog", "--title", title, "--author", title));
        var config = Config("blog");
        Assert.Equal((title, title), (config.Title, config.Author.Name));
    }

    [Fact]
    public void Without_a_folder_the_empty_one_is_taken_else_one_is_asked_for()
    {
        Assert.Equal(0, Answer([], "init"));
        Assert.EndsWith("Next:\n  sitegen serve --open\n", terminal.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["content/site.yml"]));

        Assert.Equal(0, Answer(["내 블로그"], "init"));
        Assert.StartsWith("This folder already holds ", terminal.Errors, StringComparison.Ordinal);
        Assert.Contains("\n  cd \"내 블로그\"\n", terminal.Output);
        Assert.True(File.Exists(folder["내 블로그/content/site.yml"]));

        Assert.Equal(2, Run("init"));
        Assert.EndsWith("Name one: `sitegen init my-blog`\n", terminal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Serve_offers_to_make_a_site_where_there_is_none()
    {
        terminal = new TestTerminal(folder.Path) { Answers = new(["y", "en", null]) };
        terminal.Pressed.Enqueue('q');
        Assert.Equal(0, Program.Run(["serve", "--port", "0"], terminal));
        Assert.Equal("There is no site here. Make one? [y/N] ", terminal.Questions[0]);
        Assert.Contains("Preview at http://127.0.0.1:", terminal.Output);
        Assert.Equal("en", Config("").Language);
    }

    [Fact]
    public void Serve_makes_no_site_unasked()
    {
        foreach (var answers in new Queue<string?>?[] { null, new([""]), new([null]) })
        {
            terminal = new TestTerminal(folder.Path) { Answers = answers };
            Assert.Equal(2, Program.Run(["serve", "--port", "0"], terminal));
            Assert.EndsWith("Make one with: sitegen init DIR\n", terminal.Errors, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        }
    }

    int Run(params string[] arguments) => Program.Run(arguments, terminal = new TestTerminal(folder.Path));

    int Answer(string?[] answers, params string[] arguments) =>
        Program.Run(arguments, terminal = new TestTerminal(folder.Path) { Answers = new(answers) });

    string Text(string path) => File.ReadAllText(folder[path]);

    SiteConfig Config(string site)
    {
        var diagnostics = new DiagnosticBag();
        var config = SiteConfigReader.Read(new DiskFiles(folder[site]), diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return config;
    }

    public void Dispose() => folder.Dispose();
}
