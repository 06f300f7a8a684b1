using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary>What <c>sitegen</c> says without a command, and to one that it does not know.</summary>
static class Welcome
{
    public static int Say(ITerminal terminal)
    {
        if (FolderRules.FindSite(terminal.CurrentFolder) is { } folder)
            SayOfSite(folder, terminal);
        else
            SayOfNone(terminal);
        return ExitCode.Done;
    }

    static void SayOfSite(string folder, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var title = SiteConfigReader.Read(new DiskFiles(folder), diagnostics).Title;
        var spoken = DiagnosticOutput.Language(diagnostics.Language, terminal);
        terminal.Write(DiagnosticPrinter.Printable($"{title} ({folder})"));
        terminal.Write("");
        Row("sitegen new \"…\"", "begins a post", spoken, terminal);
        Row("sitegen serve --open", "previews the site", spoken, terminal);
        Row("sitegen publish", "publishes it", spoken, terminal);
        terminal.Write("");
        terminal.Line("All commands: sitegen help", spoken);
    }

    static void SayOfNone(ITerminal terminal)
    {
        var spoken = DiagnosticOutput.Language(null, terminal);
        terminal.Line("SiteGen makes a blog of Markdown files, with interviews, tags, search and feeds.", spoken);
        terminal.Line("There is no site in this folder. Begin one:", spoken);
        terminal.Write("\n  sitegen init my-blog\n");
        terminal.Line("All commands: sitegen help", spoken);
    }

    static void Row(string command, Message text, MessageLanguage spoken, ITerminal terminal) =>
        terminal.Write($"  {command,-22}{text.In(spoken)}");

    public static int RefuseUnknown(string command, IEnumerable<string> known, ITerminal terminal)
    {
        var spoken = DiagnosticOutput.Language(null, terminal);
        var nearest = NearestName.Of(command, known);
        terminal.Error($"There is no command `{Phrases.Shortened(command)}`.", spoken);
        terminal.Error(nearest is null ? (Message)"All commands: sitegen help" : $"Did you mean `{nearest}`?", spoken);
        return ExitCode.Usage;
    }
}
