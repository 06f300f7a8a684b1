using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Cli;

/// <summary>What System.CommandLine says, in the language of the site.</summary>
public static class CommandLineWords
{
    static readonly Message[] Errors =
    [
        "Cannot parse argument '{0}' for option '{1}' as expected type 'System.Int32'.",
        "Cannot parse argument '{0}' for option '{1}' as expected type '{2}'.",
        "Required argument '{0}' missing for command: '{1}'.",
        "Option '{0}' expects a single argument but {1} were provided.",
        "Required argument missing for option: '{0}'.",
        "Required command was not provided.",
        "Argument '{0}' not recognized. Must be one of:{1}",
        "Unrecognized command or argument '{0}'.",
        "{0} option cannot be combined with other arguments.",
        "--port is a number from 0 to 65535.",
        "--base-url and --github both name the address; give one of them.",
    ];

    static readonly Message[] Help =
        ["Description:", "Usage:", "Options:", "Arguments:", "Commands:", "[options]", "[command]", "[default: "];

    public static Message Of(string error) => ForeignWords.Of(error, Errors);

    /// <summary>The help, with the descriptions of commands and options translated where it is printed.</summary>
    public sealed class SpokenHelp(ITerminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var help = new HelpAction();
            if (terminal.Language != MessageLanguage.Korean)
                return help.Invoke(parseResult);
            foreach (var symbol in Symbols(parseResult.RootCommandResult.Command))
                symbol.Description = Translations.KoreanOf(symbol.Description ?? "") ?? symbol.Description;
            var (configuration, text) = (parseResult.InvocationConfiguration, new StringWriter { NewLine = "\n" });
            var output = configuration.Output;
            configuration.Output = text;
            var exitCode = help.Invoke(parseResult);
            configuration.Output = output;
            output.Write(Help.Aggregate(text.ToString(), (all, words) =>
                all.Replace(words.Format, words.In(MessageLanguage.Korean), StringComparison.Ordinal)));
            return exitCode;
        }
    }

    /// <summary>A command, and all commands, options and arguments below it.</summary>
    public static IEnumerable<Symbol> Symbols(Command command) =>
        [command, .. command.Options, .. command.Arguments, .. command.Subcommands.SelectMany(Symbols)];
}
