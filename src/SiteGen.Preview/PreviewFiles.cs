using System.Collections.Concurrent;
using SiteGen.Core.Files;

namespace SiteGen.Preview;

/// <summary>A site's folder between two changes: it is listed once, and it is known which state of a file was read.</summary>
sealed class PreviewFiles(DiskFiles disk) : ISiteFiles
{
    readonly ConcurrentDictionary<string, IReadOnlyList<SiteFile>> lists = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);

    public IReadOnlyList<SiteFile> List(string folder) => lists.GetOrAdd(folder, disk.List);

    public bool Exists(string path) => disk.Exists(path);

    public byte[] ReadHead(string path, int length) => disk.ReadHead(path, length);

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        // First the stamp: a file that changes while it is read is then found to be another.
        stamps[path] = disk.Stamp(path);
        return disk.TryRead(path, out bytes, out problem);
    }

    /// <summary>Files may have come or gone.</summary>
    public void ForgetLists() => lists.Clear();

    public bool IsListed(string path) => lists.Values.Any(list => list.Any(file => file.Path == path));

    /// <summary>What was read and is another now, whether or not anybody told.</summary>
    public IReadOnlyList<string> Changed() => [.. stamps.Where(known => disk.Stamp(known.Key) != known.Value).Select(known => known.Key)];

    /// <summary>Whether files have come or gone since they were listed.</summary>
    public bool HasOtherFiles() => lists.Any(known => !disk.List(known.Key).SequenceEqual(known.Value));
}
