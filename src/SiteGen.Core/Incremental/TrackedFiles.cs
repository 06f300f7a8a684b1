using System.Collections.Concurrent;
using SiteGen.Core.Files;

namespace SiteGen.Core.Incremental;

/// <summary>
/// Records what was listed and read, with a hash of the bytes: the inputs of a build. A file that changes during the build is recorded as
/// it was read.
/// </summary>
/// <param name="listed">Folders that were listed a moment ago.</param>
sealed class TrackedFiles(ISiteFiles files, IReadOnlyDictionary<string, IReadOnlyList<SiteFile>>? listed = null) : ISiteFiles
{
    readonly ConcurrentDictionary<string, IReadOnlyList<SiteFile>> lists = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ContentHash> reads = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Path, int Length), ContentHash> heads = new();
    volatile bool isVague;

    /// <summary>Folders as they were listed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SiteFile>> Lists => lists;

    /// <summary>Files that were read as a whole.</summary>
    public IReadOnlyDictionary<string, ContentHash> Reads => reads;

    /// <summary>
    /// False when an input is uncertain: it could not be read, or differed when read twice. The file of a head must have been read whole.
    /// </summary>
    public bool IsWhole() => !isVague && heads.All(head =>
        reads.ContainsKey(head.Key.Path) && ContentHash.Of(files.ReadHead(head.Key.Path, head.Key.Length)) == head.Value);

    public IReadOnlyList<SiteFile> List(string folder)
    {
        var now = listed?.GetValueOrDefault(folder) ?? files.List(folder);
        if (!lists.GetOrAdd(folder, now).SequenceEqual(now))
            isVague = true;
        return now;
    }

    public bool Exists(string path)
    {
        isVague = true;
        return files.Exists(path);
    }

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        if (!files.TryRead(path, out bytes, out problem))
        {
            isVague = true;
            return false;
        }

        var hash = ContentHash.Of(bytes);
        if (reads.GetOrAdd(path, hash) != hash)
            isVague = true;
        return true;
    }

    public byte[] ReadHead(string path, int length)
    {
        var head = files.ReadHead(path, length);
        var hash = ContentHash.Of(head);
        if (heads.GetOrAdd((path, length), hash) != hash)
            isVague = true;
        return head;
    }
}
