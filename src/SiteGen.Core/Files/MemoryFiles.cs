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
                found.Add(new SiteFile(path));
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
