using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Themes;

/// <summary>A theme file of the site.</summary>
/// <param name="Path">Inside the theme.</param>
/// <param name="SitePath">Relative to the site's folder.</param>
/// <param name="Original">What it was copied from; null for the author's own file.</param>
public sealed record ThemeCopy(string Path, string SitePath, ThemeOriginal? Original)
{
    /// <summary>Whether the original has changed since. A copy that is the same as the new original needs no update.</summary>
    public bool IsOutdated(ISiteFiles files)
    {
        if (Original is null)
            return false;
        var current = ThemeOriginal.Of(Path)?.Hash;
        return current != Original.Hash
            && files.TryRead(SitePath, out var bytes, out _) && current != ThemeOriginal.HashOf(bytes);
    }
}

/// <summary>Tells authors when copies of the built-in theme's files are out of date.</summary>
public static class ThemeCopies
{
    const int MostNames = 5;

    /// <summary>The files that the theme is made of, each with its original where the site records one.</summary>
    public static IReadOnlyList<ThemeCopy> Of(SourceTree sources)
    {
        var records = sources.CopyRecords.ToLookup(
            record => record.Folder == SourceScanner.OverrideFolder, record => CopyRecord.Read(sources.Files, record.DiskPath));
        return
        [
            .. from file in sources.ThemeFiles.OrderBy(file => file.Value, StringComparer.Ordinal)
            let isOverride = file.Value.StartsWith(SourceScanner.OverrideFolder + "/", StringComparison.Ordinal)
            select new ThemeCopy(file.Key, file.Value, records[isOverride].FirstOrDefault()?.GetValueOrDefault(file.Key)),
        ];
    }

    public static void Check(SourceTree sources, DiagnosticBag diagnostics)
    {
        if (sources.CopyRecords.Count == 0)
            return;
        foreach (var record in sources.CopyRecords)
        {
            if (!sources.Files.TryRead(record.DiskPath, out _, out var problem))
                diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", record.Place);
        }

        var outdated = Of(sources).Where(copy => copy.IsOutdated(sources.Files)).ToArray();
        if (outdated.Length == 0)
            return;
        var names = string.Join(", ", outdated.Take(MostNames).Select(copy => $"{copy.SitePath} ({copy.Original!.Version})"));
        var (version, more) = (BuiltInTheme.Version, outdated.Length - MostNames);
        diagnostics.Warning("theme-outdated",
            more > 0
                ? $"These files were copied from another version of the theme than SiteGen {version} has: {names} and {more} more."
                : (Message)$"These files were copied from another version of the theme than SiteGen {version} has: {names}.",
            SourcePlace.OfFile(outdated[0].SitePath),
            "See the differences with `sitegen theme diff`. When a file is up to date, say so with `sitegen theme accept FILE`.");
    }
}
