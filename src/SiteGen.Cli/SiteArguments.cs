using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;

namespace SiteGen.Cli;

/// <summary>A site and its output folder as the command line names them, with what the build is asked for.</summary>
sealed record SiteRequest(string Source, string Output, string OutputName, BuildOptions Options, string Format, bool Quiet);

/// <summary>The options that all site commands share.</summary>
sealed class SiteArguments
{
    readonly Option<string[]> source = new("--source") { Description = "The site's folder (default: the nearest one upwards that holds content/site.yml).", HelpName = "DIR", Arity = new ArgumentArity(1, 2) };
    readonly Option<string?> output = new("--output") { Description = "Where the built site goes (default: SOURCE/output).", HelpName = "DIR" };
    readonly Option<string?> baseUrl = new("--base-url") { Description = "Address of the published site; beats site.yml and SITEGEN_BASE_URL.", HelpName = "URL" };
    readonly Option<string?> theme = new("--theme") { Description = "A folder under themes/; beats site.yml.", HelpName = "NAME" };
    readonly Option<bool> drafts = new("--drafts") { Description = "Publish drafts too." };
    readonly Option<bool> future = new("--future") { Description = "Publish posts of later dates too." };
    readonly Option<string?> clock = new("--clock") { Description = "What \"now\" is, for posts of later dates.", HelpName = "INSTANT" };
    readonly Option<bool> quiet = new("--quiet") { Description = "Say nothing but errors and warnings." };
    readonly Option<string> format = new("--format") { Description = "How diagnostics are written: text, json, or github (workflow annotations).", DefaultValueFactory = _ => "text" };

    bool takesOriginal, takesNoOutput;
    string outputFolder = "output";

    public SiteArguments() => format.AcceptOnlyFromAmong("text", "json", "github");

    /// <summary>
    /// The same for <c>new</c>, where <c>--source</c> may also name the original that a post reports on. No site's folder is called
    /// https://…, so the two are told apart by what they are.
    /// </summary>
    public static SiteArguments WithOriginal()
    {
        var arguments = new SiteArguments { takesOriginal = true };
        arguments.source.Description = "An https:// address: the original of the post. Else the site's folder (default: the nearest one upwards that holds content/site.yml).";
        arguments.source.HelpName = "URL|DIR";
        return arguments;
    }

    /// <summary>The same for a command that writes elsewhere than a build does.</summary>
    /// <param name="folder">Below the site's folder.</param>
    public static SiteArguments WritingTo(string folder, string what)
    {
        var arguments = new SiteArguments { outputFolder = folder };
        arguments.output.Description = $"{what} (default: SOURCE/{folder}).";
        return arguments;
    }

    /// <summary>The same for a command that builds into a folder of its own.</summary>
    public static SiteArguments WithoutOutput() => new() { takesNoOutput = true };

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    /// <summary>The original's address; null for none.</summary>
    public string? Original(ParseResult parsed) => Sources(parsed, original: true).FirstOrDefault();

    /// <summary>What <c>--source</c> names: originals, or folders.</summary>
    string[] Sources(ParseResult parsed, bool original) => Array.FindAll(parsed.GetValue(source) ?? [], text => (takesOriginal && IsWebAddress(text)) == original);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { source, output, baseUrl, theme, drafts, future, clock, quiet, format })
        {
            if (option != output || !takesNoOutput)
                command.Options.Add(option);
        }
    }

    /// <summary>The request; null after saying what is wrong with it.</summary>
    public SiteRequest? Read(ParseResult parsed, ITerminal terminal)
    {
        var folder = Source(parsed, terminal);
        if (folder is null)
            return null;
        var written = takesNoOutput ? null : parsed.GetValue(output);
        var target = Path.GetFullPath(written ?? Path.Combine(folder, outputFolder), terminal.CurrentFolder);
        if (FolderRules.OutputProblem(folder, target) is { } problem)
        {
            terminal.Error(Messages.BadOutput(written ?? target, problem));
            return null;
        }

        if (!TryBaseUrl(parsed, terminal, out var address) || !TryClock(parsed, terminal, out var now))
            return null;
        var options = new BuildOptions(now) { BaseUrl = address, Theme = parsed.GetValue(theme), Drafts = parsed.GetValue(drafts), Future = parsed.GetValue(future) };
        return new SiteRequest(folder, target, written ?? outputFolder, options, parsed.GetValue(format)!, parsed.GetValue(quiet));
    }

    /// <summary>The same for what needs no site around it; null after saying what is wrong.</summary>
    public SiteRequest? ReadWithoutSite(ParseResult parsed, ITerminal terminal) =>
        TryBaseUrl(parsed, terminal, out var address) && TryClock(parsed, terminal, out var now)
            ? new SiteRequest("", "", "", new BuildOptions(now) { BaseUrl = address }, parsed.GetValue(format)!, parsed.GetValue(quiet))
            : null;

    string? Source(ParseResult parsed, ITerminal terminal)
    {
        var folders = Sources(parsed, original: false);
        if (folders.Length > 1 || Sources(parsed, original: true).Length > 1)
        {
            terminal.Error(takesOriginal ? Messages.TwoSources : Messages.TwoFolders);
            return null;
        }

        if (folders is [var named])
        {
            var folder = Path.GetFullPath(named, terminal.CurrentFolder);
            if (FolderRules.IsSite(folder))
                return folder;
            terminal.Error(Messages.NotASite(named));
            return null;
        }

        var found = FolderRules.FindSite(terminal.CurrentFolder);
        if (found is null)
            terminal.Error(Messages.NoSite(terminal.CurrentFolder));
        return found;
    }

    bool TryBaseUrl(ParseResult parsed, ITerminal terminal, out SiteAddress? address)
    {
        address = null;
        var text = parsed.GetValue(baseUrl) ?? terminal.Environment("SITEGEN_BASE_URL");
        if (string.IsNullOrEmpty(text))
            return true;
        if (SiteAddress.TryParse(text, out var read, out var problem))
        {
            address = read;
            return true;
        }

        terminal.Error(Messages.BadBaseUrl(text, problem));
        return false;
    }

    bool TryClock(ParseResult parsed, ITerminal terminal, out DateTimeOffset now)
    {
        now = TimeProvider.System.GetUtcNow();
        if (parsed.GetValue(clock) is not { } text || DateReader.TryRead(text, SiteZone.Seoul, out now, out var problem))
            return true;
        terminal.Error(Messages.BadClock(text, problem));
        return false;
    }
}

