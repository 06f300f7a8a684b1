using System.Text.RegularExpressions;

namespace SiteGen.Cli.Tests;

public sealed class HelpTests
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
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    public void Every_command_has_its_row_in_both_guides(string guide)
    {
        var text = File.ReadAllText(Path.Combine(Sitegen.Repository, guide));
        Assert.Contains("new", Commands);
        Assert.All(Commands, command => Assert.Matches($@"(?m)^\| `{command}[` ]", text));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    public void Every_option_of_new_is_in_both_guides(string guide)
    {
        var text = File.ReadAllText(Path.Combine(Sitegen.Repository, guide));
        var options = Regex.Matches(Help("new"), @"(?m)^  (?:-\?, -h, )?(--[a-z-]+)").Select(match => match.Groups[1].Value)
            .Where(option => option != "--help").ToArray();
        Assert.Contains("--bundle", options);
        Assert.All(options, option => Assert.Contains("`" + option, text));
    }

    [Fact]
    public void The_version_is_that_of_the_build_properties()
    {
        var properties = File.ReadAllText(Path.Combine(Sitegen.Repository, "src/Directory.Build.props"));
        Assert.Equal(Regex.Match(properties, "<Version>(.+)</Version>").Groups[1].Value + "\n", Sitegen.Run("--version").Output);
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
}
