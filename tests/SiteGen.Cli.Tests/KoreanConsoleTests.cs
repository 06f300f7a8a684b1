using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

/// <summary>The console is Korean where the site is, and before a site is known where the environment is.</summary>
public sealed class KoreanConsoleTests
{
    const string Post = "---\ntitle: 글\ndate: 2025-01-24\n---\n\n본문입니다.\n";

    static TestTerminal Said(string folder, params string[] arguments) => SaidIn(null, folder, arguments);

    static TestTerminal SaidIn(string? locale, string folder, params string[] arguments)
    {
        var terminal = new TestTerminal(folder);
        terminal.Variables.Clear();
        if (locale is not null)
            terminal.Variables["LANG"] = locale;
        Sitegen.Run(terminal, arguments);
        return terminal;
    }

    static SiteFolder Site(string language = "ko")
    {
        var site = new SiteFolder();
        site.Write("content/site.yml", $"title: 시험\nbase_url: https://example.com/\nlanguage: {language}\n");
        site.Write("content/posts/a.md", Post);
        return site;
    }

    /// <summary>What is left without paths, options and names of keys.</summary>
    static void AssertKorean(string text)
    {
        var prose = Regex.Replace(text,
            @"<[^>]*>|\[[^\]]*\]|(https?:|--|/|\.|:)?[\w<>.:/{}""=|~\\-]*[./:_-][\w<>.:/{}""=|~\\-]*|`[^`]*`|'[^']*'", " ");
        Assert.Matches("[가-힣]", text);
        Assert.DoesNotMatch(@"(?i)\b(the|is|are|not|and|with|page|pages|post|posts|file|files|errors|there|what|written|checked)\b", prose);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    [InlineData("list", "drafts")]
    [InlineData("list", "posts")]
    [InlineData("stats")]
    [InlineData("search", "본문")]
    [InlineData("search", "없는말")]
    [InlineData("rules")]
    [InlineData("rules", "image-large")]
    [InlineData("rules", "text-nfd")]
    [InlineData("schema")]
    [InlineData("theme", "diff")]
    [InlineData("build", "--help")]
    [InlineData("publish", "--help")]
    [InlineData("theme", "--help")]
    [InlineData("help")]
    [InlineData("serve", "--port", "viele")]
    [InlineData("list", "viele")]
    [InlineData("build", "--viel")]
    [InlineData("build", "--output")]
    [InlineData("new")]
    [InlineData("new", "가", "--slug", "가/나")]
    [InlineData("new", "가", "--date", "언젠가")]
    [InlineData("build", "--output", "content")]
    [InlineData("build", "--clock", "지금")]
    [InlineData("rules", "vieles")]
    [InlineData("diff", "kein-ordner")]
    public void Every_command_speaks_Korean_in_a_Korean_site(params string[] arguments)
    {
        using var site = Site();
        var terminal = Said(site.Root, arguments);
        AssertKorean(terminal.Output + terminal.Errors);
    }

    [Fact]
    public void The_site_decides_and_not_the_environment()
    {
        using var korean = Site();
        using var english = Site("en");
        AssertKorean(SaidIn("en_US.UTF-8", korean.Root, "build").Output);
        Assert.Contains("1 post", SaidIn("ko_KR.UTF-8", english.Root, "build").Output);
        AssertKorean(SaidIn("en_US.UTF-8", Path.GetTempPath(), "build", "--source", korean.Root).Output);
        AssertKorean(SaidIn("en_US.UTF-8", english.Root, "list", "drafts", "--source", korean.Root).Output);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("build", "--source", "nirgends")]
    [InlineData("build", "--help")]
    [InlineData("viel")]
    public void Without_a_site_the_environment_decides(params string[] arguments)
    {
        var korean = SaidIn("ko_KR.UTF-8", Path.GetTempPath(), arguments);
        AssertKorean(korean.Output + korean.Errors);
        var english = SaidIn("en_US.UTF-8", Path.GetTempPath(), arguments);
        Assert.DoesNotMatch("[가-힣]", english.Output + english.Errors);
    }

    [Theory]
    [InlineData("title: *nirgends")]
    [InlineData("title: 가\n- 나")]
    [InlineData("title: \"가\\q\"")]
    [InlineData("title: !x!y 가")]
    [InlineData("title: &a &b 가")]
    [InlineData("a: {b: 1}}")]
    [InlineData("? [a]\n: b")]
    [InlineData("title: | 글")]
    [InlineData("%YAML\ntitle: 가")]
    public void Mistakes_in_YAML_are_told_in_Korean(string yaml)
    {
        using var site = Site();
        site.Write("content/posts/b.md", $"---\n{yaml}\n---\n본문\n");
        var errors = Said(site.Root, "build").Errors;
        Assert.Contains("yaml-syntax", errors);
        AssertKorean(string.Join('\n',
            errors.Split('\n').Where(line => !Regex.IsMatch(line, @"^  +\d* \|"))).Replace("error yaml-syntax", ""));
    }

    [Fact]
    public void Warnings_are_grouped_unless_all_are_asked_for()
    {
        using var site = Site();
        for (var i = 0; i < 5; i++)
            site.Write($"content/posts/p{i}.md", Post.Replace("title", "mood: 좋음\ntitle", StringComparison.Ordinal));
        var grouped = Said(site.Root, "build");
        Assert.Contains("(5번)", grouped.Errors);
        Assert.Single(Regex.Matches(grouped.Errors, "warning front-matter-unknown-key"));
        Assert.Contains("--all", grouped.Errors);
        Assert.Equal(5, Regex.Count(Said(site.Root, "build", "--all").Errors, "warning front-matter-unknown-key"));
        Assert.Equal(1, Regex.Count(Said(site.Root, "build", "--format", "json").Errors, "\"rule\""));
        Assert.Contains("\"count\": 5", Said(site.Root, "build", "--format", "json").Errors);
        Assert.Equal(5, Regex.Count(Said(site.Root, "build", "--format", "json", "--all").Errors, "\"rule\""));
        Assert.Equal(1, Regex.Count(Said(site.Root, "build", "--format", "github").Errors, "::warning"));
    }
}
