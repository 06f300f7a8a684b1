using System.CommandLine;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;
using SiteGen.Scriban;

namespace SiteGen.Cli;

/// <summary><c>sitegen render</c>: one template with a JSON model, in plain Scriban.</summary>
static class RenderCommand
{
    public static Command Create(ITerminal terminal)
    {
        var file = new Argument<string?>("file") { Description = "The template.", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "A JSON file: the model.", HelpName = "FILE" };
        var lines = new Option<bool>("--json-lines") { Description = "Read cases from standard input, one JSON object a line, and answer likewise." };
        var command = new Command("render", "Render one Scriban template to standard output.") { file, data, lines };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(lines))
            {
                using var output = terminal.OutputBytes;
                JsonLinesProtocol.Run(terminal.Input, output);
                return ExitCode.Done;
            }

            if (parsed.GetValue(file) is { } template)
                return Run(template, parsed.GetValue(data), terminal);
            terminal.Error(Messages.NothingToRender);
            return ExitCode.Usage;
        });
        return command;
    }

    static int Run(string file, string? data, ITerminal terminal)
    {
        var path = Path.GetFullPath(file, terminal.CurrentFolder);
        var folder = new DiskFiles(Path.GetDirectoryName(path)!);
        var diagnostics = new DiagnosticBag();
        if (!TextFile.TryRead(folder, Path.GetFileName(path), file, diagnostics, out var source) || !TryModel(data, terminal, diagnostics, out var model))
        {
            DiagnosticOutput.Write(diagnostics, "text", terminal);
            return ExitCode.Usage;
        }

        var template = Template.Parse(source.Text, file);
        using var context = new RenderContext(TemplateOptions.Default) { Loader = new FolderLoader(folder, diagnostics), Globals = model };
        var error = template.Errors.Count > 0 ? null : template.Render(context);
        foreach (var found in error is null ? template.Errors : [error])
        {
            diagnostics.Add(new Diagnostic(Severity.Error, found.Kind == TemplateErrorKind.Syntax ? "template-syntax" : "template-runtime", found.Message, Place(found.Path, found.Text, found.Offset), found.Hint)
            {
                Notes = [.. found.Notes.Select(note => new DiagnosticNote(note.Message, Place(note.Path, note.Text, note.Offset)))],
            });
        }

        DiagnosticOutput.Write(diagnostics, "text", terminal);
        if (diagnostics.HasErrors)
            return ExitCode.Content;
        using var output = terminal.OutputBytes;
        output.Write(context.Output.WrittenSpan);
        return ExitCode.Done;
    }

    static SourcePlace Place(string path, string text, int offset) => new(new SourceText(path, text), offset);

    static bool TryModel(string? data, ITerminal terminal, DiagnosticBag diagnostics, out ScriptObject model)
    {
        model = new ScriptObject();
        if (data is null)
            return true;
        var path = Path.GetFullPath(data, terminal.CurrentFolder);
        if (!TextFile.TryRead(new DiskFiles(Path.GetDirectoryName(path)!), Path.GetFileName(path), data, diagnostics, out var source))
            return false;
        try
        {
            if (JsonValue.Parse(source.Text.TrimStart('\uFEFF')).TryGetObject(out var members) && members is ScriptObject read)
            {
                model = read;
                return true;
            }

            diagnostics.Error("json-type", "The model must be a JSON object.", new SourcePlace(source, 0));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            diagnostics.Add(JsonText.Mistake(source, new SourcePlace(source, -1), e));
        }

        return false;
    }

    /// <summary>Includes from the template's folder, and from nowhere else, wherever a link in it may lead.</summary>
    sealed class FolderLoader(DiskFiles folder, DiagnosticBag diagnostics) : ITemplateLoader
    {
        readonly Dictionary<string, Template?> known = new(StringComparer.Ordinal);

        public Template? Load(string name, out IReadOnlyList<string> searched)
        {
            searched = [name];
            if (known.TryGetValue(name, out var template))
                return template;
            var isThere = Refusal(name) is null && folder.HoldsFile(name);
            return known[name] = isThere && TextFile.TryRead(folder, name, diagnostics, out var source) ? Template.Parse(source.Text, name) : null;
        }

        public Message? Refusal(string name) =>
            IncludeName.LeavesFolder(name) ? Messages.IncludeLeavesFolder
            : name.Contains('\0') ? Messages.IncludeHasNul
            : !folder.Exists(name) || folder.HoldsFile(name) ? null
            : Messages.IncludeIsLink;
    }
}
