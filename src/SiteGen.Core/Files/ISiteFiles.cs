namespace SiteGen.Core.Files;

/// <summary>A file of the site as it stands on disk or in memory.</summary>
/// <param name="Path">Relative to the site's folder, '/' between segments, spelled as on disk (perhaps NFD).</param>
/// <param name="LeavesFolder">True for a symbolic link whose target lies outside the listed folder: it is not to be read.</param>
public sealed record SiteFile(string Path, bool LeavesFolder);

/// <summary>By what a file can be told from its earlier self without reading it.</summary>
/// <param name="Written">When, in ticks of UTC; 0 for no such file.</param>
public readonly record struct FileStamp(long Written, long Length);

/// <summary>A file of the output folder.</summary>
/// <param name="Stamp">Of no file where a link stands, which is never what SiteGen wrote.</param>
public sealed record OutputFile(string Path, FileStamp Stamp);

/// <summary>What SiteGen reads: a site's folder, and nothing outside it.</summary>
public interface ISiteFiles
{
    /// <summary>Every file below a folder, in ordinal order of path; below all of it for the empty name; empty when there is no such folder.</summary>
    IReadOnlyList<SiteFile> List(string folder);

    bool Exists(string path);

    /// <summary>The bytes of a file. False with the reason, as a phrase, when it can't be read.</summary>
    bool TryRead(string path, out byte[] bytes, out string problem);

    /// <summary>The first bytes of a file, at most so many; none when it can't be read, which whoever reads it as a whole will say.</summary>
    byte[] ReadHead(string path, int length);
}

/// <summary>What SiteGen writes: the output folder. Every member may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
public interface IOutputFiles
{
    /// <summary>The folder as the user named it, for messages.</summary>
    string Name { get; }

    /// <summary>
    /// Opens the folder, creating it if needed, for one writer at a time; the result ends the claim. What was staged and not committed is forgotten at either
    /// end, also that of an earlier build that was killed.
    /// </summary>
    IDisposable Open();

    /// <summary>All files, in ordinal order, without those that are only staged.</summary>
    IReadOnlyList<OutputFile> List();

    /// <summary>True when the file exists and holds exactly these bytes.</summary>
    bool Holds(string path, ReadOnlySpan<byte> bytes);

    /// <summary>A whole file; null when it does not exist.</summary>
    byte[]? Read(string path);

    /// <summary>What the last build into this folder left for the next one.</summary>
    ICacheFiles Cache { get; }

    /// <summary>Writes a file aside, once until it is put in place; nothing in the output changes, and the file will keep the stamp. From any thread.</summary>
    FileStamp Stage(string path, ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Puts what was staged under a path in place, everything for the empty one: a file whole, in one step, and so a folder that does not exist yet. Into one
    /// that does go its entries, one by one.
    /// </summary>
    void Commit(string path);

    /// <summary>Deletes a file, and the folders that this leaves empty.</summary>
    void Delete(string path);
}
