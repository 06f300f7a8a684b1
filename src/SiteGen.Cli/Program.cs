using System.CommandLine;
using System.CommandLine.Help;

namespace SiteGen.Cli;

/// <summary>The commands. A new one is a class like <see cref="ListCommand"/> and a row in <see cref="Commands"/>.</summary>
public static class Program
{
    public static int Main(string[] args) => Run(args, new Terminal());

    public static int Run(string[] args, ITerminal terminal)
    {
        try
        {
            return RunCommand(args, terminal);
        }
        catch (Exception e)
        {
            terminal.Error("Internal failure, a fault of SiteGen and not of your files:",
                DiagnosticOutput.Language(terminal.SiteLanguage, terminal));
            terminal.ErrorWriter.WriteLine(e);
            return ExitCode.Failure;
        }
    }

    static int RunCommand(string[] written, ITerminal terminal)
    {
        if (written is [])
            return Welcome.Say(terminal);
        var args = WithOptionsForWords(written);
        if (args is [var word, ..] && !word.StartsWith('-') && !word.StartsWith('[') && !Array.Exists(Commands, row => row.Name == word))
            return Welcome.RefuseUnknown(word, Commands.Select(row => row.Name).Concat(["help", "version"]), terminal);
        // Creating the options of all commands takes as long as reading a small site.
        var named = Array.Find(Commands, row => args is [var first, ..] && row.Name == first);
        var root = Root(named is null ? Commands : [named], terminal);
        // A title or a query may begin with @, which would name a response file.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.OutputWriter,
                Error = terminal.ErrorWriter,
                EnableDefaultExceptionHandler = false,
            });
        }

        foreach (var error in parsed.Errors)
            terminal.Error(CommandLineWords.Of(error.Message));
        var command = parsed.CommandResult.Command;
        return terminal.Refuse($"See: sitegen {NameOf(command)}--help");
    }

    /// <summary>The program with all its commands.</summary>
    public static RootCommand Root(ITerminal terminal) => Root(Commands, terminal);

    static RootCommand Root(CommandRow[] commands, ITerminal terminal)
    {
        var root = new RootCommand("SiteGen: a static site generator for Korean interview blogs.");
        root.Options.OfType<VersionOption>().Single().Action = new ProgramVersion.Print();
        root.Options.OfType<HelpOption>().Single().Action = new CommandLineWords.SpokenHelp(terminal);
        foreach (var row in commands)
            root.Add(row.Create(terminal));
        return root;
    }

    /// <summary><c>help</c> and <c>version</c> are words for the options.</summary>
    static string[] WithOptionsForWords(string[] args) => args switch
    {
        ["help", .. var rest] => [.. rest, "--help"],
        ["version", .. var rest] => ["--version", .. rest],
        _ => args,
    };

    /// <summary>As it is typed, with a space after it; empty for the program itself.</summary>
    static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)}{command.Name} " : "";

    sealed record CommandRow(string Name, Func<ITerminal, Command> Create);

    /// <summary>In the order of the help.</summary>
    static readonly CommandRow[] Commands =
    [
        new("build", BuildCommand.Create),
        new("new", NewCommand.Create),
        new("serve", ServeCommand.Create),
        new("check", CheckCommand.Create),
        new("rules", RulesCommand.Create),
        new("list", ListCommand.Create),
        new("stats", StatsCommand.Create),
        new("search", SearchCommand.Create),
        new("diff", DiffCommand.Create),
        new("publish", PublishCommand.Create),
        new("render", RenderCommand.Create),
        new("theme", ThemeCommand.Create),
        new("schema", SchemaCommand.Create),
        new("init", InitCommand.Create),
    ];
}

/// <summary>0 done, 1 errors in content or theme, 2 wrong usage or configuration, 3 a bug of ours.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Content = 1;
    public const int Usage = 2;
    public const int Failure = 3;
}
