using System.CommandLine;

namespace SiteGen.Cli;

/// <summary>The commands and their exit codes: 0 done, 1 errors in content or theme, 2 wrong usage or configuration, 3 a fault of ours.</summary>
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
            terminal.Error(Messages.InternalFailure(e));
            return ExitCode.Failure;
        }
    }

    static int RunCommand(string[] args, ITerminal terminal)
    {
        var root = new RootCommand(Messages.About);
        // Whoever names a command needs the options of that one alone; making those of all takes as long as reading a small site.
        foreach (var name in args is [var first, ..] && Commands.Contains(first) ? [first] : Commands)
            root.Add(Create(name, terminal));
        // A title or a query may well begin with @, which would name a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Error(error.Message);
            terminal.Error(Messages.SeeHelp(parsed.CommandResult.Command.Name));
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = terminal.OutputWriter, Error = terminal.ErrorWriter, EnableDefaultExceptionHandler = false });
    }

    /// <summary>In the order in which the help lists them.</summary>
    static readonly string[] Commands = ["build", "new", "serve", "list", "stats", "search", "render", "schema", "init"];

    static Command Create(string name, ITerminal terminal) => name switch
    {
        "build" => BuildCommand.Create(terminal),
        "new" => NewCommand.Create(terminal),
        "serve" => ServeCommand.Create(terminal),
        "list" => ListCommand.Create(terminal),
        "stats" => StatsCommand.Create(terminal),
        "search" => SearchCommand.Create(terminal),
        "render" => RenderCommand.Create(terminal),
        "schema" => SchemaCommand.Create(terminal),
        "init" => InitCommand.Create(terminal),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}

public static class ExitCode
{
    public const int Done = 0;
    public const int Content = 1;
    public const int Usage = 2;
    public const int Failure = 3;
}
