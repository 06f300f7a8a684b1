using System.Text;
using SiteGen.Core.Files;

namespace SiteGen.Core.Tests.Sites;

/// <summary>An output folder in memory.</summary>
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

    public void CheckAccess(IEnumerable<string> deleted)
    {
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
