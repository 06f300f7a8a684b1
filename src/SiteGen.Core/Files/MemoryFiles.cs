using System.Text;

namespace SiteGen.Core.Files;

/// <summary>A site's folder in memory, for tests and tools: path to bytes.</summary>
public sealed class MemoryFiles : ISiteFiles
{
    readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public MemoryFiles Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public MemoryFiles Add(string path, byte[] bytes)
    {
        files[path] = bytes;
        return this;
    }

    public void Remove(string path) => files.Remove(path);

    public IReadOnlyList<SiteFile> List(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var found = new List<SiteFile>();
        foreach (var path in files.Keys)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
                found.Add(new SiteFile(path, LeavesFolder: false));
        }

        return found;
    }

    public bool Exists(string path) => files.ContainsKey(path);

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        problem = "there is no such file";
        return files.TryGetValue(path, out bytes!);
    }

    public byte[] ReadHead(string path, int length) => [.. files.GetValueOrDefault(path, []).Take(length)];
}

/// <summary>An output folder in memory, for tests and for checks that write nothing.</summary>
public sealed class MemoryOutput : IOutputFiles
{
    readonly Lock gate = new();
    readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    readonly Dictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);
    readonly Dictionary<string, (byte[] Bytes, FileStamp Stamp)> staged = new(StringComparer.Ordinal);
    long written;

    public string Name => "memory";

    public ICacheFiles Cache { get; } = new MemoryCache();

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public string Text(string path) => files.TryGetValue(path, out var bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw new KeyNotFoundException($"The output has no {path}; it has {string.Join(", ", files.Keys)}.");

    public IDisposable Open() => new MemoryClaim(this);

    /// <summary>Somebody else writes a file.</summary>
    public MemoryOutput Add(string path, byte[] bytes)
    {
        lock (gate)
            (files[path], stamps[path]) = (bytes, new FileStamp(++written, bytes.Length));
        return this;
    }

    public IReadOnlyList<OutputFile> List()
    {
        lock (gate)
            return [.. files.Keys.Select(path => new OutputFile(path, stamps[path]))];
    }

    public bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        lock (gate)
            return files.TryGetValue(path, out var held) && bytes.SequenceEqual(held);
    }

    public byte[]? Read(string path)
    {
        lock (gate)
            return files.GetValueOrDefault(path);
    }

    public FileStamp Stage(string path, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        lock (gate)
        {
            var stamp = new FileStamp(++written, copy.Length);
            staged[path] = (copy, stamp);
            return stamp;
        }
    }

    public void Commit(string path)
    {
        lock (gate)
        {
            bool IsBelow(string file) => path.Length == 0 || file == path || file.StartsWith(path + "/", StringComparison.Ordinal);
            foreach (var (file, made) in staged.Where(entry => IsBelow(entry.Key)).ToArray())
            {
                (files[file], stamps[file]) = made;
                staged.Remove(file);
            }
        }
    }

    public void Delete(string path)
    {
        lock (gate)
        {
            files.Remove(path);
            stamps.Remove(path);
        }
    }

    void DiscardStaged()
    {
        lock (gate)
            staged.Clear();
    }

    sealed class MemoryClaim(MemoryOutput output) : IDisposable
    {
        public void Dispose() => output.DiscardStaged();
    }
}
