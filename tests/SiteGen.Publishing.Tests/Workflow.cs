using SiteGen.Cli.Tests;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Publishing.Tests.Releases;

namespace SiteGen.Publishing.Tests;

/// <summary>A step of a workflow: it calls an action, or runs a script.</summary>
sealed record WorkflowStep(string? Name, string? Id, string? Uses, string? Run, string? If, IReadOnlyDictionary<string, string> Variables);

/// <summary>A workflow file of GitHub Actions, as far as publishing needs it.</summary>
sealed class Workflow
{
    readonly YamlMap root;

    Workflow(YamlMap root) => this.root = root;

    public static Workflow Read(string path)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlText.Read(new SourceText(Path.GetFileName(path), File.ReadAllText(path)), diagnostics);
        Assert.False(diagnostics.HasErrors, string.Concat(diagnostics.Sorted().Select(DiagnosticPrinter.Text)));
        return new Workflow(Assert.IsType<YamlMap>(node));
    }

    public YamlMap Job(string name) => Assert.IsType<YamlMap>(At("jobs", name));

    public YamlNode? At(params string[] keys) => keys.Aggregate((YamlNode?)root, (node, key) => (node as YamlMap)?[key]);

    public static string TextOf(YamlNode? node) => Assert.IsType<YamlScalar>(node).Text;

    public IEnumerable<string> Jobs => Assert.IsType<YamlMap>(root["jobs"]).Entries.Select(entry => entry.Key);

    public IEnumerable<WorkflowStep> Steps(string job) => Steps(Job(job));

    /// <summary>The steps of an action.</summary>
    public IEnumerable<WorkflowStep> Steps() => Steps(Assert.IsType<YamlMap>(root["runs"]));

    public WorkflowStep Step(string job, string name) => Assert.Single(Steps(job), step => step.Name == name);

    static IEnumerable<WorkflowStep> Steps(YamlMap job)
    {
        foreach (var step in Assert.IsType<YamlList>(job["steps"]).Items.Cast<YamlMap>())
        {
            var variables = (step["env"] as YamlMap)?.Entries.ToDictionary(entry => entry.Key, entry => TextOf(entry.Value),
                StringComparer.Ordinal);
            yield return new WorkflowStep(Text("name"), Text("id"), Text("uses"), Text("run"), Text("if"), variables ?? []);

            string? Text(string key) => (step[key] as YamlScalar)?.Text;
        }
    }
}

/// <summary>A machine of GitHub's on this one: runs the scripts of a workflow in a folder, with the variables that it gives them.</summary>
sealed class Runner(string workspace, string temporary)
{
    readonly string outputs = Path.Combine(temporary, "outputs");

    /// <summary>What <c>configure-pages</c> says.</summary>
    public string BaseUrl { set => Expressions["steps.pages.outputs.base_url"] = value; }

    /// <summary>Values of <c>${{ … }}</c>.</summary>
    public Dictionary<string, string> Expressions { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables that GitHub or the job sets.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Event { get; set; } = "push";

    public string Output(string name) =>
        File.ReadAllLines(outputs).Last(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>Exit code, and everything that the step said.</summary>
    public (int ExitCode, string Said) Run(WorkflowStep step)
    {
        Directory.CreateDirectory(temporary);
        var script = Path.Combine(temporary, "step.sh");
        File.WriteAllText(script, step.Run + "\n");
        return Shell.Run("bash", ["-e", script], workspace, Variables(step));
    }

    Dictionary<string, string> Variables(WorkflowStep step)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = Event,
            ["GITHUB_OUTPUT"] = outputs,
            ["GITHUB_RUN_ID"] = "1",
            ["GITHUB_WORKSPACE"] = workspace,
            ["RUNNER_TEMP"] = temporary,
            // Only these differ from GitHub: no server of the compiler outlives the test, no network is asked about packages, and the
            // analyzers have run before.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["NuGetAudit"] = "false",
            ["RunAnalyzers"] = "false",
        };
        foreach (var (name, value) in Environment)
            variables[name] = value;
        foreach (var (name, value) in step.Variables)
        {
            variables[name] = Expressions.Aggregate(value, (text, expression) =>
                text.Replace("${{ " + expression.Key + " }}", expression.Value, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(variables.Values, value => value.Contains("${{", StringComparison.Ordinal));
        Assert.DoesNotContain("${{", step.Run!);
        return variables;
    }
}
