using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Publishing;

namespace SiteGen.Cli;

/// <summary><c>sitegen diff</c>: which pages would change.</summary>
static class DiffCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = SiteArguments.WithoutOutput();
        var target = new PublishTarget();
        var folder = new Argument<string?>("folder") { Description = "A built site to compare with (default: what is published).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("diff", "Say which pages are different from what is published, or from a built folder.") { folder };
        target.AddTo(command);
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, target.Read(parsed), parsed.GetValue(folder), terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, PublishTargetOptions names, string? other, ITerminal terminal)
    {
        if (other is not null && !FolderRules.IsFolder(Path.GetFullPath(other, terminal.CurrentFolder)))
        {
            terminal.Error(Messages.NoFolder(other));
            return ExitCode.Usage;
        }

        var diagnostics = new DiagnosticBag();
        using var folder = TemporaryFolder.Create("sitegen-diff-");
        var changes = Changes(request, names, other is null ? null : Path.GetFullPath(other, terminal.CurrentFolder), folder, diagnostics);
        DiagnosticOutput.Write(diagnostics, request.Format == "json" ? "text" : request.Format, terminal);
        if (changes is null)
            return DiagnosticOutput.ExitCodeOf(diagnostics);
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(changes));
        else
        {
            ChangeLines.Write(changes, terminal);
            terminal.Line(Messages.Different(changes));
        }

        return ExitCode.Done;
    }

    static PageChanges? Changes(SiteRequest request, PublishTargetOptions names, string? other, TemporaryFolder folder, DiagnosticBag diagnostics)
    {
        diagnostics.Language = DiagnosticOutput.LanguageOfSite(request.Source);
        var repository = other is null ? SourceRepository.Open(request.Source, diagnostics) : null;
        if (other is null && repository is null)
            return null;
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        if (SiteBuilder.Write(plan, new DiskOutput(folder.Path, "the temporary folder"), request.Options, diagnostics) is null)
            return null;
        if (other is not null)
            return SiteDifference.FromFolder(other, new BuiltSite(folder.Path, PublishTargetOptions.TitlesOf(plan)));
        var target = names.Target(repository!, plan, folder.Path);
        return repository!.AddressOf(target.Remote, diagnostics) is null ? null : SiteDifference.FromPublished(target, diagnostics);
    }

    static string Json(PageChanges changes) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("new", changes.Count(ChangeKind.New));
        json.WriteNumber("changed", changes.Count(ChangeKind.Changed));
        json.WriteNumber("removed", changes.Count(ChangeKind.Removed));
        json.WriteNumber("other_files", changes.OtherFiles);
        json.WriteStartArray("pages");
        foreach (var page in changes.Pages)
        {
            json.WriteStartObject();
            json.WriteString("change", page.Kind.ToString().ToLowerInvariant());
            json.WriteString("title", page.Title);
            json.WriteString("path", page.Path);
            json.WriteBoolean("post", page.IsPost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
