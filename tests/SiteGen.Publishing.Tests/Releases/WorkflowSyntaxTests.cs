using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>What holds for every workflow and action, those too that can't run on this machine.</summary>
public sealed class WorkflowSyntaxTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    [FactWith("bash")]
    public void Scripts_parse_take_values_from_variables_only_and_actions_have_their_version()
    {
        var files = new[] { ".github/workflows", ".github/actions", "src/SiteGen.Cli/Starter/.github" }
            .SelectMany(below => Directory.EnumerateFiles(Path.Combine(Sitegen.Repository, below), "*.yml", SearchOption.AllDirectories));
        Assert.All(files, Check);
    }

    void Check(string file)
    {
        var workflow = Workflow.Read(file);
        var steps = workflow.At("jobs") is null ? workflow.Steps() : workflow.Jobs.SelectMany(workflow.Steps);
        Assert.All(steps, step =>
        {
            Assert.NotEqual(step.Uses is null, step.Run is null);
            if (step.Uses is { } action)
                Assert.Matches(@"^actions/[a-z-]+@v\d+$", action);
            if (step.Run is { } script)
                AssertParses(script);
        });
        if (workflow.At("jobs") is not null)
            Assert.Equal("read", Workflow.TextOf(workflow.At("permissions", "contents")));
    }

    [FactWith("bash")]
    public void Scripts_of_the_repository_parse()
    {
        var scripts = Directory.GetFiles(Path.Combine(Sitegen.Repository, ".github/scripts"), "*.sh");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => AssertParses(File.ReadAllText(script)));
    }

    // A value that is pasted into a script could be a script.
    void AssertParses(string script)
    {
        Assert.DoesNotContain("${{", script);
        File.WriteAllText(folder["script"], script);
        Assert.Equal((0, ""), Shell.Run("bash", ["-n", folder["script"]], folder.Path, new Dictionary<string, string>()));
    }

    public void Dispose() => folder.Dispose();
}
