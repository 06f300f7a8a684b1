using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Runtime.ExceptionServices;

namespace SiteGen.Core.Files;

/// <summary>
/// An output folder on disk. Files are staged in <c>.sitegen/new/</c> inside it, as the tree that they will be, then renamed into place,
/// as a whole folder where none exists. So nobody sees half a file, and a killed build leaves none. <c>.sitegen/</c> goes with the claim.
/// </summary>
/// <param name="cache">Null for a folder that is built into once.</param>
public sealed class DiskOutput(string root, string name, ICacheFiles? cache = null) : IOutputFiles
{
    const string Own = ".sitegen";
    readonly string root = Path.GetFullPath(root);
    readonly ConcurrentDictionary<string, bool> stagingFolders = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public ICacheFiles Cache { get; } = cache ?? new MemoryCache();

    string StagingFolder => Path.Combine(root, Own, "new");

    public IDisposable Open()
    {
        var isNew = !Directory.Exists(root);
        var own = Directory.CreateDirectory(Path.Combine(root, Own)).FullName;
        var claim = new Claim(Lock(Path.Combine(own, "lock")), StagingFolder, isNew ? root : own);
        try
        {
            // A build that was killed leaves what it had staged.
            if (Directory.Exists(StagingFolder))
                Directory.Delete(StagingFolder, recursive: true);
            stagingFolders.Clear();
            Directory.CreateDirectory(StagingFolder);
            return claim;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
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
        return info.Exists && info.LinkTarget is null && info.Length == bytes.Length
            && OrdinaryFile.Is(info.FullName) && bytes.SequenceEqual(File.ReadAllBytes(info.FullName));
    }

    public byte[]? Read(string path) => File.Exists(Full(path)) ? OrdinaryFile.ReadAllBytes(Full(path)) : null;

    public FileStamp Stage(string path, ReadOnlySpan<byte> bytes)
    {
        var target = Staged(path);
        var folder = Path.GetDirectoryName(target)!;
        // Only what is made is noted, so that no thread goes on before the folder is there.
        if (!stagingFolders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            stagingFolders[folder] = true;
        }

        // One that may be there is cut to nothing first, and such a file ext4 writes to the disk as soon as it is closed.
        // Nobody else knows the file, so it takes no lock.
        using var file = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, bytes, 0);
        return new FileStamp(File.GetLastWriteTimeUtc(file).Ticks, bytes.Length);
    }

    public void CheckAccess(IEnumerable<string> deleted)
    {
        var folders = ChangedBy(StagingFolder, root).Concat(deleted.SelectMany(FoldersAbove)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            // Whether a file can be made is known only when one is.
            var file = Path.Combine(folder, Own + "-access");
            new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
        }
    }

    /// <summary>The standing folders that take entries of a staged one.</summary>
    static IEnumerable<string> ChangedBy(string staged, string target)
    {
        var (standing, moved) = (new List<string>(), Directory.EnumerateFiles(staged).Any());
        foreach (var name in Directory.GetDirectories(staged).Select(folder => Path.GetFileName(folder)))
        {
            if (Directory.Exists(Path.Combine(target, name)))
                standing.Add(name);
            else
                moved = true;
        }

        var here = moved ? (string[])[target] : [];
        return here.Concat(standing.SelectMany(name => ChangedBy(Path.Combine(staged, name), Path.Combine(target, name))));
    }

    /// <summary>The standing folders that deleting a file changes, since those go that it leaves empty.</summary>
    IEnumerable<string> FoldersAbove(string path)
    {
        for (var folder = Path.GetDirectoryName(Full(path)); folder?.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
                yield return folder;
        }
    }

    public void Commit(string path)
    {
        stagingFolders.Clear();
        var target = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? target);
        if (Directory.Exists(Staged(path)))
            PutFolder(Staged(path), target);
        else
            File.Move(Staged(path), target, overwrite: true);
    }

    static void PutFolder(string staged, string target)
    {
        var standing = new DirectoryInfo(target);
        if (!standing.Exists)
        {
            // Where a file or a broken link stands, the system refuses.
            Directory.Move(staged, target);
            return;
        }

        if (standing.LinkTarget is not null)
            throw new IOException($"{target} has become a link.");
        foreach (var folder in Directory.GetDirectories(staged))
            PutFolder(folder, Path.Combine(target, Path.GetFileName(folder)));
        foreach (var file in Directory.GetFiles(staged))
            File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    public void Delete(string path)
    {
        // A build that was killed may have deleted the file already, its folders too, or the folders not yet.
        if (File.Exists(Full(path)))
            File.Delete(Full(path));
        for (var folder = Path.GetDirectoryName(Full(path)); folder?.Length > root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.Exists(folder))
                continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            Directory.Delete(folder);
        }
    }

    string Full(string path) => Path.Combine(root, path);

    string Staged(string path) => Path.Combine(StagingFolder, path);

    /// <summary>Links are listed as files and never followed: what lies behind them is not ours.</summary>
    static List<OutputFile> Walk(string folder, string path)
    {
        var (found, folders) = (new List<OutputFile>(), new List<(string Folder, string Path)>());
        foreach (var (name, isFolder, stamp) in new FileSystemEnumerable<OutputEntry>(folder, Seen, Everything))
        {
            var entryPath = path.Length == 0 ? name : path + "/" + name;
            if (!isFolder || DiskFiles.IsMisread(folder, name))
                found.Add(new OutputFile(entryPath, stamp));
            else if (entryPath is not (Own or ".git"))
                folders.Add((Path.Combine(folder, name), entryPath));
        }

        // Each page has a folder of its own: most of the time is the system's.
        var inside = new List<OutputFile>[folders.Count];
        Parallel.For(0, folders.Count, i => inside[i] = Walk(folders[i].Folder, folders[i].Path));
        foreach (var files in inside)
            found.AddRange(files);
        return found;
    }

    sealed record OutputEntry(string Name, bool IsFolder, FileStamp Stamp);

    static OutputEntry Seen(ref FileSystemEntry entry)
    {
        var (isLink, name) = (DiskFiles.IsLink(ref entry), entry.FileName.ToString());
        return isLink || entry.IsDirectory
            ? new OutputEntry(name, !isLink, default)
            : new OutputEntry(name, false, new FileStamp(entry.LastWriteTimeUtc.UtcTicks, entry.Length));
    }

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Leaves no trace of a build that wrote nothing.</summary>
    sealed class Claim(FileStream file, string stagingFolder, string outermost) : IDisposable
    {
        public void Dispose()
        {
            TemporaryFolder.TryDelete(stagingFolder, recursive: true);
            file.Dispose();
            var folder = Path.GetDirectoryName(stagingFolder)!;
            while (folder.Length >= outermost.Length && TemporaryFolder.TryDelete(folder, recursive: false))
                folder = Path.GetDirectoryName(folder)!;
        }
    }
}
