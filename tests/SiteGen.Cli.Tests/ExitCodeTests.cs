using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(ExitCode.Done, "")]
    [InlineData(ExitCode.Content, "front-matter-date")]
    [InlineData(ExitCode.Usage, "config-required front-matter-date")]
    [InlineData(ExitCode.Failure, InternalFault.Rule)]
    [InlineData(ExitCode.Failure, "front-matter-date internal")]
    [InlineData(ExitCode.Failure, "config-required internal output-unwritable")]
    public void A_fault_of_the_program_outweighs_every_mistake_of_the_author(int code, string rules)
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Warning("markup-foreign", "A warning.", SourcePlace.Nowhere);
        foreach (var rule in rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            diagnostics.Error(rule, "An error.", SourcePlace.OfFile("content/posts/a.md"));
        Assert.Equal(code, DiagnosticOutput.ExitCodeOf(diagnostics));
    }
}
