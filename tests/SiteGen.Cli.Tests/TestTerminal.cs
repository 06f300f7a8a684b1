using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli.Tests;

/// <summary>A terminal in memory, in a folder of the test's choice.</summary>
sealed class TestTerminal(string currentFolder) : ITerminal
{
    /// <summary>Messages are asked for in English, so that a test need not say so of each of its sites.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["SITEGEN_LANGUAGE"] = "en" };

    public string CurrentFolder => currentFolder;

    public MessageLanguage? SiteLanguage { get; set; }

    public TextWriter OutputWriter { get; } = new StringWriter { NewLine = "\n" };

    public TextWriter ErrorWriter { get; } = new StringWriter { NewLine = "\n" };

    public Stream OutputBytes { get; } = new MemoryStream();

    /// <summary>Keys that a person presses one after the other; none for no keyboard.</summary>
    public Queue<char> Pressed { get; } = new();

    public bool HasKeys => Pressed.Count > 0;

    public char? Key() => Pressed.TryDequeue(out var key) ? key : null;

    public bool IsInteractive { get; init; }

    /// <summary>Whether it is more than pipes.</summary>
    public bool HasPerson => IsInteractive || HasKeys || Answers is not null;

    public string Output => OutputWriter.ToString() + System.Text.Encoding.UTF8.GetString(((MemoryStream)OutputBytes).ToArray());

    public string Errors => ErrorWriter.ToString()!;

    /// <summary>What a person would type; null without a person.</summary>
    public Queue<string?>? Answers { get; init; }

    public List<string> Questions { get; } = [];

    public string? Ask(string question)
    {
        if (Answers is null)
            return null;
        Questions.Add(question);
        return Answers.TryDequeue(out var answer) ? answer : null;
    }

    public string? Environment(string name) => Variables.GetValueOrDefault(name);
}
