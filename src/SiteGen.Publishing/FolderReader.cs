using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <summary>Reads files of a folder; one that is gone meanwhile has no content.</summary>
sealed class FolderReader(string folder)
{
    readonly DiskFiles files = new(folder);

    public IEnumerable<byte[]> Read(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
            yield return files.TryRead(path, out var bytes, out _) ? bytes : [];
    }
}
