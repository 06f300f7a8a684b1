using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

public sealed partial class HelpTests
{
    static string Help(params string[] arguments)
    {
        var terminal = new TestTerminal(Sitegen.Repository);
        Assert.Equal(0, Sitegen.Run(terminal, [.. arguments, "--help"]));
        return terminal.Output;
    }

    static string[] Commands => [.. Regex.Matches(Help()[Help().IndexOf("Commands:", StringComparison.Ordinal)..], "(?m)^  ([a-z]+) ")
        .Select(match => match.Groups[1].Value)];

    [Theory]
    [InlineData("commands.md")]
    [InlineData("commands.ko.md")]
    public void Every_command_has_its_row_in_both_languages(string page)
    {
        Assert.Contains("new", Commands);
        Assert.All(Commands, command => Assert.Matches($@"(?m)^\| `{command}[` ]", Document(page)));
    }

    [Theory]
    [InlineData("commands.md")]
    [InlineData("commands.ko.md")]
    public void Every_option_is_documented_in_both_languages(string page)
    {
        var options = Commands.SelectMany(command => OptionName().Matches(Help(command)).Select(match => match.Groups[1].Value))
            .Where(option => option != "--help").Distinct().ToArray();
        Assert.Contains("--bundle", options);
        Assert.All(options, option => Assert.Contains("`" + option, Document(page)));
    }

    static string Document(string page) => File.ReadAllText(Path.Combine(Sitegen.Repository, "src/docs", page));

    [Fact]
    public void The_version_is_that_of_the_build_properties()
    {
        var properties = File.ReadAllText(Path.Combine(Sitegen.Repository, "src/Directory.Build.props"));
        var version = Regex.Match(properties, "<Version>(.+)</Version>").Groups[1].Value;
        Assert.Equal($"sitegen {version}\n", Sitegen.Run("--version").Output);
    }

    [Fact]
    public void A_release_says_its_commit_and_repository_too()
    {
        Assert.Equal("sitegen 0.2.0-rc.1 (0123456) https://github.com/me/sitegen",
            ProgramVersion.LineOf("0.2.0-rc.1", "0123456789abcdef", "https://github.com/me/sitegen"));
        Assert.Equal("sitegen 0.2.0", ProgramVersion.LineOf("0.2.0", null, null));
    }

    [Fact]
    public void Every_command_and_option_says_what_it_does()
    {
        foreach (var command in Commands)
        {
            var help = Help(command);
            Assert.Matches(@"^Description:\n  [A-Z].*\.\n", help);
            Assert.DoesNotMatch(@"(?m)^  (?:-[a-z], )?--[a-z-]+(?: <[^>]*>)?\s*$", help);
        }
    }

    [GeneratedRegex(@"(?m)^  (?:-\?, -h, )?(--[a-z-]+)")]
    private static partial Regex OptionName();
}
