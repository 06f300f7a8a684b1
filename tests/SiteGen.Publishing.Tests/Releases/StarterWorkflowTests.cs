using SiteGen.Cli;
using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>Which workflow a new site gets. That both work is seen by <see cref="WorkflowTests"/>.</summary>
public sealed class StarterWorkflowTests : IDisposable
{
    static readonly string Starter =
        File.ReadAllText(Path.Combine(Sitegen.Repository, "src/SiteGen.Cli/Starter/.github/workflows/pages.yml"));

    readonly Sitegen.Folder folder = new();

    [Fact]
    public void A_release_is_pinned_in_one_line_and_its_repository_in_another()
    {
        var text = StarterWorkflow.TextOf(Starter, "1.2.3", "https://github.com/me/sitegen");
        var lines = text.Split('\n').Except(Starter.Split('\n')).Select(line => line.Trim());
        Assert.Equal(["SITEGEN_VERSION: \"1.2.3\"", "SITEGEN_REPOSITORY: https://github.com/me/sitegen"], lines);
        Assert.DoesNotContain("tools/", text);
    }

    [Fact]
    public void A_program_built_by_hand_writes_the_workflow_that_installs_the_carried_package()
    {
        Assert.Equal(0, Sitegen.Run($"init \"{folder["blog"]}\"").ExitCode);
        var file = folder["blog/.github/workflows/pages.yml"];
        var steps = Workflow.Read(file).Steps("build").ToList();
        Assert.Equal(Workflow.Read(Path.Combine(Sitegen.Repository, "src/SiteGen.Cli/Starter/.github/workflows/pages.yml"))
            .Steps("build").Select(step => step.Name).OfType<string>(), steps.Select(step => step.Name).OfType<string>());
        Assert.Contains("tools", Assert.Single(steps, step => step.Name == "Install SiteGen").Run);
        var text = File.ReadAllText(file);
        Assert.DoesNotContain("OWNER", text);
        Assert.DoesNotContain("SITEGEN_VERSION", text);
    }

    public void Dispose() => folder.Dispose();
}
