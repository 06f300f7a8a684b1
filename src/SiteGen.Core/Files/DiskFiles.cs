using System.IO.Enumeration;

namespace SiteGen.Core.Files;

/// <summary>A site's folder on disk.</summary>
public sealed class DiskFiles(string root) : ISiteFiles
{
    readonly string root = Path.GetFullPath(root);

    public IReadOnlyList<SiteFile> List(string folder)
    {
        var found = new List<SiteFile>();
        var full = Path.Combine(root, folder);
        if (ProblemOf(full) is { } problem)
            found.Add(new SiteFile(folder, problem));
        else if (Directory.Exists(full))
        {
            var real = RealPath(new DirectoryInfo(full));
            Walk(folder, real, real, found);
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }

    public bool Exists(string path) => File.Exists(Path.Combine(root, path));

    /// <summary>Whether there is a file of that path that lies in this folder once every link is followed.</summary>
    public bool HoldsFile(string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        return File.Exists(full) && IsInside(RealPath(new FileInfo(full)), RealPath(new DirectoryInfo(root)));
    }

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        problem = "";
        bytes = [];
        try
        {
            bytes = OrdinaryFile.ReadAllBytes(Path.Combine(root, path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e switch
            {
                UnauthorizedAccessException => "permission was denied",
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                PathTooLongException => "its path is too long",
                _ => e.Message,
            };
            return false;
        }
    }

    /// <summary>By what a file can be told from its earlier self without reading it.</summary>
    public FileStamp Stamp(string path)
    {
        var file = new FileInfo(Path.Combine(root, path));
        return file.Exists ? new FileStamp(file.LastWriteTimeUtc.Ticks, file.Length) : default;
    }

    public byte[] ReadHead(string path, int length)
    {
        try
        {
            using var file = OrdinaryFile.OpenRead(Path.Combine(root, path));
            var head = new byte[Math.Min(length, file.Length)];
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Why a folder can't be listed; null when it can, or when there is none.</summary>
    EntryProblem? ProblemOf(string full)
    {
        try
        {
            return File.GetAttributes(full).HasFlag(FileAttributes.Directory) ? null : EntryProblem.NoFolder;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A folder above that is a file, or a link that leads nowhere, hides what it should hold.
            return full.Length > root.Length && Path.GetDirectoryName(full) is { } above ? ProblemOf(above) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return EntryProblem.Unlisted;
        }
    }

    /// <summary>Follows links to files that stay inside the folder, and none to folders, which are listed where they stand.</summary>
    static void Walk(string path, string real, string top, List<SiteFile> found)
    {
        foreach (var (name, isFolder, link) in Entries(real, path, found))
        {
            var entryPath = path.Length == 0 ? name : path + "/" + name;
            if (IsMisread(real, name))
                found.Add(new SiteFile(entryPath, EntryProblem.NotUtf8));
            else if (link is not null && !IsInside(RealPath(link), top))
                found.Add(new SiteFile(entryPath, EntryProblem.LeavesFolder));
            else if (!isFolder)
                found.Add(new SiteFile(entryPath));
            else if (link is not null)
                found.Add(new SiteFile(entryPath, EntryProblem.ListedElsewhere));
            else
                Walk(entryPath, Path.Combine(real, name), top, found);
        }
    }

    /// <summary>A folder that can't be listed stands in the list itself, so that nobody takes it for an empty one.</summary>
    static FolderEntry[] Entries(string folder, string path, List<SiteFile> found)
    {
        try
        {
            return [.. new FileSystemEnumerable<FolderEntry>(folder, Seen, Everything)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            found.Add(new SiteFile(path, EntryProblem.Unlisted));
            return [];
        }
    }

    sealed record FolderEntry(string Name, bool IsFolder, FileSystemInfo? Link);

    static FolderEntry Seen(ref FileSystemEntry entry) =>
        new(entry.FileName.ToString(), entry.IsDirectory, IsLink(ref entry) ? entry.ToFileSystemInfo() : null);

    /// <summary>Bytes that are not UTF-8 are read as U+FFFD, and nothing is found by the name that has it.</summary>
    internal static bool IsMisread(string folder, string name) => name.Contains('\uFFFD') && !Path.Exists(Path.Combine(folder, name));

    internal static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    internal static bool IsInside(string path, string folder) =>
        path == folder
        || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link in it resolved, also in the folders above.</summary>
    internal static string RealPath(FileSystemInfo entry)
    {
        FileSystemInfo target;
        try
        {
            target = entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "\0a link that leads nowhere";
        }

        var parent = Path.GetDirectoryName(target.FullName.TrimEnd(Path.DirectorySeparatorChar));
        return parent is null ? target.FullName : Path.Combine(RealPath(new DirectoryInfo(parent)), target.Name);
    }
}
