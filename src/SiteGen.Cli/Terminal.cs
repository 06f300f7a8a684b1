using System.Text;

namespace SiteGen.Cli;

/// <summary>Where commands speak: results to standard output, diagnostics to standard error.</summary>
public interface ITerminal
{
    TextWriter OutputWriter { get; }

    TextWriter ErrorWriter { get; }

    Stream Input { get; }

    Stream OutputBytes { get; }

    /// <summary>A person reads along: colour and progress are welcome.</summary>
    bool IsInteractive { get; }

    string? Environment(string name);

    /// <summary>Asks the person at the keyboard; null when there is none, or nothing more to read.</summary>
    string? Ask(string question) => null;

    /// <summary>The folder that the command was called in.</summary>
    string CurrentFolder { get; }

    /// <summary>Whether single keys can be read: a person sits at a keyboard.</summary>
    bool HasKeys => false;

    /// <summary>A key that was pressed meanwhile, as a small letter; null for none.</summary>
    char? Key() => null;

    void Line(string text) => OutputWriter.WriteLine(text);

    void Error(string text) => ErrorWriter.WriteLine(text);
}

/// <summary>The real console. The only place that touches it.</summary>
public sealed class Terminal : ITerminal
{
    public Terminal()
    {
        OutputWriter = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        ErrorWriter = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
    }

    public TextWriter OutputWriter { get; }

    public TextWriter ErrorWriter { get; }

    public Stream Input => Console.OpenStandardInput();

    public Stream OutputBytes => Console.OpenStandardOutput();

    public bool IsInteractive => !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    public string? Ask(string question)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
            return null;
        ErrorWriter.Write(question);
        return Console.In.ReadLine();
    }

    public bool HasKeys => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public char? Key() => HasKeys && Console.KeyAvailable ? char.ToLowerInvariant(Console.ReadKey(intercept: true).KeyChar) : null;

    public string CurrentFolder => System.Environment.CurrentDirectory;

    public string? Environment(string name) => System.Environment.GetEnvironmentVariable(name);
}
