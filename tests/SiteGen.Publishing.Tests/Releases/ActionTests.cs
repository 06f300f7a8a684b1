using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>The action <c>build</c>: installs a release, builds and checks the site of another repository.</summary>
[Trait("Category", "Slow")]
public sealed class ActionTests : IDisposable
{
    readonly Sitegen.Folder folder = new();
    readonly ReleasePage releases = new();
    readonly Runner runner;

    public ActionTests()
    {
        runner = new Runner(folder["blog"], folder["runner"]);
        runner.Environment["GITHUB_ACTION_PATH"] = Path.Combine(Sitegen.Repository, ".github/actions/build");
        runner.Environment["HOME"] = folder["home"];
        foreach (var (name, value) in new[]
            {
                ("github.server_url", releases.Repository[..^"/me/sitegen".Length]), ("github.action_repository", "me/sitegen"),
                ("github.action_ref", "main"), ("inputs.version", ""), ("inputs.source", "site"), ("inputs.output", "site/나온 곳"),
                ("inputs.base-url", "https://example.com/blog/"),
            })
            runner.Expressions[name] = value;
        var program = Path.Combine(AppContext.BaseDirectory, "sitegen.dll");
        foreach (var version in new[] { "0.1.0", "0.2.0" })
        {
            var script = $"#!/bin/sh\necho this is {version}\nexec dotnet '{program}' \"$@\"\n";
            releases.Add(version, script, "linux-x64", "linux-arm64", "osx-arm64");
        }

        Sitegen.Run($"init \"{folder["blog/site"]}\"");
    }

    [FactWith("sh", "curl", "bash")]
    public void The_latest_release_builds_and_checks_the_site()
    {
        Assert.Contains("this is 0.2.0", Run());
        Assert.Contains("https://example.com/blog/about/", File.ReadAllText(folder["blog/site/나온 곳/sitemap.xml"]));
        Assert.False(Directory.Exists(folder["blog/site/output/about"]));
    }

    [FactWith("sh", "curl", "bash")]
    public void The_actions_tag_or_the_input_chooses_the_version()
    {
        runner.Expressions["github.action_ref"] = "v0.1.0";
        Assert.Contains("this is 0.1.0", Run());
        runner.Expressions["inputs.version"] = "0.2.0";
        Assert.Contains("this is 0.2.0", Run());
    }

    [FactWith("sh", "curl", "bash")]
    public void Mistakes_of_the_site_fail_the_step_as_annotations()
    {
        File.WriteAllText(folder["blog/site/content/pages/about.md"], "---\ntitle: 소개\n---\n\n[없는 절](#nowhere)\n");
        var steps = Steps();
        Assert.Equal(0, runner.Run(steps[0]).ExitCode);
        Assert.Equal(0, runner.Run(steps[1]).ExitCode);
        var (code, said) = runner.Run(steps[2]);
        Assert.Equal(1, code);
        Assert.Contains("::error file=", said);
    }

    static WorkflowStep[] Steps() =>
        [.. Workflow.Read(Path.Combine(Sitegen.Repository, ".github/actions/build/action.yml")).Steps()];

    string Run() => string.Concat(Steps().Select(step =>
    {
        var (code, said) = runner.Run(step);
        Assert.True(code == 0, $"The step {step.Name} ended with {code}: {said}");
        return said;
    }));

    public void Dispose()
    {
        releases.Dispose();
        folder.Dispose();
    }
}
