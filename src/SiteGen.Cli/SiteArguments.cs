using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;

namespace SiteGen.Cli;

/// <summary>A site and its output folder, with the build options of the command line.</summary>
sealed record SiteRequest(string Source, string Output, string OutputName, BuildOptions Options, string Format, bool Quiet, bool All)
{
    /// <summary>Where <c>--format json</c> is for the result on standard output, diagnostics stay text.</summary>
    public string DiagnosticFormat => Format == "json" ? "text" : Format;
}

/// <summary>The options that all site commands share.</summary>
sealed class SiteArguments
{
    readonly Option<string[]> source = new("--source")
    {
        Description = "The site's folder (default: the nearest one upwards that holds content/site.yml).",
        HelpName = "DIR",
        Arity = new ArgumentArity(1, 2),
    };
    readonly Option<string?> output = Arguments.Text("--output", "Where the built site goes (default: SOURCE/output).", "DIR");
    readonly Option<string?> baseUrl =
        Arguments.Text("--base-url", "Address of the published site; beats site.yml and SITEGEN_BASE_URL.", "URL");
    readonly Option<string?> theme =
        Arguments.Text("--theme", "A folder under themes/, or maru, which is in the program; beats site.yml.", "NAME");
    readonly Option<bool> drafts = Arguments.Flag("--drafts", "Publish drafts too.");
    readonly Option<bool> future = Arguments.Flag("--future", "Publish posts of later dates too.");
    readonly Option<string?> clock = Arguments.Text("--clock", "What \"now\" is, for posts of later dates.", "INSTANT");
    readonly Option<bool> quiet = Arguments.Flag("--quiet", "Say nothing but errors and warnings.");
    readonly Option<string> format =
        Arguments.WithDefault("--format", "How diagnostics are written: text, json, or github (workflow annotations).", "text");

    readonly Option<bool> all = Arguments.Flag("--all", "Print every warning instead of one for each cause.");

    bool takesOriginal, takesNoOutput;
    string outputFolder = "output";

    public SiteArguments() => format.AcceptOnlyFromAmong("text", "json", "github");

    /// <summary>For <c>new</c>: <c>--source</c> may also be the https:// address of the original that a post reports on.</summary>
    public static SiteArguments WithOriginal()
    {
        var arguments = new SiteArguments { takesOriginal = true };
        arguments.source.Description = "An https:// address: the original of the post. " +
            "Else the site's folder (default: the nearest one upwards that holds content/site.yml).";
        arguments.source.HelpName = "URL|DIR";
        return arguments;
    }

    /// <summary>For a command with another default output folder.</summary>
    /// <param name="folder">Relative to the site's folder.</param>
    public static SiteArguments WritingTo(string folder, string description)
    {
        var arguments = new SiteArguments { outputFolder = folder };
        arguments.output.Description = $"{description} (default: SOURCE/{folder}).";
        return arguments;
    }

    /// <summary>For a command that builds into a temporary folder.</summary>
    public static SiteArguments WithoutOutput() => new() { takesNoOutput = true };

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    /// <summary>The original's address, or null.</summary>
    public string? Original(ParseResult parsed) => Sources(parsed, original: true).FirstOrDefault();

    /// <summary>The values of <c>--source</c>: originals, or folders.</summary>
    string[] Sources(ParseResult parsed, bool original) =>
        Array.FindAll(parsed.GetValue(source) ?? [], text => (takesOriginal && IsWebAddress(text)) == original);

    public void AddTo(Command command)
    {
        Option[] options = [source, output, baseUrl, theme, drafts, future, clock, quiet, all, format];
        foreach (var option in options.Where(option => option != output || !takesNoOutput))
            command.Options.Add(option);
    }

    /// <summary>Adds the options and what the command does with a valid request.</summary>
    public Command AddTo(Command command, ITerminal terminal, Func<SiteRequest, ParseResult, int> run)
    {
        AddTo(command);
        command.SetAction(parsed => Read(parsed, terminal) is { } request ? run(request, parsed) : ExitCode.Usage);
        return command;
    }

    /// <summary>Null after reporting what is wrong.</summary>
    public SiteRequest? Read(ParseResult parsed, ITerminal terminal)
    {
        var folder = Source(parsed, terminal);
        if (folder is null)
            return null;
        var written = takesNoOutput ? null : parsed.GetValue(output);
        var target = Path.GetFullPath(written ?? Path.Combine(folder, outputFolder), terminal.CurrentFolder);
        if (FolderRules.OutputProblem(folder, target) is { } problem)
        {
            terminal.Error($"The output can't be {written ?? target}: it {problem}.");
            return null;
        }

        return ReadWithoutSite(parsed, terminal) is not { } request ? null : request with
        {
            Source = folder,
            Output = target,
            OutputName = written ?? outputFolder,
            Options = request.Options with
            {
                Theme = parsed.GetValue(theme),
                Drafts = parsed.GetValue(drafts),
                Future = parsed.GetValue(future),
            },
        };
    }

    /// <summary>For a command that needs no site. Null after reporting what is wrong.</summary>
    public SiteRequest? ReadWithoutSite(ParseResult parsed, ITerminal terminal) =>
        TryBaseUrl(parsed, terminal, out var address) && TryClock(parsed, terminal, out var now)
            ? new SiteRequest("", "", "", new BuildOptions(now) { BaseUrl = address }, parsed.GetValue(format)!, parsed.GetValue(quiet),
                parsed.GetValue(all))
            : null;

    /// <summary>Whether no folder is named and the current one belongs to no site.</summary>
    public bool FindsNone(ParseResult parsed, ITerminal terminal) =>
        parsed.GetValue(source) is null or [] && FolderRules.FindSite(terminal.CurrentFolder) is null;

    string? Source(ParseResult parsed, ITerminal terminal)
    {
        var folders = Sources(parsed, original: false);
        if (folders.Length > 1 || Sources(parsed, original: true).Length > 1)
            terminal.Error(takesOriginal
                ? (Message)"--source names one original (https://…) and one folder at most."
                : "--source names one folder.");
        else if (folders is [var named])
        {
            var folder = Path.GetFullPath(named, terminal.CurrentFolder);
            if (FolderRules.IsSite(folder))
            {
                terminal.SiteLanguage = DiagnosticOutput.LanguageOfSite(folder);
                return folder;
            }

            terminal.Error($"{named} is no site: it has no content/site.yml.");
        }
        else if (FolderRules.FindSite(terminal.CurrentFolder) is { } found)
            return found;
        else
        {
            terminal.Error($"There is no site in {terminal.CurrentFolder} or above it: no folder holds content/site.yml. "
                + $"Make one with: sitegen init DIR");
        }

        return null;
    }

    bool TryBaseUrl(ParseResult parsed, ITerminal terminal, out SiteAddress? address)
    {
        address = null;
        var text = parsed.GetValue(baseUrl) ?? terminal.Environment("SITEGEN_BASE_URL");
        if (string.IsNullOrEmpty(text) || SiteAddress.TryParse(text, out address, out var problem))
            return true;
        terminal.Error($"“{text}” is no address of a site: {problem}. Write it as https://name.github.io/repository/.");
        return false;
    }

    bool TryClock(ParseResult parsed, ITerminal terminal, out DateTimeOffset now)
    {
        now = TimeProvider.System.GetUtcNow();
        if (parsed.GetValue(clock) is not { } text || DateReader.TryRead(text, SiteZone.Seoul, out now, out var problem))
            return true;
        terminal.Error($"--clock: {problem} (“{text}”). Write it as 2025-01-24 or 2025-01-24T09:30+09:00.");
        return false;
    }
}
