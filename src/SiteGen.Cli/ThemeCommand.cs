using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Themes;

namespace SiteGen.Cli;

/// <summary><c>sitegen theme</c>: copies of the built-in theme's files, and how they differ from it.</summary>
static class ThemeCommand
{
    const string Eject = "Copy files of the theme inside the program into the site, to change them. Nothing is overwritten.";
    const string Diff = "Show how the site's theme files differ from those inside the program. The exit code is 0 in either case.";
    const string Accept = "Say that the site's copies are up to date with the theme inside the program, so that a build stops warning.";

    public static Command Create(ITerminal terminal)
    {
        var command = new Command("theme", "Copy files of the theme inside the program into the site, and compare them with it.")
        {
            Create("eject", Eject, "Files to copy to content/theme/, such as layouts/post.sbn-html or footer " +
                "(default: the whole theme, to themes/maru/).", ThemeEject.Run, terminal),
            Create("diff", Diff, "Files of the theme (default: all that the site has).", ThemeDiff.Run, terminal),
            Create("accept", Accept, "Files of the theme (default: all that a build warns of).", ThemeAccept.Run, terminal),
        };
        command.SetAction(parsed => new CommandLineWords.SpokenHelp(terminal).Invoke(parsed));
        return command;
    }

    static Command Create(
        string name, string description, string ofFiles, Func<SiteTheme, SiteRequest, string[], int> run, ITerminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = ofFiles, Arity = ArgumentArity.ZeroOrMore };
        return SiteArguments.WithoutOutput().AddTo(new Command(name, description) { files }, terminal, (request, parsed) =>
            SiteTheme.Read(request, terminal) is { } theme ? run(theme, request, parsed.GetValue(files)!) : ExitCode.Usage);
    }
}

/// <summary>The theme of a site, and which of its files are the site's own.</summary>
/// <param name="Copies">Files of the theme that are in the site's folder.</param>
sealed record SiteTheme(string Name, DiskFiles Files, IReadOnlyList<ThemeCopy> Copies, ITerminal Terminal)
{
    public void Line(Message text) => Terminal.Line(text);

    public int Refuse(Message text) => Terminal.Refuse(text);

    /// <summary>Null after reporting what is wrong with the configuration.</summary>
    public static SiteTheme? Read(SiteRequest request, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var files = new DiskFiles(request.Source);
        var site = SiteBuilder.Plan(files, request.Options, diagnostics).Site;
        if (DiagnosticOutput.ExitCodeOf(diagnostics) == ExitCode.Usage || diagnostics.Sorted().Any(HidesTheme))
        {
            DiagnosticOutput.Write(diagnostics, request.DiagnosticFormat, request.All, terminal);
            return null;
        }

        var copies = ThemeCopies.Of(site.Sources).Where(copy => files.Exists(copy.SitePath));
        return new SiteTheme(site.Config.Theme, files, [.. copies], terminal);
    }

    /// <summary>Whether files of the theme can't be seen, which are not taken for missing.</summary>
    static bool HidesTheme(Diagnostic diagnostic) =>
        diagnostic.Rule is "folder-unreadable" or "folder-missing" or "file-unreadable" or "file-name"
        && (diagnostic.Place.Path.StartsWith("themes", StringComparison.Ordinal)
            || diagnostic.Place.Path.StartsWith(SourceScanner.OverrideFolder, StringComparison.Ordinal));

    /// <summary>The copies of these names, all for none; null after reporting an unknown one.</summary>
    public IReadOnlyList<ThemeCopy>? CopiesOf(string[] names)
    {
        if (names.Length == 0)
            return Copies;
        var known = Copies.Select(copy => copy.Path).Union(BuiltInTheme.Paths).Order(StringComparer.Ordinal).ToArray();
        var paths = ThemeFileName.Resolve(names, known, out var problem);
        if (paths?.FirstOrDefault(path => Copies.All(copy => copy.Path != path)) is { } missing)
            problem = $"The site has no copy of {missing}. Make one with: sitegen theme eject {missing}";
        if (problem is not null)
            Refuse(problem);
        return problem is null ? [.. Copies.Where(copy => paths!.Contains(copy.Path))] : null;
    }
}

/// <summary>A file of the theme as an author names it: by its path in the theme or the site, or by its bare name.</summary>
static class ThemeFileName
{
    static readonly string[] Folders = [SourceScanner.OverrideFolder + "/", BuiltInTheme.Folder + "/"];

    /// <summary>Paths inside the theme; null with the problem when a name is none, or is several files'.</summary>
    public static IReadOnlyList<string>? Resolve(string[] names, IReadOnlyList<string> known, out Message? problem)
    {
        var paths = new List<string>();
        problem = null;
        foreach (var name in names)
        {
            var found = Named(Inside(name), known);
            if (found is not [var path])
            {
                problem = found.Length > 1
                    ? $"“{name}” is several files: {string.Join(", ", found)}. Write the path."
                    : Unknown(name, known);
                return null;
            }

            if (!paths.Contains(path))
                paths.Add(path);
        }

        return paths;
    }

    static string Inside(string name)
    {
        var path = name.Replace('\\', '/');
        var folder = Folders.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal)) ?? "";
        return path[folder.Length..];
    }

    static string[] Named(string name, IReadOnlyList<string> known) => known.Contains(name)
        ? [name]
        : [.. known.Where(path => Path.GetFileName(path) == name || Path.GetFileNameWithoutExtension(path) == name)];

    static Message Unknown(string name, IReadOnlyList<string> known)
    {
        var names = known.Concat(known.Select(path => Path.GetFileNameWithoutExtension(path)));
        if (NearestName.Of(Inside(name), names) is { } nearest)
            return $"The theme has no file “{name}”. Did you mean {nearest}?";
        var folders = known.Where(path => path.Contains('/')).Select(path => path.Split('/')[0]).Distinct();
        return $"The theme has no file “{name}”. Its folders: {string.Join(", ", folders)}.";
    }
}
