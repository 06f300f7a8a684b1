using System.CommandLine;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary><c>sitegen rules</c>: what the check looks for.</summary>
static class RulesCommand
{
    public static Command Create(ITerminal terminal)
    {
        var rule = new Argument<string?>("rule") { Description = "One rule, to be explained with an example (default: all of them, a line each).", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "text, or json for programs.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("rules", "Say what `sitegen check` looks for, and explain a rule by a bad and a good example.") { rule, format };
        command.SetAction(parsed => Run(parsed.GetValue(rule), parsed.GetValue(format)!, terminal));
        return command;
    }

    static int Run(string? id, string format, ITerminal terminal)
    {
        if (id is not null && RuleTable.Find(id) is null)
        {
            terminal.Error(Messages.NoRule(id, NearestName.Of(id, RuleTable.All.Select(rule => rule.Id))));
            return ExitCode.Usage;
        }

        var rules = id is null ? RuleTable.All : [RuleTable.Find(id)!];
        if (format == "json")
            terminal.OutputWriter.Write(Json(rules));
        else if (id is null)
            new TextTable(["rule", "level", "what"], [.. rules.Select(rule => new[] { rule.Id, Level(rule), rule.What })], Numbers: 0).Write(terminal);
        else
            Explain(rules[0], terminal);
        return ExitCode.Done;
    }

    static void Explain(Rule rule, ITerminal terminal)
    {
        terminal.Line(Messages.RuleHeading(rule));
        terminal.Line(rule.What);
        terminal.Line(rule.Why);
        terminal.Line("");
        foreach (var (heading, example) in new[] { ("Bad:", rule.Bad), ("Good:", rule.Good) })
        {
            terminal.Line(heading);
            foreach (var line in example.Split('\n'))
                terminal.Line(("    " + line).TrimEnd());
            terminal.Line("");
        }

        if (rule.Fix is { } fix)
            terminal.Line(Messages.RuleFix(fix));
        terminal.Line(Messages.RuleSetting(rule));
    }

    static string Level(Rule rule) => rule.Severity == Severity.Error ? "error" : "warning";

    static string Json(IReadOnlyList<Rule> rules) => JsonOutput.Of(json =>
    {
        json.WriteStartArray();
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("level", Level(rule));
            json.WriteString("what", rule.What);
            json.WriteString("why", rule.Why);
            json.WriteString("bad", rule.Bad);
            json.WriteString("good", rule.Good);
            json.WriteString("fix", rule.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
