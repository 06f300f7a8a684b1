using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Themes;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen theme eject</c>.</summary>
static class ThemeEject
{
    public static int Run(SiteTheme theme, SiteRequest request, string[] names)
    {
        if (theme.Name != BuiltInTheme.Name)
        {
            return theme.Refuse(
                $"The theme of this site is “{theme.Name}”. To copy the one inside the program: --theme {BuiltInTheme.Name}");
        }

        if (BuiltInTheme.IsReplacedIn(theme.Files))
            return theme.Refuse($"The theme is in the site already: change the files in {BuiltInTheme.Folder}/.");
        var paths = ThemeFileName.Resolve(names, BuiltInTheme.Paths, out var unknown);
        if (unknown is not null)
            return theme.Refuse(unknown);
        return names.Length == 0
            ? Copy(BuiltInTheme.Paths, BuiltInTheme.Folder, [], theme, request)
            : Copy(paths!, SourceScanner.OverrideFolder, paths!, theme, request);
    }

    /// <param name="shown">Files whose paths are printed; none for the whole theme.</param>
    static int Copy(IReadOnlyList<string> paths, string folder, IReadOnlyList<string> shown, SiteTheme theme, SiteRequest request)
    {
        var existing = paths.Select(path => $"{folder}/{path}").Where(theme.Files.Exists).ToArray();
        if (existing.Length > 0)
            return theme.Refuse($"Nothing was copied, because the site has: {string.Join(", ", existing)}");
        foreach (var path in paths)
        {
            if (!NewFile.TryWrite(request.Source, $"{folder}/{path}", BuiltInTheme.Read(path)!, out var problem))
                return theme.Terminal.Refuse(CannotWrite($"{folder}/{path}", problem));
        }

        if (!OriginalsFile.Update(theme, request.Source, folder, paths))
            return ExitCode.Usage;
        foreach (var path in shown)
            theme.Terminal.Write($"{folder}/{path}");
        if (request.Quiet)
            return ExitCode.Done;
        theme.Line(shown.Count > 0
            ? (Message)"Change these files: they replace the theme's."
            : $"{paths.Count} files written to {folder}/, which is now the theme of this site.");
        theme.Line("See what you have changed with: sitegen theme diff");
        return ExitCode.Done;
    }
}

/// <summary><c>sitegen theme accept</c>.</summary>
static class ThemeAccept
{
    public static int Run(SiteTheme theme, SiteRequest request, string[] names)
    {
        if (theme.CopiesOf(names) is not { } named)
            return ExitCode.Usage;
        var copies = names.Length > 0 ? named : [.. named.Where(copy => copy.IsOutdated(theme.Files))];
        foreach (var folder in copies.GroupBy(copy => copy.SitePath[..^(copy.Path.Length + 1)]))
        {
            if (!OriginalsFile.Update(theme, request.Source, folder.Key, folder.Select(copy => copy.Path)))
                return ExitCode.Usage;
        }

        if (request.Quiet)
            return ExitCode.Done;
        foreach (var copy in copies)
            theme.Line($"{copy.SitePath} is up to date with the theme of SiteGen {BuiltInTheme.Version}.");
        if (copies.Count == 0)
            theme.Line("Nothing to accept: the program's theme has no newer version of a copied file.");
        return ExitCode.Done;
    }
}

/// <summary>The record of originals beside copied files.</summary>
static class OriginalsFile
{
    /// <summary>Records the program's files as the originals of these; false after reporting why that failed.</summary>
    public static bool Update(SiteTheme theme, string source, string folder, IEnumerable<string> paths)
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
            theme.Terminal.Error(CannotWrite(record, problem));
        return isWritten;
    }
}
