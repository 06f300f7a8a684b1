using System.CommandLine;
using System.Diagnostics;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Checking;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary><c>sitegen check</c>.</summary>
static class CheckCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var folder = new Argument<string?>("folder") { Description = "A built site to check as it stands (default: the site is built in memory).", Arity = ArgumentArity.ZeroOrOne };
        var external = new Option<bool>("--external") { Description = "Ask each link to another site once whether it is still there." };
        var fix = new Option<bool>("--fix") { Description = "First mend in the Markdown files what is certain: decomposed Hangul, double spaces, tags' spelling." };
        var command = new Command("check", "Look for what is wrong with the finished site: broken links, pictures without a description, and more; see `sitegen rules`.") { folder, external, fix };
        site.AddTo(command);
        command.SetAction(parsed => (parsed.GetValue(folder), parsed.GetValue(fix)) switch
        {
            (not null, true) => Wrong(Messages.FixNeedsSources, terminal),
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
        var outside = external ? new ExternalOptions(TimeProvider.System) { Cache = new ExternalLinkCache(new DiskCache(request.Source)) } : null;
        return Told(request, terminal, (progress, diagnostics) => SiteCheck.Run(files, request.Options with { Progress = progress }, outside, diagnostics));
    }

    static int CheckFolder(string built, SiteArguments site, ParseResult parsed, bool external, ITerminal terminal)
    {
        var folder = Path.GetFullPath(built, terminal.CurrentFolder);
        if (!FolderRules.IsFolder(folder))
            return Wrong(Messages.NoFolder(built), terminal);
        if (site.ReadWithoutSite(parsed, terminal) is not { } request)
            return ExitCode.Usage;
        // A folder built from the site that one stands in is judged by that site's settings, in its language.
        var ofSite = new DiagnosticBag();
        var config = FolderRules.FindSite(folder) is { } source ? SiteConfigReader.Read(new DiskFiles(source), ofSite) : new SiteConfig();
        var options = new CheckOptions(config.Check) { External = external ? new ExternalOptions(TimeProvider.System) : null };
        return Told(request, terminal, (progress, diagnostics) =>
        {
            diagnostics.Language = ofSite.Language;
            return SiteCheck.Run(new DiskFiles(folder), request.Options.BaseUrl, options with { Progress = progress }, diagnostics);
        });
    }

    static int Told(SiteRequest request, ITerminal terminal, Func<IProgress<double>?, DiagnosticBag, CheckReport?> check)
    {
        var diagnostics = new DiagnosticBag();
        using var progress = new ProgressBar(terminal, Stopwatch.StartNew());
        var report = check(terminal.IsInteractive && !request.Quiet ? progress : null, diagnostics);
        progress.Dispose();
        DiagnosticOutput.Write(diagnostics, request.Format, terminal);
        if (report is null && request.Format == "text")
            terminal.Error(Messages.NotChecked(diagnostics.ErrorCount));
        if (report is not null && !request.Quiet)
            terminal.Line(Messages.Checked(report, diagnostics.ErrorCount, diagnostics.Sorted().Count - diagnostics.ErrorCount));
        return DiagnosticOutput.ExitCodeOf(diagnostics);
    }

    /// <summary>False after saying which file could not be written.</summary>
    static bool Fix(SiteRequest request, DiskFiles files, ITerminal terminal)
    {
        if (SiteCheck.Fixes(files, request.Options with { Drafts = true, Future = true }) is not { } changed)
            return true;
        var isDone = true;
        foreach (var document in changed)
        {
            var path = document.Document.Source.Path;
            var problem = "it can't be read";
            if (files.TryRead(document.Document.DiskPath, out var before, out _) && ChangedFile.TryWrite(request.Source, document.Document.DiskPath, before, Bytes(before, document), out problem))
            {
                foreach (var change in document.Changes)
                    terminal.Line(Messages.Fixed(path, document.Document.Source.LineAndColumn(change.Offset).Line, change.What));
                continue;
            }

            terminal.Error(Messages.NotFixed(path, problem));
            isDone = false;
        }

        if (!request.Quiet)
            terminal.Line(changed.Count == 0 ? Messages.NothingToFix : Messages.FixedAll(changed.Sum(document => document.Changes.Count), changed.Count));
        return isDone;
    }

    /// <summary>A byte order mark, which reading takes away, stays.</summary>
    static byte[] Bytes(byte[] before, ChangedDocument document)
    {
        var text = Encoding.UTF8.GetBytes(document.Text);
        return before.AsSpan().StartsWith(Encoding.UTF8.Preamble) && !text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble, .. text] : text;
    }

    static int Wrong(string message, ITerminal terminal)
    {
        terminal.Error(message);
        return ExitCode.Usage;
    }
}
