using System.Text;
using SiteGen.Core.Diagnostics;

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

    string CurrentFolder { get; }

    /// <summary>Whether single keys can be read.</summary>
    bool HasKeys => false;

    /// <summary>The next key pressed, in lower case, or null.</summary>
    char? Key() => null;

    void Line(string text) => OutputWriter.WriteLine(text);

    void Line(Message text, MessageLanguage language) => Line(text.In(language));

    void Error(string text) => ErrorWriter.WriteLine(text);

    void Error(Message text, MessageLanguage language) => Error(text.In(language));

    /// <summary>Reports wrong usage.</summary>
    int Refuse(string text)
    {
        Error(text);
        return ExitCode.Usage;
    }
}

/// <summary>The real console.</summary>
public sealed class Terminal : ITerminal
{
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
