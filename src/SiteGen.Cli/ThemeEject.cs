using System.Text;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Themes;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen theme eject</c>.</summary>
static class ThemeEject
{
    public static int Run(SiteTheme theme, SiteRequest request, string[] names, ITerminal terminal)
    {
        if (theme.Name != BuiltInTheme.Name)
        {
            return terminal.Refuse($"The theme of this site is “{theme.Name}”, in themes/{theme.Name}/. " +
                $"To copy the one inside the program: --theme {BuiltInTheme.Name}");
        }

        if (BuiltInTheme.IsReplacedIn(theme.Files))
            return terminal.Refuse($"The theme is in the site already: change the files in {BuiltInTheme.Folder}/.");
        var folder = names.Length == 0 ? BuiltInTheme.Folder : SourceScanner.OverrideFolder;
        if ((names.Length == 0 ? BuiltInTheme.Paths : ThemeFileName.Resolve(names, BuiltInTheme.Paths, terminal)) is not { } paths)
            return ExitCode.Usage;
        var existing = paths.Select(path => $"{folder}/{path}").Where(theme.Files.Exists).ToArray();
        if (existing.Length > 0)
            return terminal.Refuse($"Nothing was copied, because the site has: {string.Join(", ", existing)}");
        foreach (var path in paths)
        {
            if (!NewFile.TryWrite(request.Source, $"{folder}/{path}", BuiltInTheme.Read(path)!, out var problem))
                return terminal.Refuse(CannotWrite($"{folder}/{path}", problem));
        }

        if (!OriginalsFile.Update(theme, request.Source, folder, paths, terminal))
            return ExitCode.Usage;
        foreach (var path in names.Length == 0 ? [] : paths)
            terminal.Line($"{folder}/{path}");
        if (!request.Quiet)
        {
            terminal.Line((names.Length == 0
                ? $"{Count(paths.Count, "file")} written to {folder}/, which is now the theme of this site."
                : "Change these files: they replace the theme's.") + " See what you have changed with: sitegen theme diff");
        }

        return ExitCode.Done;
    }
}

/// <summary><c>sitegen theme accept</c>.</summary>
static class ThemeAccept
{
    public static int Run(SiteTheme theme, SiteRequest request, string[] names, ITerminal terminal)
    {
        if (theme.CopiesOf(names, terminal) is not { } named)
            return ExitCode.Usage;
        var copies = names.Length > 0 ? named : [.. named.Where(copy => copy.IsOutdated(theme.Files))];
        foreach (var folder in copies.GroupBy(copy => copy.SitePath[..^(copy.Path.Length + 1)]))
        {
            if (!OriginalsFile.Update(theme, request.Source, folder.Key, folder.Select(copy => copy.Path), terminal))
                return ExitCode.Usage;
        }

        if (request.Quiet)
            return ExitCode.Done;
        foreach (var copy in copies)
            terminal.Line($"{copy.SitePath} is up to date with the theme of SiteGen {BuiltInTheme.Version}.");
        if (copies.Count == 0)
            terminal.Line("Nothing to accept: the program's theme has no newer version of a copied file.");
        return ExitCode.Done;
    }
}

/// <summary>The record of originals beside copied files.</summary>
static class OriginalsFile
{
    /// <summary>Records the program's files as the originals of these; false after reporting why that failed.</summary>
    public static bool Update(SiteTheme theme, string source, string folder, IEnumerable<string> paths, ITerminal terminal)
    {
        var record = $"{folder}/{SourceScanner.CopyRecord}";
        var isNew = !theme.Files.Exists(record);
        var originals = isNew ? [] : CopyRecord.Read(theme.Files, record);
        foreach (var path in paths)
        {
            if (ThemeOriginal.Of(path) is { } original)
                originals[path] = original;
            else
                originals.Remove(path);
        }

        var text = Encoding.UTF8.GetBytes(CopyRecord.Text(originals));
        var isWritten = isNew
            ? NewFile.TryWrite(source, record, text, out var problem)
            : ChangedFile.TryWrite(source, record, theme.Files.TryRead(record, out var before, out _) ? before : [], text, out problem);
        if (!isWritten)
            terminal.Error(CannotWrite(record, problem));
        return isWritten;
    }
}
