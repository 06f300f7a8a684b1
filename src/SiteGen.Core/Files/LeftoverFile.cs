namespace SiteGen.Core.Files;

/// <summary>Files that systems and editors leave behind. They are never read or published.</summary>
static class LeftoverFile
{
    /// <summary>Names of files and folders.</summary>
    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "ehthumbs.db", "desktop.ini", "$RECYCLE.BIN", "System Volume Information", "lost+found", "__MACOSX", "Icon\r",
    };

    /// <summary>Backups, and files that were still being written.</summary>
    static readonly string[] Endings =
        ["~", ".bak", ".swp", ".swo", ".swx", ".orig", ".tmp", ".crdownload", "___jb_tmp___", "___jb_old___", ChangedFile.Aside];

    /// <summary>Hidden files that belong to systems and editors, in a folder whose other hidden files are published.</summary>
    static readonly string[] HiddenBeginnings =
    [
        ".DS_Store", "._", ".#", ".~", ".nfs", ".fuse_hidden", ".goutputstream-", ".Trash", ".Spotlight-V100", ".fseventsd",
        ".AppleDouble", ".TemporaryItems", ".DocumentRevisions-V100", ".localized", ".directory", ".dropbox", ".stfolder", ".syncthing.",
    ];

    /// <param name="path">Relative to the site's folder.</param>
    public static bool Is(string path)
    {
        var isStatic = path.StartsWith("content/static/", StringComparison.Ordinal);
        return path.Split('/').Any(name => Names.Contains(name) || name.StartsWith('.') && (!isStatic || IsOfSystem(name)))
            || IsAside(path[(path.LastIndexOf('/') + 1)..]);
    }

    static bool IsOfSystem(string name) =>
        Array.Exists(HiddenBeginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Also what vim makes to see whether it may write (4913), locks of Word (<c>~$a.docx</c>), and what Emacs saves on its own
    /// (<c>#a.md#</c>).
    /// </summary>
    static bool IsAside(string name) => name == "4913" || name.StartsWith("~$", StringComparison.Ordinal)
        || name is ['#', .., '#']
        || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
