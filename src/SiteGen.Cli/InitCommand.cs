using System.CommandLine;
using System.Reflection;
using System.Text;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using static SiteGen.Cli.Phrases;

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
        var starter = Starter();
        try
        {
            // Git's own files may be there already, but none is overwritten.
            var foreign = target.List().Select(file => file.Path)
                .FirstOrDefault(path => !path.StartsWith(".git", StringComparison.Ordinal) || starter.ContainsKey(path));
            if (foreign is { } file)
                return terminal.Refuse($"{folder} already holds {file}; a new site needs a new or empty folder.");
            using var claim = target.Open();
            foreach (var (path, bytes) in starter)
                target.Stage(path, bytes);
            target.Commit("");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(CannotWrite(folder, e.Message));
        }

        terminal.Line($"{Count(starter.Count, "file")} written to {folder}. Next:\n  cd {folder}\n  sitegen build");
        return ExitCode.Done;
    }

    /// <summary>The embedded files and the schemas, by path.</summary>
    static SortedDictionary<string, byte[]> Starter()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var starter = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var site = new MemoryFiles();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            starter[name[Prefix.Length..]] = bytes;
            site.Add(name[Prefix.Length..], bytes);
        }

        var theme = SiteBuilder.Plan(site, new BuildOptions(DateTimeOffset.UnixEpoch), new DiagnosticBag()).Site.Theme;
        foreach (var (name, text) in SchemaFiles.Of(theme))
            starter[$"{SchemaFiles.Folder}/{name}"] = Encoding.UTF8.GetBytes(text);
        return starter;
    }
}
