using System.CommandLine;
using System.Diagnostics;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Preview;
using SiteGen.Publishing;

namespace SiteGen.Cli;

/// <summary><c>sitegen serve</c>: the site in a browser, as its files stand now.</summary>
static class ServeCommand
{
    const string Editor = "vscode://file/{path}:{line}:{column}";

    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var port = new Option<int>("--port") { Description = "The port; where it is taken, the next free one. 0 for any.", DefaultValueFactory = _ => 4000 };
        var host = new Option<string>("--host") { Description = "The name or address to listen on.", DefaultValueFactory = _ => "127.0.0.1" };
        var open = new Option<bool>("--open") { Description = "Open the browser." };
        var production = new Option<bool>("--production") { Description = "Show what would be published, without drafts and posts of later dates, and without unlisted ones in lists." };
        var editor = new Option<string?>("--editor") { Description = "Address that opens your editor, with {path}, {line} and {column} (default: " + Editor + ", or SITEGEN_EDITOR).", HelpName = "PATTERN" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var written] && int.TryParse(written.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is < 0 or > 65535)
                result.AddError("--port is a number from 0 to 65535.");
        });
        var command = new Command("serve", "Preview the site with live reload; drafts, posts of later dates and unlisted ones are shown, and marked.") { port, host, open, production, editor };
        site.AddTo(command);
        command.SetAction((parsed, ending) => site.Read(parsed, terminal) is not { } request
            ? Task.FromResult(ExitCode.Usage)
            : Run(parsed.GetValue(production) ? request : request with { Options = request.Options with { Drafts = true, Future = true, Unlisted = true } },
                new PreviewOptions(parsed.GetValue(host)!, parsed.GetValue(port), parsed.GetValue(editor) ?? terminal.Environment("SITEGEN_EDITOR") ?? Editor) { Unpublished = state => Unpublished(request.Source, state), Language = state => DiagnosticOutput.Language(state.Language, terminal) }, parsed.GetValue(open), parsed.GetResult("--clock") is not null, terminal, ending));
        return command;
    }

    static UnpublishedFile[]? Unpublished(string folder, PreviewState state) =>
        SourceChanges.SinceLast(folder, state.Site.Config.Publish.Remote, state.Site.Config.Publish.Branch)?.Select(change => new UnpublishedFile(change.Kind.ToString().ToLowerInvariant(), change.Path)).ToArray();

    static async Task<int> Run(SiteRequest request, PreviewOptions options, bool open, bool clockStands, ITerminal terminal, CancellationToken ending)
    {
        var watch = Stopwatch.StartNew();
        var site = new PreviewSite(request.Source, request.Options, clockStands ? null : TimeProvider.System);
        PreviewServer server;
        try
        {
            server = await PreviewServer.Start(site, options).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            terminal.Error(Messages.CannotListen(options.Host, options.Port, e.Message));
            return ExitCode.Usage;
        }

        await using var _ = server.ConfigureAwait(false);
        // Browsers do not open 0.0.0.0, which stands for all addresses of this machine.
        var name = options.Host is "0.0.0.0" or "::" ? "localhost" : options.Host.Contains(':') ? $"[{options.Host}]" : options.Host;
        var address = $"http://{name}:{server.Port}{site.State.Site.Permalink.Href(UrlPath.Root)}";
        var speaker = new ServeSpeaker(request, terminal);
        if (options.Port != 0 && server.Port != options.Port)
            terminal.Error(Messages.OtherPort(options.Port, server.Port));
        if (options.Host is not ("127.0.0.1" or "localhost" or "::1"))
            terminal.Error(Messages.OpenToOthers(options.Host));
        site.Changed += speaker.Tell;
        speaker.Tell(site.State);
        terminal.Line(Messages.Serving(address, site.State.Site.All.Count, watch.ElapsedMilliseconds));
        using var watcher = new SiteWatcher(site);
        if (open)
            Open(address, terminal);
        await Keys(site, address, terminal, ending).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>Until the preview is to end. On a terminal single keys do something; elsewhere only a signal ends it.</summary>
    static async Task Keys(PreviewSite site, string address, ITerminal terminal, CancellationToken ending)
    {
        if (terminal.HasKeys)
            terminal.Line(Messages.Keys);
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
                        terminal.Line(Messages.Rebuilt(site.State.Site.All.Count));
                        break;
                    case 'd':
                        site.ShowDrafts(!site.ShowsDrafts);
                        terminal.Line(Messages.Drafts(site.ShowsDrafts));
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
        try
        {
            using var process = Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? address : "xdg-open") { ArgumentList = { address }, UseShellExecute = OperatingSystem.IsWindows() });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            terminal.Error(Messages.NoBrowser(address));
        }
    }
}

/// <summary>Says on the console what the panel in the browser says, each complaint once while it lasts.</summary>
sealed class ServeSpeaker(SiteRequest request, ITerminal terminal)
{
    readonly Lock gate = new();
    HashSet<string> said = [];

    public void Tell(PreviewState state)
    {
        lock (gate)
        {
            var now = state.Diagnostics.Select(diagnostic => DiagnosticPrinter.Text(diagnostic)).ToHashSet(StringComparer.Ordinal);
            var mended = said.Count > 0 && now.Count == 0;
            foreach (var diagnostic in state.Diagnostics)
            {
                if (!said.Contains(DiagnosticPrinter.Text(diagnostic)))
                    DiagnosticOutput.WriteOne(diagnostic, DiagnosticOutput.Language(state.Language, terminal), request.Format, terminal);
            }

            said = now;
            if (mended)
                terminal.Line(Messages.Mended);
        }
    }
}
