using System.Collections.Concurrent;
using System.Text;

namespace SiteGen.Core.Files;

/// <summary>
/// Files that SiteGen keeps for its next run. Without them everything is done again, and files that a build wrote are known as its own only
/// while their content is the same.
/// </summary>
public interface ICacheFiles
{
    /// <summary>Null when there is no such file, or it can't be read.</summary>
    byte[]? Read(string name);

    /// <summary>Replaces a file in one step.</summary>
    /// <exception cref="IOException">The folder can't be written; or <see cref="UnauthorizedAccessException"/>.</exception>
    void Write(string name, ReadOnlySpan<byte> bytes);

    /// <exception cref="IOException">As for <see cref="Write"/>.</exception>
    void Delete(string name);
}

/// <summary>The cache on disk: <c>.sitegen/</c> beside <c>content/</c>. It ignores itself in git.</summary>
/// <param name="site">The site's folder.</param>
/// <param name="section">A folder inside the cache, ending with a slash; empty for the cache itself.</param>
public sealed class DiskCache(string site, string section = "") : ICacheFiles
{
    public const string Folder = ".sitegen";
    readonly string root = Path.Combine(Path.GetFullPath(site), Folder);

    /// <summary>The section that belongs to an output folder. A site that is moved together with its output keeps it.</summary>
    public static DiskCache ForOutput(string site, string output)
    {
        var path = Path.GetRelativePath(Path.GetFullPath(site), Path.GetFullPath(output)).Replace('\\', '/');
        return new DiskCache(site, $"builds/{ContentHash.Of(Encoding.UTF8.GetBytes(path)).First:x16}/");
    }

    public byte[]? Read(string name)
    {
        try
        {
            return File.Exists(Full(name)) ? OrdinaryFile.ReadAllBytes(Full(name)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(name))!);
        var ignored = Path.Combine(root, ".gitignore");
        if (!File.Exists(ignored))
            File.WriteAllText(ignored, "*\n");
        var aside = Full(name) + ".new";
        File.Delete(aside);
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, Full(name), overwrite: true);
    }

    public void Delete(string name)
    {
        if (File.Exists(Full(name)))
            File.Delete(Full(name));
    }

    string Full(string name) => Path.Combine(root, section + name);
}

/// <summary>A cache that ends with the process.</summary>
public sealed class MemoryCache : ICacheFiles
{
    readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public byte[]? Read(string name) => files.GetValueOrDefault(name);

    public void Write(string name, ReadOnlySpan<byte> bytes) => files[name] = bytes.ToArray();

    public void Delete(string name) => files.TryRemove(name, out _);
}
