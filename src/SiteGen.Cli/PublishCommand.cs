using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Publishing;

namespace SiteGen.Cli;

/// <summary><c>sitegen publish</c>: builds, checks, and pushes to the branch that GitHub Pages serves.</summary>
static class PublishCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = SiteArguments.WithoutOutput();
        var target = new PublishTarget();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say page by page what would change, and push nothing." };
        var command = new Command("publish", "Build and check the site, and push it to the branch that GitHub Pages serves.") { dryRun };
        target.AddTo(command);
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, target.Read(parsed), parsed.GetValue(dryRun), terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, PublishTargetOptions names, bool isDry, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        using var folder = TemporaryFolder.Create("sitegen-publish-");
        var (publication, target, warnings) = Publish(request, names, isDry, folder, diagnostics);
        DiagnosticOutput.Write(diagnostics, request.Format, terminal);
        if (publication is null || target is null)
        {
            if (request.Format == "text")
                terminal.Error(Messages.NotPublished(diagnostics.ErrorCount));
            return DiagnosticOutput.ExitCodeOf(diagnostics);
        }

        if (isDry)
            ChangeLines.Write(publication.Changes, terminal);
        if (request.Quiet)
            return ExitCode.Done;
        if (warnings > 0)
            terminal.Line(Messages.CheckWarnings(warnings));
        terminal.Line(isDry ? Messages.WouldPublish(publication, target) : Messages.Published(publication, target));
        return ExitCode.Done;
    }

    static (Publication? Publication, PublishRequest? Target, int Warnings) Publish(SiteRequest request, PublishTargetOptions names, bool isDry, TemporaryFolder folder, DiagnosticBag diagnostics)
    {
        // What git would refuse is said before a long build, not after it, and in the site's language.
        diagnostics.Language = DiagnosticOutput.LanguageOfSite(request.Source);
        if (SourceRepository.Open(request.Source, diagnostics) is not { } repository)
            return default;
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        var target = names.Target(repository, plan, folder.Path);
        if (repository.AddressOf(target.Remote, diagnostics) is not { } remote || PublishedBuild.Run(plan, request, folder.Path, diagnostics) is not { } warnings)
            return default;
        if (repository.Uncommitted() is { } file)
            diagnostics.Warning("publish-uncommitted", $"What is published is in no commit yet, such as {file}.", SourcePlace.Nowhere, "Commit your texts too, so that they are not on this computer alone.");
        var publication = isDry ? Publisher.DryRun(target, diagnostics) : Publisher.Publish(target, diagnostics);
        if (publication is not null)
            PagesAddress.Check(plan.Site.Config.Address, request.Options.BaseUrl is null ? plan.Site.Config.PlaceOf("base_url") : SourcePlace.Nowhere, remote, publication.Domain, diagnostics);
        return (publication, target, warnings);
    }
}

/// <summary>Builds what readers would get into a temporary folder, and checks it.</summary>
static class PublishedBuild
{
    /// <summary>How many warnings the check has; null after complaining of errors, which stop publishing.</summary>
    public static int? Run(RoutePlan plan, SiteRequest request, string folder, DiagnosticBag diagnostics)
    {
        if (SiteBuilder.Write(plan, new DiskOutput(folder, "the temporary folder"), request.Options, diagnostics) is null)
            return null;
        var files = new DiskFiles(folder);
        var site = SiteCheck.Finished(plan, route => files.TryRead(route.OutputFile, out var bytes, out _) ? bytes : null);
        var found = new DiagnosticBag();
        SiteChecker.Check(site, new CheckOptions(plan.Site.Config.Check) { Parallelism = request.Options.Parallelism }, found);
        var warnings = 0;
        foreach (var complaint in found.Sorted())
        {
            // Warnings of the check have a command of their own; all of them here would hide what is said of publishing.
            if (complaint.Severity == Severity.Error)
                diagnostics.Add(complaint);
            else
                warnings++;
        }

        return diagnostics.HasErrors ? null : warnings;
    }
}

/// <summary>Where to publish, as far as the command line says.</summary>
sealed record PublishTargetOptions(string? Remote, string? Branch)
{
    public PublishRequest Target(SourceRepository repository, RoutePlan plan, string folder)
    {
        var config = plan.Site.Config.Publish;
        return new PublishRequest(repository, new BuiltSite(folder, TitlesOf(plan)), Remote ?? config.Remote, Branch ?? config.Branch, config.Keep);
    }

    public static PageTitles TitlesOf(RoutePlan plan) =>
        new(plan.Routes.OfType<PageRoute>().ToDictionary(route => route.OutputFile, route => route.Page.Title, StringComparer.Ordinal), plan.Site.Config.Title);
}

/// <summary>The options by which a command names where the site is published.</summary>
sealed class PublishTarget
{
    readonly Option<string?> remote = new("--remote") { Description = "The remote of git (default: publish.remote in site.yml, else origin).", HelpName = "NAME" };
    readonly Option<string?> branch = new("--branch") { Description = "Its branch of built pages (default: publish.branch in site.yml, else gh-pages).", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(remote);
        command.Options.Add(branch);
    }

    public PublishTargetOptions Read(ParseResult parsed) => new(parsed.GetValue(remote), parsed.GetValue(branch));
}

/// <summary>Pages that are new, changed or removed, by title.</summary>
static class ChangeLines
{
    /// <summary>A new style sheet changes every page; a screen or two show enough of that.</summary>
    const int MostEntries = 60;

    public static void Write(PageChanges changes, ITerminal terminal)
    {
        foreach (var page in changes.Pages.Take(MostEntries))
            terminal.Line(Messages.Change(page));
        if (changes.Pages.Count > MostEntries)
            terminal.Line(Messages.MoreChanges(changes.Pages.Count - MostEntries));
    }
}
