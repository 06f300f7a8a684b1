namespace SiteGen.Core.Files;

/// <summary>A new folder among the system's temporary ones, deleted with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static TemporaryFolder Create(string prefix) => new(Directory.CreateTempSubdirectory(prefix).FullName);

    /// <summary>A scanner may hold a file of it open; the system clears its temporary files in time.</summary>
    public void Dispose() => TryDelete(Path, recursive: true);

    /// <summary>Deletes a file or a folder; false when it can't be, as when it holds something, or is in use.</summary>
    internal static bool TryDelete(string path, bool recursive)
    {
        try
        {
            if (File.Exists(path))
                File.Delete(path);
            else
                Directory.Delete(path, recursive);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
