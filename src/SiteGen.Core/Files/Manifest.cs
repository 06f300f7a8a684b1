using System.Text;

namespace SiteGen.Core.Files;

/// <summary>The list of files that SiteGen wrote into an output folder. All others are foreign.</summary>
static class Manifest
{
    const string Name = "manifest";
    const string Header = "SiteGen wrote these files; a build may replace or delete them.";

    /// <summary>The files; null when there is no manifest, or none of ours.</summary>
    public static HashSet<string>? Read(IOutputFiles output)
    {
        var lines = output.Cache.Read(Name) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
        return lines is [Header, .. var files] ? files.Where(IsSafe).ToHashSet(StringComparer.Ordinal) : null;
    }

    public static void Write(IOutputFiles output, IEnumerable<string> files)
    {
        var text = Header + "\n" + string.Concat(files.Order(StringComparer.Ordinal).Select(file => file + "\n"));
        output.Cache.Write(Name, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>True for a file inside the output folder, so that neither a damaged manifest nor a bug leads outside.</summary>
    public static bool IsSafe(string file) =>
        !Path.IsPathRooted(file) && !file.Split('/').Any(segment => segment is "" or "." or "..");
}
