using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Publishing;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen publish</c>: builds, checks, and pushes to the branch that GitHub Pages serves.</summary>
static class PublishCommand
{
    sealed record Outcome(Publication Publication, PublishRequest Target, int Warnings);

    public static Command Create(ITerminal terminal)
    {
        var target = new PublishTarget();
        var dryRun = Arguments.Flag("--dry-run", "Say page by page what would change, and push nothing.");
        var force = Arguments.Flag("--force", "Publish also when most posts would be deleted.");
        var command =
            new Command("publish", "Build and check the site, and push it to the branch that GitHub Pages serves.") { dryRun, force };
        target.AddTo(command);
        return SiteArguments.WithoutOutput().AddTo(command, terminal, (request, parsed) =>
            Run(request, target.Read(parsed) with { Force = parsed.GetValue(force) }, parsed.GetValue(dryRun), terminal));
    }

    static int Run(SiteRequest request, PublishTargetOptions options, bool isDry, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        using var folder = TemporaryFolder.Create("publish");
        var outcome = Publish(request, options, isDry, folder, diagnostics);
        var exitCode = DiagnosticOutput.Write(diagnostics, request.Format, request.All, terminal);
        if (outcome is null && request.Format == "text")
            terminal.Error($"{Errors(diagnostics.ErrorCount)}: nothing was published.");
        if (outcome is null)
            return exitCode;
        if (isDry)
            ChangeLines.Write(outcome.Publication.Changes, terminal);
        if (request.Quiet)
            return ExitCode.Done;
        if (outcome.Warnings is > 0 and var warnings)
            terminal.Line($"The check has {Warnings(warnings)}; see: sitegen check");
        terminal.Line(isDry ? DrySummary(outcome.Publication, outcome.Target) : Summary(outcome.Publication, outcome.Target));
        return ExitCode.Done;
    }

    static Outcome? Publish(
        SiteRequest request, PublishTargetOptions options, bool isDry, TemporaryFolder folder, DiagnosticBag diagnostics)
    {
        // Git's refusals come before a long build, and in the site's language.
        diagnostics.Language = DiagnosticOutput.LanguageOfSite(request.Source);
        if (SourceRepository.Open(request.Source, diagnostics) is not { } repository)
            return null;
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        var target = options.Request(repository, plan, folder.Path);
        if (repository.AddressOf(target.Remote, diagnostics) is not { } remote
            || PublishedBuild.Run(plan, request, folder.Path, diagnostics) is not { } warnings)
            return null;
        if (repository.Uncommitted() is { } file)
        {
            diagnostics.Warning("publish-uncommitted", $"What is published is in no commit yet, such as {file}.", SourcePlace.Nowhere,
                "Commit your texts too, so that they are not on this computer alone.");
        }

        if ((isDry ? Publisher.DryRun(target, diagnostics) : Publisher.Publish(target, diagnostics)) is not { } publication)
            return null;
        var place = request.Options.BaseUrl is null ? plan.Site.Config.PlaceOf("base_url") : SourcePlace.Nowhere;
        PagesAddress.Check(plan.Site.Config.Address, place, remote, publication.Domain, diagnostics);
        return new Outcome(publication, target, warnings);
    }

    static Message Summary(Publication publication, PublishRequest to)
    {
        if (publication.Commit is not { } commit)
            return $"Nothing has changed since the last time: {to.Remote}/{to.Branch} is as it was.";
        Message published =
            $"Published to {to.Remote}/{to.Branch} as {commit[..10]}: {ChangeLines.Summary(publication.Changes)}.";
        return publication.IsFirst
            ? $"{published} Now choose the branch {to.Branch} under Settings, Pages of the repository, if it is on GitHub."
            : published;
    }

    static Message DrySummary(Publication publication, PublishRequest to) => publication.Changes.Any
        ? $"To {to.Remote}/{to.Branch}: {ChangeLines.Summary(publication.Changes)}. Nothing was pushed."
        : (Message)$"Nothing would change in {to.Remote}/{to.Branch}.";
}

