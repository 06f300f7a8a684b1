using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen init</c>: a new site's folder from the starter inside the program.</summary>
static partial class InitCommand
{
    const string Here = ".";

    /// <summary>How top-level names may begin that a new site's folder may hold already.</summary>
    static readonly string[] Harmless = ["README", "LICENSE", ".git", ".DS_Store"];

    public static Command Create(ITerminal terminal)
    {
        var folder = Arguments.Optional("dir", "The new site's folder (default: the current one, if it is empty).");
        var questions = new InitQuestions(terminal);
        var command = new Command("init", "Begin a new site: starter content, a workflow for GitHub Pages.") { folder };
        questions.AddTo(command);
        command.SetAction(parsed =>
        {
            if ((parsed.GetValue(folder) ?? FolderOf(terminal)) is not { } named
                || TryMake(named, () => questions.Answers(parsed), terminal) is not { } spoken)
            {
                return ExitCode.Usage;
            }

            terminal.Line("Next:", spoken);
            if (named != Here)
                terminal.Write($"  cd {Quoted(named)}");
            terminal.Write("  sitegen serve --open");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Whether a site can be made in the current folder.</summary>
    public static bool IsPossibleHere(ITerminal terminal) => Foreign(FolderRules.NamesIn(terminal.CurrentFolder)) is null;

    /// <summary>Makes a site in the current folder; false after reporting why there is none.</summary>
    public static bool TryMakeHere(ITerminal terminal) =>
        TryMake(Here, () => new InitQuestions(terminal).Answers(null), terminal) is not null;

    /// <summary>The current folder, or one that is asked for; null after reporting that it must be named.</summary>
    static string? FolderOf(ITerminal terminal)
    {
        if (Foreign(FolderRules.NamesIn(terminal.CurrentFolder)) is not { } file)
            return Here;
        var spoken = DiagnosticOutput.Language(null, terminal);
        terminal.Error($"This folder already holds {file}; a new site needs a folder of its own.", spoken);
        var answer = terminal.Ask($"{((Message)"Name of the new folder").In(spoken)} [my-blog]: ");
        if (answer is null)
            terminal.Error("Name one: `sitegen init my-blog`", spoken);
        return answer is null ? null : answer.Trim() is { Length: > 0 } named ? named : "my-blog";
    }

    /// <summary>The language of the new site's messages; null after reporting why there is no site.</summary>
    static MessageLanguage? TryMake(string folder, Func<InitAnswers> ask, ITerminal terminal)
    {
        var target = Output(folder, terminal);
        try
        {
            var standing = target.List().Select(file => file.Path).ToArray();
            if (Foreign(standing) is { } file)
            {
                terminal.Error(
                    $"{target.Name} already holds {file}. A new site needs a new folder, or one with only README, LICENSE and git's files.",
                    DiagnosticOutput.Language(null, terminal));
                return null;
            }

            var answers = ask();
            var starter = Starter(answers);
            var kept = starter.Keys.Where(path => Array.Exists(standing, other => IsInTheWay(other, path))).ToArray();
            using var claim = target.Open();
            foreach (var (path, bytes) in starter.Where(file => !kept.Contains(file.Key)))
                target.Stage(path, bytes);
            target.Commit("");
            var spoken = DiagnosticOutput.Language(MessageLanguages.Of(answers.Language), terminal);
            terminal.Line($"{starter.Count - kept.Length} files written to {target.Name}.", spoken);
            foreach (var path in kept)
                terminal.Line($"{path} is not written, because the folder has its own.", spoken);
            return spoken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error(CannotWrite(target.Name, e.Message));
            return null;
        }
    }

    static DiskOutput Output(string folder, ITerminal terminal)
    {
        var full = Path.GetFullPath(folder, terminal.CurrentFolder);
        return new DiskOutput(full, folder == Here ? full : folder);
    }

    static string? Foreign(string[] paths) =>
        Array.Find(paths, path => !Array.Exists(Harmless, name => path.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Systems that ignore case would take one for the other; and a README of any kind is the author's own.</summary>
    static bool IsInTheWay(string standing, string path) => standing.Equals(path, StringComparison.OrdinalIgnoreCase)
        || path == "README.md" && standing.StartsWith("README", StringComparison.OrdinalIgnoreCase);

    /// <summary>The embedded files with the answers filled in, and the schemas, by path.</summary>
    static SortedDictionary<string, byte[]> Starter(InitAnswers answers)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var starter = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var site = new MemoryFiles();
        var today = SiteZone.Seoul.Local(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var (prefix, path) = name.Split('/', 2) is [var first, var rest] ? (first, rest) : ("", "");
            if (prefix != "starter" && prefix != $"starter.{answers.Language}")
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            if (prefix != "starter")
                (path, bytes) = (path.Replace("posts/", $"posts/{today}-", StringComparison.Ordinal), Filled(path, bytes, answers, today));
            starter[path] = bytes;
            site.Add(path, bytes);
        }

        StarterWorkflow.Complete(starter);
        var theme = SiteBuilder.Plan(site, new BuildOptions(DateTimeOffset.UnixEpoch), new DiagnosticBag()).Site.Theme;
        foreach (var (name, text) in SchemaFiles.Of(theme))
            starter[$"{SchemaFiles.Folder}/{name}"] = Encoding.UTF8.GetBytes(text);
        return starter;
    }

    /// <summary>Replaces <c>$title</c> and the like; in YAML by quoted values, since a title may hold anything.</summary>
    static byte[] Filled(string path, byte[] bytes, InitAnswers answers, string today)
    {
        Func<string, string> written = path.EndsWith(".yml", StringComparison.Ordinal) ? Yaml : text => text;
        return Encoding.UTF8.GetBytes(Place().Replace(Encoding.UTF8.GetString(bytes), place => place.Value switch
        {
            "$title" => written(answers.Title),
            "$base_url" => written(answers.BaseUrl),
            "$author" => written(answers.Author),
            "$email" when answers.Email.Length == 0 => "# email: name@example.com",
            "$email" => $"email: {written(answers.Email)}",
            "$today" => today,
            _ => place.Value,
        }));
    }

    static string Yaml(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\$[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
