using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <summary>Reads files of a folder. One that was deleted meanwhile is empty.</summary>
sealed class FolderReader(string folder)
{
    readonly DiskFiles files = new(folder);

    public IEnumerable<byte[]> Read(IReadOnlyList<string> paths) =>
        paths.Select(path => files.TryRead(path, out var bytes, out _) ? bytes : []);
}
