using System.CommandLine;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen schema</c>: JSON Schemas of the YAML that authors write, for their editors.</summary>
static class SchemaCommand
{
    const string Description = "Write JSON Schemas of site.yml, front matter and theme.yml, by which editors complete and check them.";

    public static Command Create(ITerminal terminal) => SiteArguments.WritingTo(SchemaFiles.Folder, "Where the schemas go")
        .AddTo(new Command("schema", Description), terminal, (request, _) => Run(request, terminal));

    static int Run(SiteRequest request, ITerminal terminal)
    {
        // Mistakes in the site are left for a build to report: schemas help to mend them.
        var theme = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, new DiagnosticBag()).Site.Theme;
        var target = new DiskOutput(request.Output, request.OutputName);
        var files = SchemaFiles.Of(theme);
        try
        {
            using var claim = target.Open();
            foreach (var (name, text) in files)
                target.Stage(name, Encoding.UTF8.GetBytes(text));
            target.Commit("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(CannotWrite(request.OutputName, e.Message));
        }

        if (!request.Quiet)
            terminal.Line($"{files.Count} schemas written to {request.OutputName}.");
        return ExitCode.Done;
    }
}
