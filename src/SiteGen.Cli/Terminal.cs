using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary>The console as commands see it: results go to standard output, diagnostics to standard error.</summary>
public interface ITerminal
{
    TextWriter OutputWriter { get; }

    TextWriter ErrorWriter { get; }

    Stream OutputBytes { get; }

    /// <summary>Whether to show colour and progress.</summary>
    bool IsInteractive { get; }

    string? Environment(string name);

    /// <summary>Reads an answer from the keyboard; null without one, or at the end of input.</summary>
    string? Ask(string question) => null;

    string? Ask(Message question, string usual) => Ask($"{question.In(Language)}{usual}");

    string CurrentFolder { get; }

    /// <summary>Whether single keys can be read.</summary>
    bool HasKeys => false;

    /// <summary>The next key pressed, in lower case, or null.</summary>
    char? Key() => null;

    /// <summary>The language of the site that the command is about; null until it is known.</summary>
    MessageLanguage? SiteLanguage { get; set; }

    /// <summary>The language of messages: that of the site named by the command, else of the one around the current folder.</summary>
    MessageLanguage Language => DiagnosticOutput.Language(
        SiteLanguage ??= FolderRules.FindSite(CurrentFolder) is { } site ? DiagnosticOutput.LanguageOfSite(site) : null, this);

    /// <summary>Writes a line that is no message: a title, a path, a row of a table.</summary>
    void Write(string text) => OutputWriter.WriteLine(text);

    void Line(Message text) => Line(text, Language);

    void Line(Message text, MessageLanguage language) => Write(text.In(language));

    void Error(Message text) => Error(text, Language);

    void Error(Message text, MessageLanguage language) => ErrorWriter.WriteLine(text.In(language));

    /// <summary>Reports wrong usage.</summary>
    int Refuse(Message text)
    {
        Error(text);
        return ExitCode.Usage;
    }
}

/// <summary>The real console.</summary>
public sealed class Terminal : ITerminal
{
    public MessageLanguage? SiteLanguage { get; set; }

    public TextWriter OutputWriter { get; } = Writer(Console.OpenStandardOutput());

    public TextWriter ErrorWriter { get; } = Writer(Console.OpenStandardError());

    static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    public Stream OutputBytes => Console.OpenStandardOutput();

    public bool IsInteractive =>
        !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    public string? Ask(string question)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
            return null;
        ErrorWriter.Write(question);
        var answer = Console.In.ReadLine();
        // Ctrl+D leaves the cursor behind the question.
        if (answer is null)
            ErrorWriter.WriteLine();
        return answer;
    }

    public bool HasKeys => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public char? Key() => HasKeys && Console.KeyAvailable ? char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar) : null;

    public string CurrentFolder => System.Environment.CurrentDirectory;

    public string? Environment(string name) => System.Environment.GetEnvironmentVariable(name);
}
