namespace SiteGen.Core.Files;

/// <summary>Writes a file that was not there. The only way in which SiteGen writes beside an author's own texts.</summary>
public static class NewFile
{
    /// <summary>Writes the file and the folders above it; false with the reason, as a clause, when it exists or can't be written.</summary>
    public static bool TryWrite(string root, string path, ReadOnlySpan<byte> bytes, out string problem)
    {
        var full = Path.Combine(Path.GetFullPath(root), path);
        var isMade = false;
        problem = "";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            // The system itself refuses when the name is taken, also by a file made this very moment.
            using var file = new FileStream(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            isMade = true;
            file.Write(bytes);
            file.Flush();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = !isMade && File.Exists(full) ? "a file of that name is there" : e.Message.TrimEnd('.');
            // Half a file, on a full disk, is worse than none.
            if (isMade)
                File.Delete(full);
            return false;
        }
    }
}

/// <summary>A site's files and one more that is not on disk yet, to see what a build would say of it.</summary>
public sealed class OverlayFiles(ISiteFiles files, string added, byte[] content) : ISiteFiles
{
    public IReadOnlyList<SiteFile> List(string folder)
    {
        var listed = files.List(folder);
        return added.StartsWith(folder + "/", StringComparison.Ordinal)
            ? [.. listed.Append(new SiteFile(added)).OrderBy(file => file.Path, StringComparer.Ordinal)]
            : listed;
    }

    public bool Exists(string path) => path == added || files.Exists(path);

    public bool TryRead(string path, out byte[] bytes, out string problem)
    {
        if (path != added)
            return files.TryRead(path, out bytes, out problem);
        (bytes, problem) = (content, "");
        return true;
    }

    public byte[] ReadHead(string path, int length) => path == added ? [.. content.Take(length)] : files.ReadHead(path, length);
}
