using System.CommandLine;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Templates;

namespace SiteGen.Cli;

/// <summary><c>sitegen render</c>: one Scriban template with a JSON model. Nothing is escaped.</summary>
static class RenderCommand
{
    public static Command Create(ITerminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The template." };
        var data = Arguments.Text("--data", "A JSON file: the model.", "FILE");
        var command = new Command("render", "Render one Scriban template to standard output.") { file, data };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(data), terminal));
        return command;
    }

    static int Run(string file, string? data, ITerminal terminal)
    {
        var path = Path.GetFullPath(file, terminal.CurrentFolder);
        if (FolderRules.IsFolder(path))
            return terminal.Refuse($"{file} is a folder, not a template.");
        var folder = new DiskFiles(Path.GetDirectoryName(path)!);
        var diagnostics = new DiagnosticBag();
        if (!TextFile.TryRead(folder, Path.GetFileName(path), file, diagnostics, out var source)
            || !TryModel(data, terminal, diagnostics, out var model))
        {
            DiagnosticOutput.Write(diagnostics, "text", all: true, terminal);
            return ExitCode.Usage;
        }

        var template = Parse(source);
        var context = new RenderContext(new FolderTemplates(folder, diagnostics), [], TimeProvider.System) { EscapesHtml = false };
        foreach (var (name, value) in model)
            context.Set(name, value);
        var mistakes = template.Mistakes.Count > 0 ? template.Mistakes : context.Render(template) is { } error ? [error] : [];
        foreach (var mistake in mistakes)
            diagnostics.Add(mistake);
        DiagnosticOutput.Write(diagnostics, "text", all: true, terminal);
        if (diagnostics.HasErrors)
            return ExitCode.Content;
        using var output = terminal.OutputBytes;
        output.Write(context.Printed.WrittenSpan);
        return ExitCode.Done;
    }

    static ParsedTemplate Parse(SourceText source) => ParsedTemplate.Parse(source, source.Text.StartsWith('\uFEFF') ? 1 : 0);

    static bool TryModel(string? data, ITerminal terminal, DiagnosticBag diagnostics, out IEnumerable<KeyValuePair<string, object?>> model)
    {
        model = [];
        if (data is null)
            return true;
        var path = Path.GetFullPath(data, terminal.CurrentFolder);
        if (FolderRules.IsFolder(path))
        {
            terminal.Error($"--data: {data} is a folder, not a JSON file.");
            return false;
        }

        var folder = new DiskFiles(Path.GetDirectoryName(path)!);
        if (!TextFile.TryRead(folder, Path.GetFileName(path), data, diagnostics, out var source)
            || JsonText.Read(source, diagnostics) is not { } node)
            return false;
        if (node is YamlMap map)
        {
            model = new YamlView(map);
            return true;
        }

        diagnostics.Error("json-type", "The model must be a JSON object.", new SourcePlace(source, 0));
        return false;
    }

    /// <summary>Partials from the template's folder. Symbolic links out of it are not followed.</summary>
    sealed class FolderTemplates(DiskFiles folder, DiagnosticBag diagnostics) : ITemplateSource
    {
        readonly Dictionary<string, ParsedTemplate?> known = new(StringComparer.Ordinal);

        public IEnumerable<string> PartialNames => [];

        public ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched)
        {
            searched = [name];
            if (known.TryGetValue(name, out var template))
                return template;
            template = folder.HoldsFile(name) && TextFile.TryRead(folder, name, diagnostics, out var source) ? Parse(source) : null;
            foreach (var mistake in template?.Mistakes ?? [])
                diagnostics.Add(mistake);
            return known[name] = template;
        }

        public Message? Refusal(string name) =>
            IncludeName.LeavesFolder(name)
                ? (Message)"includes are named from the folder of the rendered template, without `..`, as in \"parts/card.html\""
            : name.Contains('\0') ? (Message)"the name holds the character U+0000, which no file name has"
            : !folder.Exists(name) || folder.HoldsFile(name) ? null
            : (Message)"it is a link that leads out of the folder of the rendered template; put a copy there instead";

        public SourceText? SourceOf(string path) => known.GetValueOrDefault(path)?.Source;
    }
}
