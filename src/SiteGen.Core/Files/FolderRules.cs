using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Files;

/// <summary>Which folder may be whose output, seen through symbolic links.</summary>
public static class FolderRules
{
    /// <summary>Why a site's output may not lie there, as the end of a sentence; null when it may.</summary>
    public static Message? OutputProblem(string source, string output)
    {
        var target = Real(output);
        if (Contains(target, Real(source)))
            return "holds the site itself, whose files a build would take for its own";
        foreach (var folder in new[] { "content", "themes", DiskCache.Folder })
        {
            // The folder itself may be a link to one elsewhere.
            var read = Real(Path.Combine(source, folder));
            if (Contains(read, target))
                return $"lies inside {folder}/, which a build reads";
            if (Contains(target, read))
                return $"holds {folder}/, whose files a build would take for its own";
        }

        return File.Exists(output) ? (Message)"is a file" : null;
    }

    /// <summary>The nearest folder, from <paramref name="start"/> upwards, that holds a site; null when none does.</summary>
    public static string? FindSite(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (IsSite(folder.FullName))
                return folder.FullName;
        }

        return null;
    }

    public static bool IsFolder(string path) => Directory.Exists(path);

    /// <summary>The names of the files and folders in a folder, in order; none for one that can't be read.</summary>
    public static string[] NamesIn(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", Readable).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    static readonly EnumerationOptions Readable = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Whether a folder holds a site, perhaps one that can't be read, which reading it says.</summary>
    public static bool IsSite(string folder)
    {
        try
        {
            return !File.GetAttributes(Path.Combine(folder, "content", "site.yml")).HasFlag(FileAttributes.Directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is UnauthorizedAccessException && Directory.Exists(Path.Combine(folder, "content"));
        }
    }

    static bool Contains(string folder, string path) => DiskFiles.IsInside(path, folder);

    /// <summary>The path with all links resolved, as far as it exists.</summary>
    static string Real(string path)
    {
        var info = new DirectoryInfo(Path.GetFullPath(path));
        if (info.Exists)
            return Path.TrimEndingDirectorySeparator(DiskFiles.RealPath(info));
        return info.Parent is null ? info.FullName : Path.Combine(Real(info.Parent.FullName), info.Name);
    }
}
