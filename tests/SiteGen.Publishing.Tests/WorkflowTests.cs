using SiteGen.Cli;
using SiteGen.Cli.Tests;
using SiteGen.Core.Configuration;
using SiteGen.Publishing.Tests.Releases;
using Xunit.Abstractions;

namespace SiteGen.Publishing.Tests;

/// <summary>The workflows do what they say: their scripts run here, one after the other, in a clean clone.</summary>
public sealed class WorkflowTests(ITestOutputHelper output) : IDisposable
{
    const string PagesFile = ".github/workflows/pages.yml", Starters = "src/SiteGen.Cli/Starter/" + PagesFile;

    readonly Sitegen.Folder folder = new();

    [Theory]
    [InlineData(PagesFile)]
    [InlineData(Starters)]
    public void It_runs_on_pushes_and_daily_with_the_least_rights_and_pinned_actions(string file)
    {
        var workflow = Workflow.Read(Path.Combine(Sitegen.Repository, file));
        Assert.Equal(["push", "schedule", "workflow_dispatch"], Keys(workflow.At("on")));
        Assert.Equal(["contents read"], Pairs(workflow.At("permissions")));
        Assert.Equal(["contents read", "pages read"], Pairs(workflow.Job("build")["permissions"]));
        Assert.Equal(["pages write", "id-token write"], Pairs(workflow.Job("deploy")["permissions"]));
        Assert.Equal("pages", Workflow.TextOf(workflow.At("concurrency", "group")));
        Assert.Equal("1", Workflow.TextOf(Assert.IsType<YamlMap>(
            Assert.IsType<YamlList>(workflow.Job("build")["steps"]).Items[0])["with"] is YamlMap with ? with["fetch-depth"] : null));
        var actions = new[] { "build", "deploy" }.SelectMany(workflow.Steps).Select(step => step.Uses).OfType<string>().ToArray();
        Assert.All(actions, action => Assert.Matches(@"^actions/[a-z-]+@v\d+$", action));
        Assert.Equal(file == PagesFile
            ? ["checkout", "setup-dotnet", "cache", "configure-pages", "upload-pages-artifact", "deploy-pages"]
            : ["checkout", "configure-pages", "cache", "upload-pages-artifact", "deploy-pages"],
            actions.Select(action => action["actions/".Length..action.IndexOf('@')]));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_script_succeeds_in_a_clean_clone_and_a_scheduled_run_publishes_only_what_changed()
    {
        var clone = folder["clone"];
        Blog.GitIn(folder.Path, "clone", "--quiet", "--depth=1", "file://" + Sitegen.Repository, clone);
        using var pages = new Pages(folder["runner/site"]);
        var steps = Scripts(Path.Combine(clone, PagesFile));
        Assert.Equal(["Restore", "Test", "Compile", "Build", "Check", "Compare with what is published"], steps.Select(step => step.Name));
        var runner = new Runner(clone, folder["runner"]) { BaseUrl = pages.Url };
        foreach (var step in steps)
            Succeed(runner, step);
        Publishes(runner, pages, steps, Path.Combine(clone, "content/pages/about.md"));
        Assert.Equal("", Blog.GitIn(clone, "status", "--porcelain", "--", ".", ":!content/pages/about.md"));

        CarriedPackage(clone, pages);
        Release(clone, pages);
    }

    /// <summary>A site made by a program that was built by hand carries that program as a package, which this clone makes.</summary>
    void CarriedPackage(string clone, Pages pages)
    {
        var program = new Runner(clone, folder["pack"]);
        var (site, runner, steps) = NewSite(clone, pages);
        Assert.Contains("actions/setup-dotnet@v6", Workflow.Read(Path.Combine(site, PagesFile)).Steps("build").Select(step => step.Uses));
        var (code, said) = runner.Run(steps[0]);
        Assert.Equal(1, code);
        Assert.StartsWith("::error title=SiteGen is missing::", said);
        // What the error says helps, word for word.
        var command = said[said.IndexOf("dotnet pack", StringComparison.Ordinal)..].Trim()
            .Replace("THIS-FOLDER", $"'{site}'", StringComparison.Ordinal);
        Succeed(program, Script("Pack", command + " --no-build"));
        foreach (var step in steps)
            Succeed(runner, step);
        Publishes(runner, pages, steps, Path.Combine(site, "content/pages/about.md"));
    }

    /// <summary>A site made by a release downloads that release.</summary>
    void Release(string clone, Pages pages)
    {
        using var releases = new ReleasePage();
        releases.Add("0.2.0", $"#!/bin/sh\nexec dotnet '{clone}/src/SiteGen.Cli/bin/Release/net10.0/sitegen.dll' \"$@\"\n", "linux-x64");
        var starter = File.ReadAllText(Path.Combine(clone, Starters));
        var (site, runner, _) = NewSite(clone, pages);
        var file = Path.Combine(site, PagesFile);
        File.WriteAllText(file, StarterWorkflow.TextOf(starter, "0.2.0", releases.Repository));
        Assert.Single(File.ReadAllLines(file), line => line.Trim() == "SITEGEN_VERSION: \"0.2.0\"");
        var steps = Scripts(file);
        foreach (var step in steps)
            Succeed(runner, step);
        Publishes(runner, pages, steps, Path.Combine(site, "content/pages/about.md"));

        releases.Put("0.2.0", "sitegen-0.2.0-linux-x64.tar.gz", "something else"u8.ToArray());
        Directory.Delete(folder["runner"], recursive: true);
        Assert.NotEqual(0, runner.Run(steps[0]).ExitCode);
        Assert.False(File.Exists(folder["runner/sitegen/sitegen"]));
    }

    /// <summary>A site by <c>init</c>, and a new machine for its workflow.</summary>
    (string Site, Runner Runner, WorkflowStep[] Steps) NewSite(string clone, Pages pages)
    {
        var site = folder["내 블로그"];
        if (Directory.Exists(site))
            Directory.Delete(site, recursive: true);
        Succeed(new Runner(clone, folder["init"]), Script("Init", $"dotnet src/SiteGen.Cli/bin/Release/net10.0/sitegen.dll init '{site}'"));
        Directory.Delete(folder["runner"], recursive: true);
        pages.Clear();
        var steps = Scripts(Path.Combine(site, PagesFile));
        Assert.Equal(["Install SiteGen", "Build", "Check", "Compare with what is published"], steps.Select(step => step.Name));
        return (site, new Runner(site, folder["runner"]) { BaseUrl = pages.Url }, steps);
    }

    /// <summary>After a push everything is published; a scheduled run publishes nothing more until something is due.</summary>
    void Publishes(Runner runner, Pages pages, WorkflowStep[] steps, string text)
    {
        Assert.Equal("true", runner.Output("changed"));
        Assert.True(File.Exists(folder["runner/site/.nojekyll"]));
        Assert.False(Directory.Exists(folder["runner/site/.sitegen"]));
        Assert.Contains(pages.Url + "/about/", File.ReadAllText(folder["runner/site/sitemap.xml"]));
        pages.Publish();
        runner.Event = "schedule";
        Again();
        Assert.Equal("false", runner.Output("changed"));
        File.AppendAllText(text, "\n오늘부터 보이는 글\n");
        Again();
        Assert.Equal("true", runner.Output("changed"));

        void Again()
        {
            // Every run has a new machine.
            Directory.Delete(folder["runner/site"], recursive: true);
            foreach (var step in steps.SkipWhile(step => step.Name != "Build"))
                Succeed(runner, step);
        }
    }

    WorkflowStep[] Scripts(string file) => [.. Workflow.Read(file).Steps("build").Where(step => step.Run is not null)];

    static WorkflowStep Script(string name, string run) =>
        new(name, null, null, run, null, new Dictionary<string, string>(StringComparer.Ordinal));

    void Succeed(Runner runner, WorkflowStep step)
    {
        if (step.Name == "Test")
        {
            // It would run all tests, this one among them, and so on without end. That .ci/run itself works is seen whenever these tests
            // are run by it.
            Assert.Equal("bash .ci/run", step.Run!.Trim());
            Assert.Equal("github.event_name != 'schedule'", step.If);
            output.WriteLine("The step Test is left out: it runs the tests that this test belongs to.");
            return;
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (code, said) = runner.Run(step);
        output.WriteLine($"{step.Name}: {watch.ElapsedMilliseconds} ms");
        Assert.True(code == 0, $"The step {step.Name} ended with {code}: {said}");
    }

    static IEnumerable<string> Keys(YamlNode? map) => Assert.IsType<YamlMap>(map).Entries.Select(entry => entry.Key);

    static IEnumerable<string> Pairs(YamlNode? map) =>
        Assert.IsType<YamlMap>(map).Entries.Select(entry => entry.Key + " " + Workflow.TextOf(entry.Value));

    public void Dispose() => folder.Dispose();

    /// <summary>GitHub Pages on this machine: below /blog/ stands what was published last.</summary>
    sealed class Pages(string site) : IDisposable
    {
        readonly FileServer server = new("/blog");

        /// <summary>As configure-pages gives it.</summary>
        public string Url => server.Url;

        public void Clear() => server.Files.Clear();

        public void Publish()
        {
            Clear();
            foreach (var file in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories))
                server.Files[$"{Url}/{Path.GetRelativePath(site, file)}"] = File.ReadAllBytes(file);
        }

        public void Dispose() => server.Dispose();
    }
}
