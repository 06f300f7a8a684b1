using System.IO.Enumeration;

namespace SiteGen.Core.Files;

/// <summary>A site's folder on disk.</summary>
public sealed class DiskFiles(string root) : ISiteFiles
{
    readonly string root = Path.GetFullPath(root);

    public IReadOnlyList<SiteFile> List(string folder)
    {
        var found = new List<SiteFile>();
        var start = new DirectoryInfo(Path.Combine(root, folder));
        if (start.Exists)
        {
            var real = RealPath(start);
            Walk(folder, new Folder(real, null), real, found);
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
            bytes = File.ReadAllBytes(Path.Combine(root, path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e switch
            {
                UnauthorizedAccessException => "permission was denied",
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
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
            using var file = File.OpenRead(Path.Combine(root, path));
            var head = new byte[Math.Min(length, file.Length)];
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Follows links that stay inside the folder, but never round in a circle.</summary>
    static void Walk(string path, Folder folder, string top, List<SiteFile> found)
    {
        foreach (var (name, isFolder, link) in Entries(folder.Real, path, found))
        {
            var entryPath = path.Length == 0 ? name : path + "/" + name;
            var real = link is null ? Path.Combine(folder.Real, name) : RealPath(link);
            if (link is not null && !IsInside(real, top))
                found.Add(new SiteFile(entryPath, LeavesFolder: true));
            else if (!isFolder)
                found.Add(new SiteFile(entryPath, LeavesFolder: false));
            else if (!folder.Holds(real))
                Walk(entryPath, new Folder(real, folder), top, found);
        }
    }

    /// <summary>A folder that may not be read stands in the list itself, so that reading it says why.</summary>
    static IEnumerable<FolderEntry> Entries(string folder, string path, List<SiteFile> found)
    {
        try
        {
            return new FileSystemEnumerable<FolderEntry>(folder, Seen, Everything).ToArray();
        }
        catch (UnauthorizedAccessException)
        {
            found.Add(new SiteFile(path, LeavesFolder: false));
            return [];
        }
    }

    sealed record FolderEntry(string Name, bool IsFolder, FileSystemInfo? Link);

    static FolderEntry Seen(ref FileSystemEntry entry) =>
        new(entry.FileName.ToString(), entry.IsDirectory, IsLink(ref entry) ? entry.ToFileSystemInfo() : null);

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
        catch (IOException)
        {
            return "\0a link that leads nowhere";
        }

        var parent = Path.GetDirectoryName(target.FullName.TrimEnd(Path.DirectorySeparatorChar));
        return parent is null ? target.FullName : Path.Combine(RealPath(new DirectoryInfo(parent)), target.Name);
    }

    /// <summary>The chain of real folders above an entry, innermost first.</summary>
    sealed record Folder(string Real, Folder? Above)
    {
        public bool Holds(string real) => real == Real || (Above?.Holds(real) ?? false);
    }
}
