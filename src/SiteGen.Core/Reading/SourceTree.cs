using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Reading;

/// <summary>An input file.</summary>
/// <param name="Path">Root-relative, NFC: what messages, links and addresses use.</param>
public sealed record SourceFile(string Path, string DiskPath)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Documents in a folder <c>_drafts</c> are drafts.</summary>
    public bool IsInDrafts => Path.Contains("/_drafts/", StringComparison.OrdinalIgnoreCase);

    public SourcePlace Place => SourcePlace.OfFile(Path);
}

/// <summary>The files of a site by purpose, in ordinal order.</summary>
public sealed record SourceTree(
    IReadOnlyList<SourceFile> Posts,
    IReadOnlyList<SourceFile> Pages,
    IReadOnlyList<SourceFile> Defaults,
    IReadOnlyList<SourceFile> Data,
    IReadOnlyList<SourceFile> BundleFiles,
    IReadOnlyList<SourceFile> Static,
    IReadOnlyDictionary<string, string> ThemeFiles,
    ISiteFiles Files)
{
    /// <summary>What the built-in theme's files were copied from: a record in each folder of copies.</summary>
    public IReadOnlyList<SourceFile> CopyRecords { get; init; } = [];

    /// <summary>False after reporting that some of the theme can't be read. Then every page would report what it misses.</summary>
    public bool IsThemeWhole { get; init; } = true;
}

/// <summary>Lists the files of a site without reading them.</summary>
public static class SourceScanner
{
    /// <summary>Name of the record in a folder of copied theme files.</summary>
    public const string CopyRecord = ".ejected";

    /// <summary>Files here replace those of the theme.</summary>
    public const string OverrideFolder = "content/theme";

    static readonly string[] Folders =
        ["content/posts", "content/pages", "content/static", "content/data", OverrideFolder];

    static readonly string[] ThemeFolders = ["layouts", "partials", "shortcodes", "archetypes", "assets", "static", "i18n"];

    public static SourceTree Scan(ISiteFiles files, SiteConfig config, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("scan");
        List<SourceFile> posts = [], pages = [], defaults = [], data = [], beside = [], statics = [];
        List<SourceFile> overrides = [], records = [];
        foreach (var file in Listed(files, "content", diagnostics))
        {
            if (file.Name is "_defaults.yml" or "_defaults.yaml")
                defaults.Add(file);
            else if (Under(file, "content/static/"))
                statics.Add(file);
            else if (file.Path == $"{OverrideFolder}/{CopyRecord}")
                records.Add(file);
            else if (Array.IndexOf(Folders, file.Path) >= 0)
                UnreadEntry.ReportNoFolder(file.Path, diagnostics);
            else if (Under(file, OverrideFolder + "/"))
                overrides.Add(file);
            else if (Under(file, "content/data/"))
                data.Add(file);
            else if (Under(file, "content/posts/"))
                Sort(file, posts, beside, diagnostics);
            else if (Under(file, "content/pages/"))
                Sort(file, pages, beside, diagnostics);
            else if (file.Path != SiteConfig.Path)
                diagnostics.Warning("content-place", "SiteGen does not know what this file is for; it is left out.", file.Place,
                    "Posts lie in content/posts/, pages in content/pages/, files to copy in content/static/.");
        }

        var errors = diagnostics.ErrorCount;
        var theme = ThemeFiles(files, config.Theme, overrides, records, diagnostics);
        return new SourceTree(posts, pages, defaults, data, beside, statics, theme, files)
        {
            CopyRecords = records,
            IsThemeWhole = diagnostics.ErrorCount == errors,
        };
    }

    static Dictionary<string, string> ThemeFiles(
        ISiteFiles files, string theme, List<SourceFile> overrides, List<SourceFile> records, DiagnosticBag diagnostics)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (theme.Length == 0 || theme.AsSpan().IndexOfAny("/\\") >= 0 || theme[0] == '.')
            return found;
        var folder = "themes/" + theme;
        foreach (var file in Listed(files, folder, diagnostics))
        {
            if (file.Path == $"{folder}/{CopyRecord}")
                records.Add(file);
            else
                AddThemeFile(file, folder, found, diagnostics);
        }

        foreach (var file in overrides)
            AddThemeFile(file, OverrideFolder, found, diagnostics);
        return found;
    }

    static void AddThemeFile(SourceFile file, string folder, Dictionary<string, string> found, DiagnosticBag diagnostics)
    {
        var inTheme = file.Path[(folder.Length + 1)..];
        if (Array.IndexOf(ThemeFolders, inTheme) >= 0)
            UnreadEntry.ReportNoFolder(file.Path, diagnostics);
        else
            found[inTheme] = file.DiskPath;
    }

    /// <summary>The files of a folder without leftovers. What can't be read is reported: it is not taken for nothing.</summary>
    static IEnumerable<SourceFile> Listed(ISiteFiles files, string folder, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.List(folder))
        {
            var source = new SourceFile(Nfc.Normalize(file.Path), file.Path);
            if (LeftoverFile.Is(source.Path) && source.Name != CopyRecord)
                continue;
            if (file.Problem != EntryProblem.None)
                UnreadEntry.Report(files, file, source.Path, diagnostics);
            else if (!seen.Add(source.Path))
                diagnostics.Error("file-twin", "Two files have this name, one with composed Hangul (NFC), one with decomposed (NFD).",
                    source.Place, "They look alike; delete or rename one of them.");
            else
                yield return source;
        }
    }

    static bool Under(SourceFile file, string folder) => file.Path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>A document, a file beside documents, or one that is left out.</summary>
    static void Sort(SourceFile file, List<SourceFile> documents, List<SourceFile> beside, DiagnosticBag diagnostics)
    {
        if (ContentNames.IsLeftOut(file.Path))
            diagnostics.Warning("content-underscore", "What has a name that begins with `_` is not published.", file.Place,
                "Rename it to publish it, or move it out of content/. Drafts may lie in a folder `_drafts`.");
        else if (ContentNames.IsMarkdown(file.Path))
            documents.Add(file);
        else if (ContentNames.IsAttachment(file.Path))
            beside.Add(file);
        else
            diagnostics.Warning("content-kind", ContentNames.ExtensionOf(file.Path) is { Length: > 0 } extension
                ? $"A file of the kind {extension} is neither read as a document nor published."
                : (Message)"A file without an extension is neither read as a document nor published.", file.Place,
                "Save a text as .md; a file that is to be copied as it is belongs in content/static/.");
    }
}
