using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary>Writes diagnostics to standard error, and maps them to an exit code.</summary>
static class DiagnosticOutput
{
    /// <summary>Returns the exit code.</summary>
    /// <param name="all">Prints every warning instead of one for each cause.</param>
    public static int Write(DiagnosticBag bag, string format, bool all, ITerminal terminal)
    {
        var diagnostics = all ? bag.Sorted() : bag.Sorted().Grouped();
        var language = Language(bag.Language, terminal);
        if (format == "json")
            terminal.ErrorWriter.Write(DiagnosticPrinter.Json(diagnostics, language));
        else
        {
            foreach (var diagnostic in diagnostics)
                WriteOne(diagnostic, language, format, terminal);
            if (format == "text" && diagnostics.Any(diagnostic => diagnostic.Count > 1))
                terminal.Error("Every place of a warning: --all", language);
        }

        return ExitCodeOf(bag);
    }

    public static void WriteOne(Diagnostic diagnostic, MessageLanguage language, string format, ITerminal terminal) =>
        terminal.ErrorWriter.Write(format switch
        {
            "github" => DiagnosticPrinter.GitHub(diagnostic, language),
            "json" => DiagnosticPrinter.Json([diagnostic], language),
            _ => Coloured(diagnostic, language, terminal),
        });

    /// <summary>SITEGEN_LANGUAGE, else the site's language, else, while that is unknown, the system's.</summary>
    public static MessageLanguage Language(MessageLanguage? ofSite, ITerminal terminal) =>
        FirstOf(terminal, "SITEGEN_LANGUAGE") is { } asked ? MessageLanguages.Of(asked)
        : ofSite ?? MessageLanguages.Of(FirstOf(terminal, "LC_ALL", "LC_MESSAGES", "LANG") ?? "");

    /// <summary>The language of a site that is not read yet; null when its configuration can't be read.</summary>
    public static MessageLanguage? LanguageOfSite(string folder)
    {
        var diagnostics = new DiagnosticBag();
        SiteConfigReader.Read(new DiskFiles(folder), diagnostics);
        return diagnostics.Language;
    }

    static string? FirstOf(ITerminal terminal, params string[] names) =>
        names.Select(terminal.Environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    public static int ExitCodeOf(DiagnosticBag bag) =>
        !bag.HasErrors ? ExitCode.Done
        : bag.Sorted().Any(diagnostic => diagnostic.Rule == InternalFault.Rule) ? ExitCode.Failure
        : bag.Sorted().Any(diagnostic => diagnostic.Severity == Severity.Error && IsConfiguration(diagnostic)) ? ExitCode.Usage
        : ExitCode.Content;

    /// <summary>Errors of <c>site.yml</c>, the output folder or the repository, not of a document.</summary>
    static bool IsConfiguration(Diagnostic diagnostic) =>
        diagnostic.Place.Path == SiteConfig.Path
        || new[] { "config-", "output-", "publish-" }.Any(prefix => diagnostic.Rule.StartsWith(prefix, StringComparison.Ordinal));

    static string Coloured(Diagnostic diagnostic, MessageLanguage language, ITerminal terminal)
    {
        var text = DiagnosticPrinter.Text(diagnostic, language);
        if (!terminal.IsInteractive)
            return text;
        var end = text.IndexOf('\n');
        return (diagnostic.Severity == Severity.Error ? "\u001b[31m" : "\u001b[33m") + text[..end] + "\u001b[0m" + text[end..];
    }
}