/// <summary>Writes a run's diagnostics to standard error, and knows the exit code they mean.</summary>
static class DiagnosticOutput
{
    public static void Write(DiagnosticBag bag, string format, ITerminal terminal)
    {
        var diagnostics = bag.Sorted();
        var language = Language(bag.Language, terminal);
        if (format == "json")
        {
            terminal.ErrorWriter.Write(DiagnosticPrinter.Json(diagnostics, language));
            return;
        }

        foreach (var diagnostic in diagnostics)
            WriteOne(diagnostic, language, format, terminal);
    }

    public static void WriteOne(Diagnostic diagnostic, MessageLanguage language, string format, ITerminal terminal) =>
        terminal.ErrorWriter.Write(format switch { "github" => DiagnosticPrinter.GitHub(diagnostic, language), "json" => DiagnosticPrinter.Json([diagnostic], language), _ => Coloured(diagnostic, language, terminal) });

    /// <summary>The one asked for by SITEGEN_LANGUAGE, else the site's own, else, while nobody knows the site's, the system's.</summary>
    public static MessageLanguage Language(MessageLanguage? ofSite, ITerminal terminal) =>
        Asked(terminal) ?? ofSite ?? MessageLanguages.Of(FirstOf(terminal, "LC_ALL", "LC_MESSAGES", "LANG") ?? "");

    /// <summary>The language of a site that is not read yet; null when its configuration can't be.</summary>
    public static MessageLanguage? LanguageOfSite(string folder)
    {
        var diagnostics = new DiagnosticBag();
        SiteConfigReader.Read(new DiskFiles(folder), diagnostics);
        return diagnostics.Language;
    }

    /// <summary>The language that the environment asks for whatever the site's is; null when it leaves that open.</summary>
    public static MessageLanguage? Asked(ITerminal terminal) => FirstOf(terminal, "SITEGEN_LANGUAGE") is { } asked ? MessageLanguages.Of(asked) : null;

    static string? FirstOf(ITerminal terminal, params string[] names) => names.Select(terminal.Environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    public static int ExitCodeOf(DiagnosticBag bag)
    {
        if (!bag.HasErrors)
            return ExitCode.Done;
        return bag.Sorted().Any(diagnostic => diagnostic.Severity == Severity.Error && IsConfiguration(diagnostic)) ? ExitCode.Usage : ExitCode.Content;
    }

    /// <summary>What is wrong with <c>site.yml</c>, with the folder named on the command line or with the repository, not with a text.</summary>
    static bool IsConfiguration(Diagnostic diagnostic) =>
        diagnostic.Place.Path == SiteConfig.Path || diagnostic.Rule.StartsWith("config-", StringComparison.Ordinal) || diagnostic.Rule.StartsWith("output-", StringComparison.Ordinal) || diagnostic.Rule.StartsWith("publish-", StringComparison.Ordinal);

    static string Coloured(Diagnostic diagnostic, MessageLanguage language, ITerminal terminal)
    {
        var text = DiagnosticPrinter.Text(diagnostic, language);
        if (!terminal.IsInteractive)
            return text;
        var end = text.IndexOf('\n');
        return (diagnostic.Severity == Severity.Error ? "\u001b[31m" : "\u001b[33m") + text[..end] + "\u001b[0m" + text[end..];
    }
}
