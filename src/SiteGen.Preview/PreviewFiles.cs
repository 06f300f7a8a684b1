using System.Collections.Concurrent;
using SiteGen.Core.Files;

namespace SiteGen.Preview;

/// <summary>A site's folder whose listings are cached and whose reads are remembered, so that changes can be found.</summary>
sealed class PreviewFiles(DiskFiles disk) : ISiteFiles
{
    readonly ConcurrentDictionary<string, IReadOnlyList<SiteFile>> lists = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);

    public IReadOnlyList<SiteFile> List(string folder) => lists.GetOrAdd(folder, disk.List);

    public bool Exists(string path) => disk.Exists(path);

    public byte[] ReadHead(string path, int length) => disk.ReadHead(path, length);

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        // The stamp comes first, so that a change during the read is found.
        stamps[path] = disk.Stamp(path);
        return disk.TryRead(path, out bytes, out problem);
    }

    public void ForgetLists() => lists.Clear();

    public bool IsListed(string path) => lists.Values.Any(list => list.Any(file => file.Path == path));

    /// <summary>Files that have changed since they were read.</summary>
    public IReadOnlyList<string> Changed() => [.. stamps.Where(known => disk.Stamp(known.Key) != known.Value).Select(known => known.Key)];

    /// <summary>Whether files were added or removed since they were listed.</summary>
    public bool HasOtherFiles() => lists.Any(known => !disk.List(known.Key).SequenceEqual(known.Value));
}
