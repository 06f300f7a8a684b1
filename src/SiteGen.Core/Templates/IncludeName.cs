namespace SiteGen.Core.Templates;

/// <summary>Names that templates include by are paths below one folder, written the same on every system.</summary>
public static class IncludeName
{
    /// <summary>Whether a name points out of the folder: from the root, from a drive, or up.</summary>
    public static bool LeavesFolder(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':')
        || name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
