using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Preview;
using SiteGen.Publishing;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen serve</c>: a preview in the browser with live reload.</summary>
static class ServeCommand
{
    const string Description = "Preview the site with live reload; drafts, posts of later dates and unlisted ones are shown, and marked.";
    const string Editor = "vscode://file/{path}:{line}:{column}";

    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var port = Arguments.WithDefault("--port", "The port; where it is taken, the next free one. 0 for any.", 4000);
        var host = Arguments.WithDefault("--host", "The name or address to listen on.", "127.0.0.1");
        var open = Arguments.Flag("--open", "Open the browser.");
        var production = Arguments.Flag("--production",
            "Show what would be published, without drafts and posts of later dates, and without unlisted ones in lists.");
        var editor = Arguments.Text("--editor",
            $"Address that opens your editor, with {{path}}, {{line}} and {{column}} (default: {Editor}, or SITEGEN_EDITOR).", "PATTERN");
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var written }] && int.TryParse(written, out var number) && number is < 0 or > 65535)
                result.AddError("--port is a number from 0 to 65535.");
        });
        var command = new Command("serve", Description) { port, host, open, production, editor };
        site.AddTo(command);
        command.SetAction((parsed, ending) =>
        {
            if (site.FindsNone(parsed, terminal) && IsWanted(terminal) && !InitCommand.TryMakeHere(terminal))
                return Task.FromResult(ExitCode.Usage);
            if (site.Read(parsed, terminal) is not { } request)
                return Task.FromResult(ExitCode.Usage);
            if (!parsed.GetValue(production))
                request = request with { Options = request.Options with { Drafts = true, Future = true, Unlisted = true } };
            var pattern = parsed.GetValue(editor) ?? terminal.Environment("SITEGEN_EDITOR") ?? Editor;
            var options = new PreviewOptions(parsed.GetValue(host)!, parsed.GetValue(port), pattern)
            {
                Unpublished = state => Unpublished(request.Source, state),
                Language = state => DiagnosticOutput.Language(state.Language, terminal),
            };
            var clock = parsed.GetResult("--clock") is null ? TimeProvider.System : null;
            return Run(request, options, clock, parsed.GetValue(open), terminal, ending);
        });
        return command;
    }

    /// <summary>Offers to make a site here.</summary>
    static bool IsWanted(ITerminal terminal)
    {
        if (!InitCommand.IsPossibleHere(terminal))
            return false;
        // ㅛ is the key y under a Korean keyboard layout.
        return terminal.Ask("There is no site here. Make one?", " [y/N] ")?.Trim().ToLowerInvariant() is "y" or "yes" or "ㅛ" or "예" or "네";
    }

    static UnpublishedFile[]? Unpublished(string folder, PreviewState state)
    {
        var publish = state.Site.Config.Publish;
        return SourceChanges.SinceLast(folder, publish.Remote, publish.Branch)
            ?.Select(change => new UnpublishedFile(change.Kind.ToString().ToLowerInvariant(), change.Path)).ToArray();
    }

    static async Task<int> Run(
        SiteRequest request, PreviewOptions options, TimeProvider? clock, bool open, ITerminal terminal, CancellationToken ending)
    {
        var watch = Stopwatch.StartNew();
        var site = new PreviewSite(request.Source, request.Options, clock);
        PreviewServer server;
        try
        {
            server = await PreviewServer.Start(site, options).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return terminal.Refuse($"The preview can't listen on {options.Host}, port {options.Port}: {e.Message}");
        }

        await using var _ = server.ConfigureAwait(false);
        // Browsers do not open 0.0.0.0, which means all addresses of this machine.
        var name = options.Host is "0.0.0.0" or "::" ? "localhost" : options.Host.Contains(':') ? $"[{options.Host}]" : options.Host;
        var address = $"http://{name}:{server.Port}{site.State.Site.Permalink.Href(UrlPath.Root)}";
        if (options.Port != 0 && server.Port != options.Port)
            terminal.Error($"Port {options.Port} is taken by another program; this preview uses {server.Port}.");
        if (options.Host is not ("127.0.0.1" or "localhost" or "::1"))
            terminal.Error($"Others in this network can read the preview, drafts too, since it listens on {options.Host}.");
        var diagnostics = new PreviewDiagnostics(request.Format, request.All, terminal);
        site.Changed += diagnostics.Write;
        diagnostics.Write(site.State);
        var pages = Pages(site.State.Site.All.Count);
        terminal.Line($"Preview at {address} ({pages}, ready in {watch.ElapsedMilliseconds} ms). Ctrl+C ends it.");
        using var watcher = new SiteWatcher(site);
        if (open)
            Open(address, terminal);
        await Keys(site, address, terminal, ending).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>Handles single keys on a terminal; elsewhere only a signal ends the preview.</summary>
    static async Task Keys(PreviewSite site, string address, ITerminal terminal, CancellationToken ending)
    {
        if (terminal.HasKeys)
            terminal.Line("Keys: o opens the browser, r reads everything again, d shows or hides drafts, q ends.");
        try
        {
            while (true)
            {
                await Task.Delay(terminal.HasKeys ? 50 : Timeout.Infinite, ending).ConfigureAwait(false);
                switch (terminal.Key())
                {
                    case 'o':
                        Open(address, terminal);
                        break;
                    case 'r':
                        site.Rebuild();
                        terminal.Line($"Read everything again: {Pages(site.State.Site.All.Count)}.");
                        break;
                    case 'd':
                        site.ShowDrafts(!site.ShowsDrafts);
                        terminal.Line(site.ShowsDrafts
                            ? "Drafts, posts of later dates and unlisted ones are shown."
                            : "Drafts, posts of later dates and unlisted ones are hidden, as in a build.");
                        break;
                    case 'q':
                        return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }
    }

    static void Open(string address, ITerminal terminal)
    {
        var isWindows = OperatingSystem.IsWindows();
        var program = OperatingSystem.IsMacOS() ? "open" : isWindows ? address : "xdg-open";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { address }, UseShellExecute = isWindows });
        }
        catch (Win32Exception)
        {
            terminal.Error($"No program to open a browser with was found; open {address} yourself.");
        }
    }
}

/// <summary>Writes each diagnostic of a preview once while it lasts.</summary>
sealed class PreviewDiagnostics(string format, bool all, ITerminal terminal)
{
    readonly Lock gate = new();
    HashSet<string> written = [];

    public void Write(PreviewState state)
    {
        lock (gate)
        {
            var current = state.Diagnostics.ToLookup(diagnostic => DiagnosticPrinter.Text(diagnostic), StringComparer.Ordinal);
            var found = current.Where(same => !written.Contains(same.Key)).SelectMany(same => same).ToArray();
            foreach (var diagnostic in all ? found : found.Grouped())
                DiagnosticOutput.WriteOne(diagnostic, DiagnosticOutput.Language(state.Language, terminal), format, terminal);
            if (written.Count > 0 && current.Count == 0)
                terminal.Line("Mended: no errors or warnings.");
            written = [.. current.Select(same => same.Key)];
        }
    }
}
