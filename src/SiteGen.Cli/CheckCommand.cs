using System.CommandLine;
using System.Diagnostics;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary><c>sitegen check</c>.</summary>
static class CheckCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var command = new Command("check", "Build the site in memory and look for what is wrong with it: broken links, pictures without a description, and more.");
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        using var progress = new ProgressBar(terminal, Stopwatch.StartNew());
        var options = request.Options with { Progress = terminal.IsInteractive && !request.Quiet ? progress : null };
        var report = SiteCheck.Run(new DiskFiles(request.Source), options, diagnostics);
        progress.Dispose();
        DiagnosticOutput.Write(diagnostics, request.Format, terminal);
        if (report is null)
        {
            if (request.Format == "text")
                terminal.Error(Messages.NotChecked(diagnostics.ErrorCount));
        }
        else if (!request.Quiet)
        {
            terminal.Line(Messages.Checked(report, diagnostics.ErrorCount, diagnostics.Sorted().Count - diagnostics.ErrorCount));
        }

        return DiagnosticOutput.ExitCodeOf(diagnostics);
    }
}
