using System.Text;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Publishing;

/// <summary>What a page is called, by the file that it is built into.</summary>
/// <param name="Posts">Titles of posts and pages, by output file.</param>
/// <param name="SiteTitle">Left out at the end of other pages' titles, where it says nothing.</param>
public sealed record PageTitles(IReadOnlyDictionary<string, string> Posts, string SiteTitle);

/// <summary>A built site on disk.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Titles">What its pages are called.</param>
public sealed record BuiltSite(string Folder, PageTitles Titles)
{
    const string UsualFile = "100644";

    /// <summary>Its files by path, named as git names contents; null after complaining.</summary>
    /// <param name="store">Put the contents into the repository, for a commit; else they are only named.</param>
    public IReadOnlyDictionary<string, TreeFile>? Hash(Git git, bool store, DiagnosticBag diagnostics)
    {
        var paths = Paths(Folder);
        var input = new StringBuilder();
        foreach (var path in paths)
            input.Append(Quoted(Path.Combine(Folder, path))).Append('\n');
        // One process for all files, and no filters: what is published is what was built, whatever the author's line endings are.
        string[] write = store ? ["-w"] : [];
        var hashed = git.Run(new GitCall(["hash-object", .. write, "--no-filters", "--stdin-paths"]) { Input = Encoding.UTF8.GetBytes(input.ToString()) });
        if (!hashed.IsDone)
        {
            GitError.Report(hashed, "The repository", diagnostics);
            return null;
        }

        var ids = hashed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var files = new Dictionary<string, TreeFile>(paths.Count, StringComparer.Ordinal);
        for (var i = 0; i < paths.Count; i++)
            files[paths[i]] = new TreeFile(UsualFile, ids[i]);
        return files;
    }

    /// <summary>The published files below a folder.</summary>
    public static IReadOnlyList<string> Paths(string folder) => [.. new DiskOutput(folder, folder).List().Select(file => file.Path)];

    /// <summary>As git reads a path on a line of its own, where a line feed in a name would make two of one.</summary>
    static string Quoted(string path) =>
        path.AsSpan().IndexOfAny('"', '\\', '\n') < 0 ? path : "\"" + path.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";
}
