using System.CommandLine;
using System.Diagnostics;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Checking;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen check</c>.</summary>
static class CheckCommand
{
    const string Description =
        "Look for what is wrong with the finished site: broken links, pictures without a description, and more; see `sitegen rules`.";

    const string FixNeedsSources = "--fix changes the Markdown files of a site; it can't be used with the folder of a built one.";

    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var folder = Arguments.Optional("folder", "A built site to check as it stands (default: the site is built in memory).");
        var external = Arguments.Flag("--external", "Ask each link to another site once whether it is still there.");
        var fix = Arguments.Flag("--fix",
            "First mend in the Markdown files what is certain: decomposed Hangul, double spaces, tags' spelling.");
        var command = new Command("check", Description) { folder, external, fix };
        site.AddTo(command);
        command.SetAction(parsed => (parsed.GetValue(folder), parsed.GetValue(fix)) switch
        {
            (not null, true) => terminal.Refuse(FixNeedsSources),
            _ when parsed.GetValue(external) && !ExternalOptions.IsPossible => terminal.Refuse(
                "--external speaks HTTPS, which takes OpenSSL (libssl) on Linux. Install it, or leave --external out."),
            ({ } built, _) => CheckFolder(built, site, parsed, parsed.GetValue(external), terminal),
            _ when site.Read(parsed, terminal) is { } request => Check(request, parsed.GetValue(external), parsed.GetValue(fix), terminal),
            _ => ExitCode.Usage,
        });
        return command;
    }

    static int Check(SiteRequest request, bool external, bool fix, ITerminal terminal)
    {
        var files = new DiskFiles(request.Source);
        if (fix && !Fix(request, files, terminal))
            return ExitCode.Content;
        var cache = new ExternalLinkCache(new DiskCache(request.Source));
        var links = external ? new ExternalOptions(TimeProvider.System) { Cache = cache } : null;
        return Report(request, terminal, (progress, diagnostics) =>
            SiteCheck.Run(files, request.Options with { Progress = progress }, links, diagnostics));
    }

    static int CheckFolder(string built, SiteArguments site, ParseResult parsed, bool external, ITerminal terminal)
    {
        var folder = Path.GetFullPath(built, terminal.CurrentFolder);
        if (!FolderRules.IsFolder(folder))
            return terminal.Refuse($"There is no folder {built}.");
        if (site.ReadWithoutSite(parsed, terminal) is not { } request)
            return ExitCode.Usage;
        // A built site inside its source folder is checked with that site's settings and language.
        var ofSite = new DiagnosticBag();
        var config = FolderRules.FindSite(folder) is { } source ? SiteConfigReader.Read(new DiskFiles(source), ofSite) : new SiteConfig();
        var options = new CheckOptions(config.Check) { External = external ? new ExternalOptions(TimeProvider.System) : null };
        return Report(request, terminal, (progress, diagnostics) =>
        {
            diagnostics.Language = ofSite.Language;
            return SiteCheck.Run(new DiskFiles(folder), request.Options.BaseUrl, options with { Progress = progress }, diagnostics);
        });
    }

    static int Report(SiteRequest request, ITerminal terminal, Func<IProgress<double>?, DiagnosticBag, CheckReport?> check)
    {
        var diagnostics = new DiagnosticBag();
        using var progress = new ProgressBar(request, terminal, Stopwatch.StartNew());
        var report = check(progress.IfShown, diagnostics);
        progress.Dispose();
        var exitCode = DiagnosticOutput.Write(diagnostics, request.Format, request.All, terminal);
        var errors = diagnostics.ErrorCount;
        if (report is null && request.Format == "text")
        {
            terminal.Error(errors == 1
                ? (Message)$"{Errors(errors)}: the finished site was not checked, since pages are missing until it is mended."
                : $"{Errors(errors)}: the finished site was not checked, since pages are missing until they are mended.");
        }

        if (report is not null && !request.Quiet)
            terminal.Line(Summary(report, Errors(errors), Warnings(diagnostics.Count - errors)));
        return exitCode;
    }

    static Message Summary(CheckReport report, Message errors, Message warnings) => report.ExternalLinks switch
    {
        0 => (Message)$"{Pages(report.Pages)}, {Links(report.Links)} checked: {errors}, {warnings}",
        1 => $"{Pages(report.Pages)}, {Links(report.Links)} checked, 1 address elsewhere asked: {errors}, {warnings}",
        var others => $"{Pages(report.Pages)}, {Links(report.Links)} checked, {others:N0} addresses elsewhere asked: {errors}, {warnings}",
    };

    /// <summary>False after reporting which file could not be written.</summary>
    static bool Fix(SiteRequest request, DiskFiles files, ITerminal terminal)
    {
        if (SiteCheck.Fixes(files, request.Options with { Drafts = true, Future = true }) is not { } documents)
            return true;
        var isDone = true;
        foreach (var document in documents)
        {
            var source = document.Document.Source;
            if (Problem(request.Source, files, document) is { } problem)
            {
                terminal.Error($"{source.Path} was left as it was: {problem}.");
                isDone = false;
                continue;
            }

            foreach (var change in document.Changes)
            {
                var line = source.LineAndColumn(change.Offset).Line;
                terminal.Line($"fixed {DiagnosticPrinter.Printable(source.Path)}:{line}: {change.What}");
            }
        }

        var changes = documents.Sum(document => document.Changes.Count);
        if (!request.Quiet)
        {
            terminal.Line(documents.Count == 0 ? (Message)"Nothing to fix."
                : changes == 1 ? (Message)$"1 place fixed in {Files(documents.Count)}."
                : $"{changes:N0} places fixed in {Files(documents.Count)}.");
        }

        return isDone;
    }

    /// <summary>Writes a fixed document, and keeps its byte order mark. Returns what went wrong, or null.</summary>
    static Message? Problem(string folder, DiskFiles files, ChangedDocument document)
    {
        var path = document.Document.DiskPath;
        if (!files.TryRead(path, out var before, out _))
            return "it can't be read";
        var text = Encoding.UTF8.GetBytes(document.Text);
        if (before.AsSpan().StartsWith(Encoding.UTF8.Preamble) && !text.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            text = [.. Encoding.UTF8.Preamble, .. text];
        return ChangedFile.TryWrite(folder, path, before, text, out var problem) ? null : (Message)$"{problem}";
    }
}
