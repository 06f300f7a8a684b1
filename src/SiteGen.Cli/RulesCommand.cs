using System.CommandLine;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary><c>sitegen rules</c>: what the check looks for.</summary>
static class RulesCommand
{
    const string Description = "Say what `sitegen check` looks for, and explain a rule by a bad and a good example.";

    public static Command Create(ITerminal terminal)
    {
        var rule = Arguments.Optional("rule", "One rule, to be explained with an example (default: all of them, a line each).");
        var format = Arguments.WithDefault("--format", "text, or json for programs.", "text");
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("rules", Description) { rule, format };
        command.SetAction(parsed => Run(parsed.GetValue(rule), parsed.GetValue(format)!, terminal));
        return command;
    }

    static int Run(string? id, string format, ITerminal terminal)
    {
        var one = id is null ? null : RuleTable.Find(id);
        if (id is not null && one is null)
        {
            var nearest = NearestName.Of(id, RuleTable.All.Select(rule => rule.Id));
            return terminal.Refuse(nearest is null
                ? (Message)$"There is no rule “{id}”. See: sitegen rules"
                : $"There is no rule “{id}”. Did you mean {nearest}?");
        }

        if (format == "json")
            terminal.OutputWriter.Write(Json(one is null ? RuleTable.All : [one]));
        else if (one is null)
            TableOf(terminal).Write(terminal);
        else
            Explain(one, terminal);
        return ExitCode.Done;
    }

    static void Explain(Rule rule, ITerminal terminal)
    {
        terminal.Write($"{rule.Id} ({Level(rule)})\n{Said(rule.What, terminal)}\n{Said(rule.Why, terminal)}\n");
        foreach (var (heading, example) in new[] { ((Message)"Bad:", rule.Bad), ("Good:", rule.Good) })
        {
            terminal.Line(heading);
            foreach (var line in example.Split('\n'))
                terminal.Write(("    " + line).TrimEnd());
            terminal.Write("");
        }

        if (rule.Fix is { } fix)
            terminal.Write($"check --fix: {Said(fix, terminal)}");
        var otherLevel = rule.Severity == Severity.Error ? "warning" : "error";
        terminal.Line($"In content/site.yml: {$"check: {{rules: {{{rule.Id}: {otherLevel}}}}}"} or off");
    }

    static TextTable TableOf(ITerminal terminal) =>
        new(["rule", "level", "what"], [.. RuleTable.All.Select(rule => new[] { rule.Id, Level(rule), Said(rule.What, terminal) })]);

    static string Said(string text, ITerminal terminal) =>
        terminal.Language == MessageLanguage.Korean ? Translations.KoreanOf(text) ?? text : text;

    static string Level(Rule rule) => rule.Severity == Severity.Error ? "error" : "warning";

    static string Json(IReadOnlyList<Rule> rules) => JsonOutput.Of(json => json.WriteObjects(rules, rule =>
    {
        json.WriteString("rule", rule.Id);
        json.WriteString("level", Level(rule));
        json.WriteString("what", rule.What);
        json.WriteString("why", rule.Why);
        json.WriteString("bad", rule.Bad);
        json.WriteString("good", rule.Good);
        json.WriteString("fix", rule.Fix);
    }));
}