/// <summary>Builds what readers would get into a temporary folder, and checks it.</summary>
static class PublishedBuild
{
    /// <summary>Returns how many warnings the check has; null after reporting errors, which stop publishing.</summary>
    public static int? Run(RoutePlan plan, SiteRequest request, string folder, DiagnosticBag diagnostics)
    {
        if (SiteBuilder.Write(plan, new DiskOutput(folder, "the temporary folder"), request.Options, diagnostics) is null)
            return null;
        var files = new DiskFiles(folder);
        var site = SiteCheck.Finished(plan, route => files.TryRead(route.OutputFile, out var bytes, out _) ? bytes : null);
        var found = new DiagnosticBag();
        SiteChecker.Check(site, new CheckOptions(plan.Site.Config.Check) { Parallelism = request.Options.Parallelism }, found);
        // The check's warnings are only counted: `sitegen check` lists them.
        foreach (var error in found.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error))
            diagnostics.Add(error);
        return diagnostics.HasErrors ? null : found.Count - found.ErrorCount;
    }
}

/// <summary>The options that name where the site is published.</summary>
sealed class PublishTarget
{
    readonly Option<string?> remote =
        Arguments.Text("--remote", "The remote of git (default: publish.remote in site.yml, else origin).", "NAME");
    readonly Option<string?> branch =
        Arguments.Text("--branch", "Its branch of built pages (default: publish.branch in site.yml, else gh-pages).", "NAME");

    public void AddTo(Command command)
    {
        command.Options.Add(remote);
        command.Options.Add(branch);
    }

    public PublishTargetOptions Read(ParseResult parsed) => new(parsed.GetValue(remote), parsed.GetValue(branch));
}

sealed record PublishTargetOptions(string? Remote, string? Branch)
{
    /// <summary>Publish also when most posts would be deleted.</summary>
    public bool Force { get; init; }

    public PublishRequest Request(SourceRepository repository, RoutePlan plan, string folder)
    {
        var config = plan.Site.Config.Publish;
        return new PublishRequest(repository, Built(folder, plan), Remote ?? config.Remote, Branch ?? config.Branch, config.Keep)
        {
            Force = Force,
        };
    }

    public static BuiltSite Built(string folder, RoutePlan plan)
    {
        // Two documents with one address are an error of the plan, which stops publishing later.
        var routes = plan.Routes.OfType<PageRoute>().DistinctBy(route => route.OutputFile).ToArray();
        var pages = routes.ToDictionary(route => route.OutputFile, route => route.Page.Title);
        var posts = routes.Where(route => route.Page.IsPost).Select(route => route.OutputFile).ToHashSet();
        return new BuiltSite(folder, new PageTitles(pages, plan.Site.Config.Title) { OfPosts = posts });
    }
}

/// <summary>Pages that are new, changed or removed, by title.</summary>
static class ChangeLines
{
    /// <summary>A new style sheet changes every page; one screen is enough.</summary>
    const int MostEntries = 60;

    public static void Write(PageChanges changes, ITerminal terminal)
    {
        foreach (var page in changes.Pages.Take(MostEntries))
        {
            var sign = page.Kind switch { ChangeKind.New => '+', ChangeKind.Changed => '~', _ => '-' };
            terminal.Write(DiagnosticPrinter.Printable($"{sign} {page.Title}  {page.Path}"));
        }

        if (changes.Pages.Count is > MostEntries and var count)
            terminal.Line($"  and {count - MostEntries} more; sitegen diff --format json shows all");
    }

    public static Message Summary(PageChanges changes) => changes.OtherFiles == 1
        ? (Message)$"{Pages(changes)}; 1 other file"
        : $"{Pages(changes)}; {changes.OtherFiles} other files";

    static Message Pages(PageChanges changes)
    {
        var (added, changed, removed) =
            (changes.Count(ChangeKind.New), changes.Count(ChangeKind.Changed), changes.Count(ChangeKind.Removed));
        return $"{Phrases.Pages(added)} new, {changed} changed, {removed} removed";
    }
}
