using System.CommandLine;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;

namespace SiteGen.Cli;

/// <summary><c>sitegen schema</c>: JSON Schemas of the YAML that authors write, for their editors.</summary>
static class SchemaCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = SiteArguments.WritingTo(SchemaFiles.Folder, "Where the schemas go");
        var command = new Command("schema", "Write JSON Schemas of site.yml, front matter and theme.yml, by which editors complete and check them.");
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, ITerminal terminal)
    {
        // Whoever asks for help with site.yml may well have mistakes in it; those are for a build to say.
        var theme = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, new DiagnosticBag()).Site.Theme;
        var target = new DiskOutput(request.Output, request.OutputName);
        try
        {
            using var claim = target.Open();
            var files = SchemaFiles.Of(theme);
            foreach (var (name, text) in files)
                target.Stage(name, Encoding.UTF8.GetBytes(text));
            target.Commit("");
            if (!request.Quiet)
                terminal.Line(Messages.SchemasWritten(files.Count, request.OutputName));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error(Messages.CannotWrite(request.OutputName, e.Message));
            return ExitCode.Usage;
        }
    }
}
