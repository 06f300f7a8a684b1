using System.CommandLine;
using System.Diagnostics;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;

namespace SiteGen.Cli;

/// <summary><c>sitegen build</c>.</summary>
static class BuildCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var force = new Option<bool>("--force") { Description = "Build into a folder that holds other files, and replace those in the way." };
        var timings = new Option<bool>("--timings") { Description = "Say what each part of the build took: milliseconds, and MiB allocated." };
        var command = new Command("build", "Build the site: content and theme become HTML in the output folder.") { force, timings };
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request
            ? Run(request with { Options = request.Options with { Force = parsed.GetValue(force) } }, parsed.GetValue(timings), terminal)
            : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, bool isTimed, ITerminal terminal)
    {
        using var timings = isTimed ? new Timings() : null;
        var watch = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        using var progress = new ProgressBar(terminal, watch);
        var options = request.Options with { Progress = terminal.IsInteractive && !request.Quiet ? progress : null };
        var report = SiteBuilder.Build(new DiskFiles(request.Source), new DiskOutput(request.Output, request.OutputName, DiskCache.ForOutput(request.Source, request.Output)), options, diagnostics);
        progress.Dispose();
        foreach (var timing in timings?.All ?? [])
            terminal.Line(Messages.Timed(timing));
        DiagnosticOutput.Write(diagnostics, request.Format, terminal);
        if (report.Counts is null)
        {
            if (request.Format == "text")
                terminal.Error(Messages.NotBuilt(diagnostics.ErrorCount, diagnostics.Sorted().Count - diagnostics.ErrorCount));
            return DiagnosticOutput.ExitCodeOf(diagnostics);
        }

        if (!request.Quiet)
        {
            terminal.Line(Messages.Built(report, watch.ElapsedMilliseconds));
            UnpublishedLines.Write(report.Unpublished, terminal);
        }

        return ExitCode.Done;
    }
}

/// <summary>What a build left out and until when: a scheduled post that nobody remembers looks like a lost one.</summary>
static class UnpublishedLines
{
    /// <summary>A site with hundreds of drafts should still show its summary on one screen.</summary>
    const int MostEntries = 10;

    public static void Write(IReadOnlyList<UnpublishedDocument> heldBack, ITerminal terminal)
    {
        // What comes next interests most, and in the order in which it comes.
        Write([.. heldBack.Where(held => held.Reason == UnpublishedReason.Future)], "future", terminal);
        Write([.. heldBack.Where(held => held.Reason == UnpublishedReason.Draft)], "drafts", terminal);
        Write([.. heldBack.Where(held => held.Reason == UnpublishedReason.Expired)], "expired", terminal);
    }

    static void Write(UnpublishedDocument[] held, string kind, ITerminal terminal)
    {
        var shown = 0;
        // Expired posts are one group, whenever each of them went: that is history.
        foreach (var group in held.GroupBy(one => one.Reason == UnpublishedReason.Future ? one.Until?.UtcTicks : null))
        {
            if (shown >= MostEntries)
                break;
            UnpublishedDocument[] pages = [.. group];
            terminal.Line(Messages.Unpublished(pages));
            foreach (var one in pages.Take(MostEntries - shown))
                terminal.Line(Messages.HeldBackEntry(one));
            shown += Math.Min(pages.Length, MostEntries - shown);
        }

        if (shown < held.Length)
            terminal.Line(Messages.HeldBackMore(held.Length - shown, kind));
    }
}

/// <summary>A bar on the terminal's last line, once the work has lasted a second.</summary>
sealed class ProgressBar(ITerminal terminal, Stopwatch watch) : IProgress<double>, IDisposable
{
    const int Width = 30;
    readonly Lock gate = new();
    int shown = -1;

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
