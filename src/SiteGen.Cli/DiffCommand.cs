using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Publishing;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen diff</c>: which pages would change.</summary>
static class DiffCommand
{
    public static Command Create(ITerminal terminal)
    {
        var target = new PublishTarget();
        var folder = Arguments.Optional("folder", "A built site to compare with (default: what is published).");
        var command = new Command("diff", "Say which pages are different from what is published, or from a built folder.") { folder };
        target.AddTo(command);
        return SiteArguments.WithoutOutput().AddTo(command, terminal, (request, parsed) =>
            Run(request, target.Read(parsed), parsed.GetValue(folder), terminal));
    }

    static int Run(SiteRequest request, PublishTargetOptions options, string? other, ITerminal terminal)
    {
        var otherFolder = other is null ? null : Path.GetFullPath(other, terminal.CurrentFolder);
        if (otherFolder is not null && !FolderRules.IsFolder(otherFolder))
            return terminal.Refuse($"There is no folder {other}.");
        var diagnostics = new DiagnosticBag();
        using var folder = TemporaryFolder.Create("diff");
        var changes = Changes(request, options, otherFolder, folder, diagnostics);
        var exitCode = DiagnosticOutput.Write(diagnostics, request.DiagnosticFormat, request.All, terminal);
        if (changes is null)
            return exitCode;
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(changes));
        else
        {
            ChangeLines.Write(changes, terminal);
            terminal.Line(changes.Any ? $"{ChangeLines.Summary(changes)}." : (Message)"No page is different.");
        }

        return ExitCode.Done;
    }

    static PageChanges? Changes(
        SiteRequest request, PublishTargetOptions options, string? other, TemporaryFolder folder, DiagnosticBag diagnostics)
    {
        diagnostics.Language = DiagnosticOutput.LanguageOfSite(request.Source);
        var repository = other is null ? SourceRepository.Open(request.Source, diagnostics) : null;
        if (other is null && repository is null)
            return null;
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        if (SiteBuilder.Write(plan, new DiskOutput(folder.Path, "the temporary folder"), request.Options, diagnostics) is null)
            return null;
        if (other is not null)
            return SiteDifference.FromFolder(other, PublishTargetOptions.Built(folder.Path, plan), diagnostics);
        var target = options.Request(repository!, plan, folder.Path);
        return repository!.AddressOf(target.Remote, diagnostics) is null ? null : SiteDifference.FromPublished(target, diagnostics);
    }

    static string Json(PageChanges changes) => JsonOutput.Of(json => json.WriteObject(() =>
    {
        json.WriteNumber("new", changes.Count(ChangeKind.New));
        json.WriteNumber("changed", changes.Count(ChangeKind.Changed));
        json.WriteNumber("removed", changes.Count(ChangeKind.Removed));
        json.WriteNumber("other_files", changes.OtherFiles);
        json.WriteObjects("pages", changes.Pages, page =>
        {
            json.WriteString("change", page.Kind.ToString().ToLowerInvariant());
            json.WriteString("title", page.Title);
            json.WriteString("path", page.Path);
            json.WriteBoolean("post", page.IsPost);
        });
    }));
}
