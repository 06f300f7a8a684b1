using System.Text;
using SiteGen.Core.Files;

namespace SiteGen.Core.Writing;

/// <summary>
/// The list of files that SiteGen wrote into an output folder, kept there and not published. What is not on it belongs to somebody else.
/// </summary>
static class Manifest
{
    public const string Folder = ".sitegen/";
    public const string Path = Folder + "manifest";
    const string Header = "SiteGen wrote these files; a build may replace or delete them.";

    /// <summary>The files; null when there is no manifest, or none of ours.</summary>
    public static HashSet<string>? Read(IOutputFiles output)
    {
        var lines = output.ReadText(Path)?.Split('\n');
        return lines is [Header, .. var files] ? files.Where(IsSafe).ToHashSet(StringComparer.Ordinal) : null;
    }

    public static void Write(IOutputFiles output, IEnumerable<string> files)
    {
        var text = Header + "\n" + string.Concat(files.Order(StringComparer.Ordinal).Select(file => file + "\n"));
        output.Stage(Path, Encoding.UTF8.GetBytes(text));
        output.Commit(Path);
    }

    /// <summary>True for a file inside the output folder, bookkeeping excepted. Neither a damaged manifest nor a fault of ours may lead outside.</summary>
    public static bool IsSafe(string file) =>
        file.Length > 0 && !file.StartsWith('/') && !file.StartsWith(Folder, StringComparison.Ordinal) && !file.Split('/').Any(segment => segment is "" or "." or "..") && !System.IO.Path.IsPathRooted(file);
}
