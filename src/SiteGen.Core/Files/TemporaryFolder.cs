namespace SiteGen.Core.Files;

/// <summary>A new folder among the system's temporary ones, deleted with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    const string Prefix = "sitegen-", Lock = ".sitegen-lock", Files = "files";

    readonly string outer;
    readonly FileStream claim;

    TemporaryFolder(string outer, FileStream claim) => (this.outer, this.claim) = (outer, claim);

    public string Path => System.IO.Path.Combine(outer, Files);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static TemporaryFolder Create(string purpose)
    {
        DeleteAbandoned();
        var made = Directory.CreateTempSubdirectory($"{Prefix}{purpose}-").FullName;
        var folder = new TemporaryFolder(made, Claim(System.IO.Path.Combine(made, Lock), FileMode.CreateNew));
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    /// <summary>A scanner may hold a file of it open; then a later run deletes it.</summary>
    public void Dispose()
    {
        claim.Dispose();
        TryDelete(outer, recursive: true);
    }

    /// <summary>Deletes what runs left that were killed: nobody holds their locks.</summary>
    static void DeleteAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*", Readable))
        {
            try
            {
                Claim(System.IO.Path.Combine(folder, Lock), FileMode.Open).Dispose();
                TryDelete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in use, somebody else's, or none of ours.
            }
        }
    }

    static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true };

    static FileStream Claim(string file, FileMode mode) => new(file, mode, FileAccess.ReadWrite, FileShare.None);

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
