using System.Globalization;
using System.Text;
using SiteGen.Core.Files;

namespace SiteGen.Core.Themes;

/// <summary>The file of the built-in theme that a copy was made from.</summary>
/// <param name="Hash">Of the original, not of the copy.</param>
public sealed record ThemeOriginal(string Version, ContentHash Hash)
{
    /// <summary>The file in this program; null when its theme has none of that path.</summary>
    public static ThemeOriginal? Of(string path) =>
        BuiltInTheme.Read(path) is { } bytes ? new ThemeOriginal(BuiltInTheme.Version, HashOf(bytes)) : null;

    /// <summary>Ignores carriage returns, because git may add them to a checkout on Windows.</summary>
    public static ContentHash HashOf(byte[] bytes) => ContentHash.Of(bytes.Contains((byte)'\r') ? [.. bytes.Where(b => b != '\r')] : bytes);
}

/// <summary>
/// A text file beside copied theme files: a line <c>HASH VERSION PATH</c> for each says which original it was made from. A copy without
/// a line is the author's own.
/// </summary>
public static class CopyRecord
{
    const string Header = """
        # The version of SiteGen's theme that these files were copied from, written by `sitegen theme`.
        # A build warns when a newer SiteGen has another version of a file. Delete a file's line to end that.

        """;

    /// <summary>By path inside the theme. Other lines, such as those of a merge conflict, are left out.</summary>
    public static SortedDictionary<string, ThemeOriginal> Read(ISiteFiles files, string path)
    {
        var originals = new SortedDictionary<string, ThemeOriginal>(StringComparer.Ordinal);
        if (!files.TryRead(path, out var bytes, out _))
            return originals;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Split(' ', 3) is [{ Length: 32 } hash, var version, var copy] && TryHash(hash, out var first, out var second))
                originals[copy] = new ThemeOriginal(version, new ContentHash(first, second));
        }

        return originals;
    }

    public static string Text(IReadOnlyDictionary<string, ThemeOriginal> originals) => Header + string.Concat(originals.Select(copy =>
        $"{copy.Value.Hash} {copy.Value.Version} {copy.Key}\n"));

    static bool TryHash(string text, out ulong first, out ulong second)
    {
        second = 0;
        return ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out first)
            && ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out second);
    }
}
