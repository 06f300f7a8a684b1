using System.Globalization;
using System.IO.Enumeration;
using System.Runtime.ExceptionServices;

namespace SiteGen.Core.Files;

/// <summary>
/// An output folder on disk. What is written goes first to <c>.sitegen/new/</c> inside it, then into place by a rename, so that a
/// reader, or a build that is killed, never leaves half a file.
/// </summary>
public sealed class DiskOutput(string root, string name) : IOutputFiles
{
    const string Own = ".sitegen";
    readonly string root = Path.GetFullPath(root);
    readonly HashSet<string> madeFolders = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    string StagingFolder => Path.Combine(root, Own, "new");

    public IDisposable Open()
    {
        var isNew = !Directory.Exists(root);
        var own = Directory.CreateDirectory(Path.Combine(root, Own)).FullName;
        var claim = new Claim(Lock(Path.Combine(own, "lock")), StagingFolder, isNew ? root : own);
        Directory.CreateDirectory(StagingFolder);
        return claim;
    }

    static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new IOException("another build is writing there at this moment.", e);
        }
    }

    public IReadOnlyList<OutputFile> List()
    {
        try
        {
            var found = Directory.Exists(root) ? Walk(root, "") : [];
            found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return found;
        }
        catch (AggregateException e)
        {
            // Whoever asks knows what a disk may say, not on how many threads.
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
            throw;
        }
    }

    public bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        var info = new FileInfo(Full(path));
        return info.Exists && info.LinkTarget is null && info.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(info.FullName));
    }

    public bool Exists(string path) => File.Exists(Full(path));

    public byte[]? Read(string path) => Exists(path) ? File.ReadAllBytes(Full(path)) : null;

    public FileStamp Stage(int token, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(Staged(token), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, bytes.Length);
        RandomAccess.Write(file, bytes, 0);
        return new FileStamp(File.GetLastWriteTimeUtc(file).Ticks, bytes.Length);
    }

    public void Commit(int token, string path)
    {
        var target = Full(path);
        var folder = Path.GetDirectoryName(target)!;
        if (madeFolders.Add(folder))
            Directory.CreateDirectory(folder);
        File.Move(Staged(token), target, overwrite: true);
    }

    public void Delete(string path)
    {
        // A build that was killed may have deleted the file already, its folders too, or the folders not yet.
        if (Exists(path))
            File.Delete(Full(path));
        for (var folder = Path.GetDirectoryName(Full(path)); folder is not null && folder.Length > root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.Exists(folder))
                continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            Directory.Delete(folder);
            madeFolders.Remove(folder);
        }
    }

    public void DiscardStaged()
    {
        foreach (var file in Directory.EnumerateFiles(StagingFolder))
            File.Delete(file);
    }

    string Full(string path) => Path.Combine(root, path);

    string Staged(int token) => Path.Combine(StagingFolder, token.ToString(CultureInfo.InvariantCulture));

    /// <summary>Links are listed as files and never followed: what lies behind them is not ours.</summary>
    static List<OutputFile> Walk(string folder, string path)
    {
        var (found, folders) = (new List<OutputFile>(), new List<(string Folder, string Path)>());
        foreach (var (name, isFolder, stamp) in new FileSystemEnumerable<(string Name, bool IsFolder, FileStamp Stamp)>(folder, Entry, Everything))
        {
            var entryPath = path.Length == 0 ? name : path + "/" + name;
            if (!isFolder)
                found.Add(new OutputFile(entryPath, stamp));
            else if (entryPath is not (Own + "/new" or ".git"))
                folders.Add((Path.Combine(folder, name), entryPath));
        }

        // Each page has a folder of its own: most of the time is the system's.
        var inside = new List<OutputFile>[folders.Count];
        Parallel.For(0, folders.Count, i => inside[i] = Walk(folders[i].Folder, folders[i].Path));
        foreach (var files in inside)
            found.AddRange(files);
        return found;
    }

    static (string Name, bool IsFolder, FileStamp Stamp) Entry(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var isFolder = entry.IsDirectory && !isLink;
        return (entry.FileName.ToString(), isFolder, isFolder || isLink ? default : new FileStamp(entry.LastWriteTimeUtc.UtcTicks, entry.Length));
    }

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Leaves no trace of a build that wrote nothing.</summary>
    sealed class Claim(FileStream file, string stagingFolder, string outermost) : IDisposable
    {
        public void Dispose()
        {
            DeleteIfEmpty(stagingFolder);
            file.Dispose();
            for (var folder = Path.GetDirectoryName(stagingFolder)!; folder.Length >= outermost.Length && DeleteIfEmpty(folder); folder = Path.GetDirectoryName(folder)!)
            {
            }
        }

        static bool DeleteIfEmpty(string folder)
        {
            try
            {
                Directory.Delete(folder);
                return true;
            }
            catch (IOException)
            {
                // It holds something, or the next build has taken the folder over in this moment.
                return false;
            }
        }
    }
}
