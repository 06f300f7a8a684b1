namespace SiteGen.Core.Files;

/// <summary>A folder for one piece of work, gone with everything in it when that is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A new folder among the system's temporary ones, whose name begins so.</summary>
    public static TemporaryFolder Create(string prefix) => new(Directory.CreateTempSubdirectory(prefix).FullName);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A scanner may hold a file of it open; the system clears its temporary files in time.
        }
    }
}
