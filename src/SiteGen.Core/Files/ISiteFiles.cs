namespace SiteGen.Core.Files;

/// <summary>A file of the site as it stands on disk or in memory.</summary>
/// <param name="Path">Relative to the site's folder, '/' between segments, spelled as on disk (perhaps NFD).</param>
/// <param name="Problem">Why there is nothing to read; such an entry may be a folder.</param>
public sealed record SiteFile(string Path, EntryProblem Problem = EntryProblem.None);

/// <summary>Why an entry of a listing is not to be read.</summary>
public enum EntryProblem
{
    None,

    /// <summary>A symbolic link whose target lies outside the listed folder.</summary>
    LeavesFolder,

    /// <summary>A symbolic link to a folder that is listed where it stands.</summary>
    ListedElsewhere,

    /// <summary>A folder that can't be listed. Reading it says why.</summary>
    Unlisted,

    /// <summary>No folder, where one was to be listed.</summary>
    NoFolder,

    /// <summary>The name is not UTF-8, so that the entry can't be opened by it.</summary>
    NotUtf8,
}

/// <summary>By what a file can be told from its earlier self without reading it.</summary>
/// <param name="Written">When, in ticks of UTC; 0 for no such file.</param>
public readonly record struct FileStamp(long Written, long Length);

/// <summary>A file of the output folder.</summary>
/// <param name="Stamp">Of no file where a link stands, which is never what SiteGen wrote.</param>
public sealed record OutputFile(string Path, FileStamp Stamp);

/// <summary>What SiteGen reads: a site's folder, and nothing outside it.</summary>
public interface ISiteFiles
{
    /// <summary>
    /// Every file below a folder, and what can't be read there, in ordinal order; none when it doesn't exist. The empty name is the site
    /// itself.
    /// </summary>
    IReadOnlyList<SiteFile> List(string folder);

    bool Exists(string path);

    /// <summary>The bytes of a file. False with the reason, as a phrase, when it can't be read.</summary>
    bool TryRead(string path, out byte[] bytes, out string problem);

    /// <summary>The first bytes of a file; none when it can't be read.</summary>
    byte[] ReadHead(string path, int length);
}

/// <summary>The output folder. Members throw <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.</summary>
public interface IOutputFiles
{
    /// <summary>The folder as the user named it, for messages.</summary>
    string Name { get; }

    /// <summary>
    /// Opens the folder, creating it if needed, for one writer at a time, until the result is disposed. Files that are staged and not
    /// committed are dropped at both ends, also those of a killed build.
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

    /// <summary>Stages a file, once until it is committed. It keeps its stamp. From any thread.</summary>
    FileStamp Stage(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Throws when a folder can't be changed that committing the staged files or deleting these would change.</summary>
    void CheckAccess(IEnumerable<string> deleted);

    /// <summary>
    /// Puts the staged files below a path in place, all for the empty one. A file or a new folder goes in one step; an existing folder
    /// takes new entries one by one.
    /// </summary>
    void Commit(string path);

    /// <summary>Deletes a file, and the folders that this leaves empty.</summary>
    void Delete(string path);
}
