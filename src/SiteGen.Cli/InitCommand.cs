using System.CommandLine;
using System.Reflection;
using SiteGen.Core.Files;

namespace SiteGen.Cli;

/// <summary><c>sitegen init</c>: a new site's folder from the starter inside the program.</summary>
static class InitCommand
{
    const string Prefix = "starter/";

    public static Command Create(ITerminal terminal)
    {
        var folder = new Argument<string>("dir") { Description = "The new site's folder." };
        var command = new Command("init", "Begin a new site: starter content, the default theme, a workflow for GitHub Pages.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, terminal));
        return command;
    }

    static int Run(string folder, ITerminal terminal)
    {
        var target = new DiskOutput(Path.GetFullPath(folder, terminal.CurrentFolder), folder);
        try
        {
            // The traces of git alone do not make a folder somebody's, but not even they are written over.
            var starter = Starter();
            if (target.List().FirstOrDefault(file => !file.StartsWith(".git", StringComparison.Ordinal) || starter.Contains(Prefix + file)) is { } file)
            {
                terminal.Error(Messages.NotEmpty(folder, file));
                return ExitCode.Usage;
            }

            terminal.Line(Messages.Begun(folder, Write(target, starter)));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error(Messages.CannotWrite(folder, e.Message));
            return ExitCode.Usage;
        }
    }

    static string[] Starter() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    static int Write(DiskOutput target, string[] names)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var claim = target.Open();
        for (var i = 0; i < names.Length; i++)
        {
            using var stream = assembly.GetManifestResourceStream(names[i])!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            target.Stage(i, bytes);
            target.Commit(i, names[i][Prefix.Length..]);
        }

        return names.Length;
    }
}
