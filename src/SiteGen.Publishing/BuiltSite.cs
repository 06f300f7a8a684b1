using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <param name="Posts">Titles of posts and pages, by output file.</param>
/// <param name="SiteTitle">Cut from the end of other pages' titles.</param>
public sealed record PageTitles(IReadOnlyDictionary<string, string> Posts, string SiteTitle)
{
    /// <summary>Output files of posts alone.</summary>
    public IReadOnlySet<string> OfPosts { get; init; } = new HashSet<string>();
}

/// <summary>A built site on disk.</summary>
public sealed record BuiltSite(string Folder, PageTitles Titles)
{
    const string RegularFile = "100644";

    /// <summary>Its files by path, with their object ids; null after reporting an error.</summary>
    /// <param name="store">Whether to write the objects into the repository, for a commit.</param>
    public IReadOnlyDictionary<string, TreeFile>? Hash(Git git, bool store, DiagnosticBag diagnostics)
    {
        var paths = Paths(Folder);
        var input = string.Concat(paths.Select(path => Quoted(Path.Combine(Folder, path)) + "\n"));
        // No filters: the author's line ending settings don't apply to what was built.
        string[] arguments = ["hash-object", .. store ? ["-w"] : Array.Empty<string>(), "--no-filters", "--stdin-paths"];
        var hashed = git.Run(new GitCall(arguments) { Input = Encoding.UTF8.GetBytes(input) });
        if (!hashed.IsDone)
        {
            GitError.Report(hashed, "The repository", diagnostics);
            return null;
        }

        var ids = hashed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return paths.Zip(ids).ToDictionary(file => file.First, file => new TreeFile(RegularFile, file.Second));
    }

    /// <summary>The published files below a folder.</summary>
    public static IReadOnlyList<string> Paths(string folder) => [.. new DiskOutput(folder, folder).List().Select(file => file.Path)];

    /// <summary>A path as git reads it from a line.</summary>
    static string Quoted(string path) => path.AsSpan().IndexOfAny('"', '\\', '\n') < 0
        ? path
        : $"\"{path.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
