using System.CommandLine;
using System.Diagnostics;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen build</c>.</summary>
static class BuildCommand
{
    public static Command Create(ITerminal terminal)
    {
        var force = Arguments.Flag("--force", "Replace other files that are in the way, and delete posts although most would go.");
        var timings = Arguments.Flag("--timings", "Say what each part of the build took: milliseconds, and MiB allocated.");
        var command = new Command("build", "Build the site: content and theme become HTML in the output folder.") { force, timings };
        return new SiteArguments().AddTo(command, terminal, (request, parsed) =>
            Run(request, parsed.GetValue(force), parsed.GetValue(timings), terminal));
    }

    static int Run(SiteRequest request, bool force, bool isTimed, ITerminal terminal)
    {
        using var timings = isTimed ? new Timings() : null;
        var watch = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        using var progress = new ProgressBar(request, terminal, watch);
        var options = request.Options with { Force = force, Progress = progress.IfShown };
        var output = new DiskOutput(request.Output, request.OutputName, DiskCache.ForOutput(request.Source, request.Output));
        var report = SiteBuilder.Build(new DiskFiles(request.Source), output, options, diagnostics);
        progress.Dispose();
        foreach (var timing in timings?.All ?? [])
            terminal.Write(Describe(timing));
        var exitCode = DiagnosticOutput.Write(diagnostics, request.Format, request.All, terminal);
        if (report.Counts is null && request.Format == "text")
            terminal.Error(Failure(diagnostics, report));
        if (report.Counts is null)
            return exitCode;
        if (!request.Quiet)
        {
            terminal.Line(Success(report, watch.ElapsedMilliseconds));
            UnpublishedLines.Write(report.Unpublished, terminal);
            if (terminal.IsInteractive)
            {
                terminal.Line($"The site is in {Shown(request.Output, terminal)}. See it with: {Serve(request, terminal)}");
            }
        }

        return ExitCode.Done;
    }

    static string Shown(string path, ITerminal terminal) => Path.GetRelativePath(terminal.CurrentFolder, path) is var relative
        && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;

    static string Serve(SiteRequest request, ITerminal terminal) => FolderRules.FindSite(terminal.CurrentFolder) == request.Source
        ? "sitegen serve"
        : $"sitegen serve --source {Quoted(Path.GetRelativePath(terminal.CurrentFolder, request.Source))}";

    static Message Success(BuildReport report, long milliseconds)
    {
        var (written, unchanged, deleted) = report.Counts!;
        return $"{Pages(report.Pages)}, {Posts(report.Posts)}: "
            + $"{Files(written)} written, {unchanged} unchanged, {deleted} deleted in {milliseconds} ms";
    }

    static Message Failure(DiagnosticBag diagnostics, BuildReport report)
    {
        var (errors, warnings) = (diagnostics.ErrorCount, diagnostics.Count - diagnostics.ErrorCount);
        var counts = warnings > 0 ? $"{Errors(errors)}, {Warnings(warnings)}" : Errors(errors);
        return report.LeftOutputChanged
            ? $"{counts}: the output is part old, part new."
            : (Message)$"{counts}: the output was left as it was.";
    }

    static string Describe(Timing timing) =>
        $"{timing.Time.TotalMilliseconds,9:0.0} ms {timing.Allocated / 1048576.0,9:0.0} MiB  " +
        $"{timing.Work}{(timing.Count > 1 ? $" ({timing.Count})" : "")}";
}

/// <summary>Lists what a build left out, so that a scheduled post is not taken for a lost one.</summary>
static class UnpublishedLines
{
    /// <summary>Keeps the summary of a site with hundreds of drafts on one screen.</summary>
    const int MostEntries = 10;

    public static void Write(IReadOnlyList<UnpublishedDocument> documents, ITerminal terminal)
    {
        Write([.. documents.Where(document => document.Reason == UnpublishedReason.Future)], "future", terminal);
        Write([.. documents.Where(document => document.Reason == UnpublishedReason.Draft)], "drafts", terminal);
        Write([.. documents.Where(document => document.Reason == UnpublishedReason.Expired)], "expired", terminal);
    }

    static void Write(UnpublishedDocument[] documents, string kind, ITerminal terminal)
    {
        var shown = 0;
        foreach (var group in documents.GroupBy(document => document.Reason == UnpublishedReason.Future ? document.Until?.UtcTicks : null))
        {
            if (shown >= MostEntries)
                break;
            terminal.Line(Heading([.. group]));
            foreach (var document in group.Take(MostEntries - shown))
            {
                terminal.Write(DiagnosticPrinter.Printable($"  {document.Title} ({document.Path})"));
                shown++;
            }
        }

        if (shown < documents.Length)
            terminal.Line($"  and {documents.Length - shown} more; see them with: sitegen list {kind}");
    }

    static Message Heading(UnpublishedDocument[] group)
    {
        var count = group.All(document => document.IsPost) ? Posts(group.Length)
            : group.Any(document => document.IsPost) ? Documents(group.Length)
            : Pages(group.Length);
        return (group[0].Reason, group.Length == 1) switch
        {
            (UnpublishedReason.Draft, true) => (Message)$"{count} is not published: a draft",
            (UnpublishedReason.Draft, _) => $"{count} are not published: drafts",
            (UnpublishedReason.Expired, true) => $"{count} has expired",
            (UnpublishedReason.Expired, _) => $"{count} have expired",
            (_, true) => $"{count} is held back until {Instant(group[0].Until)}",
            _ => $"{count} are held back until {Instant(group[0].Until)}",
        };
    }

    static Message Documents(int count) => $"{count} documents";
}

/// <summary>A bar on the terminal's last line, once the work has lasted a second.</summary>
sealed class ProgressBar(SiteRequest request, ITerminal terminal, Stopwatch watch) : IProgress<double>, IDisposable
{
    const int Width = 30;
    readonly Lock gate = new();
    int shown = -1;

    public IProgress<double>? IfShown => terminal.IsInteractive && !request.Quiet ? this : null;

    public void Report(double value)
    {
        if (watch.ElapsedMilliseconds < 1000)
            return;
        var now = (int)(value * 100);
        lock (gate)
        {
            if (now <= shown)
                return;
            shown = now;
            terminal.ErrorWriter.Write($"\r[{new string('#', now * Width / 100),-Width}] {now,3} %");
        }
    }

    public void Dispose()
    {
        if (shown >= 0)
            terminal.ErrorWriter.Write("\r\u001b[K");
        shown = -1;
    }
}
