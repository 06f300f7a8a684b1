namespace SiteGen.Core.Templates;

/// <summary>Names of included templates are paths below one folder, the same on every system.</summary>
public static class IncludeName
{
    /// <summary>Whether a name leaves the folder: absolute, with a drive, or with `..`.</summary>
    public static bool LeavesFolder(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':')
        || name.Contains("..", StringComparison.Ordinal) && name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
