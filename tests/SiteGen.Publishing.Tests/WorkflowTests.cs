using System.Net;
using SiteGen.Cli.Tests;
using SiteGen.Core.Configuration;
using Xunit.Abstractions;

namespace SiteGen.Publishing.Tests;

/// <summary>The workflows do what they say: their scripts run here, one after the other, in a clean clone.</summary>
public sealed class WorkflowTests(ITestOutputHelper output) : IDisposable
{
    const string Repositorys = ".github/workflows/pages.yml", Starters = "src/SiteGen.Cli/Starter/.github/workflows/pages.yml";

    readonly Sitegen.Folder folder = new();

    [Theory]
    [InlineData(Repositorys)]
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
        Assert.Equal(file == Repositorys
            ? ["checkout", "setup-dotnet", "cache", "configure-pages", "upload-pages-artifact", "deploy-pages"]
            : ["checkout", "setup-dotnet", "configure-pages", "upload-pages-artifact", "deploy-pages"],
            actions.Select(action => action["actions/".Length..action.IndexOf('@')]));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_script_succeeds_in_a_clean_clone_and_a_scheduled_run_publishes_only_what_changed()
    {
        var clone = folder["clone"];
        Blog.GitIn(folder.Path, "clone", "--quiet", "--depth=1", "file://" + Sitegen.Repository, clone);
        using var pages = new Pages(folder["runner/site"]);
        var steps = Scripts(Path.Combine(clone, Repositorys));
        Assert.Equal(["Restore", "Test", "Compile", "Build", "Check", "Compare with what is published"], steps.Select(step => step.Name));
        var runner = new Runner(clone, folder["runner"]) { BaseUrl = pages.Url };
        foreach (var step in steps)
            Succeed(runner, step);
        Publishes(runner, pages, steps, Path.Combine(clone, "content/pages/about.md"));
        Assert.Equal("", Blog.GitIn(clone, "status", "--porcelain", "--", ".", ":!content/pages/about.md"));

        StartersWorkflow(clone, pages);
    }

    /// <summary>A site that <c>init</c> has made carries the program as a package, which this clone makes.</summary>
    void StartersWorkflow(string clone, Pages pages)
    {
        var site = folder["내 블로그"];
        var program = new Runner(clone, folder["pack"]);
        Succeed(program, Script("Init", $"dotnet src/SiteGen.Cli/bin/Release/net10.0/sitegen.dll init '{site}'"));
        Directory.Delete(folder["runner"], recursive: true);
        pages.IsPublished = false;
        var runner = new Runner(site, folder["runner"]) { BaseUrl = pages.Url };
        var steps = Scripts(Path.Combine(site, ".github/workflows/pages.yml"));
        Assert.Equal(["Install SiteGen", "Build", "Check", "Compare with what is published"], steps.Select(step => step.Name));
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
    sealed class Pages : IDisposable
    {
        readonly HttpListener listener = new();
        readonly string site;
        readonly Dictionary<string, byte[]> published = new(StringComparer.Ordinal);

        public Pages(string site)
        {
            this.site = site;
            var port = GitDaemon.FreePort();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
            Url = $"http://127.0.0.1:{port}/blog";
            _ = Task.Run(Serve);
        }

        /// <summary>As configure-pages gives it, without a slash at the end.</summary>
        public string Url { get; }

        public bool IsPublished { get; set; }

        public void Publish()
        {
            published.Clear();
            foreach (var file in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories))
                published["/blog/" + Path.GetRelativePath(site, file)] = File.ReadAllBytes(file);
            IsPublished = true;
        }

        async Task Serve()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    var found = published.TryGetValue(context.Request.Url!.AbsolutePath, out var bytes) && IsPublished;
                    context.Response.StatusCode = found ? 200 : 404;
                    if (found)
                        await context.Response.OutputStream.WriteAsync(bytes);
                    context.Response.Close();
                }
                catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        public void Dispose() => ((IDisposable)listener).Dispose();
    }
}
