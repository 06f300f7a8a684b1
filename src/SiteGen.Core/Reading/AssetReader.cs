using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>A file below the theme's <c>assets/</c> as it was read.</summary>
/// <param name="Name">Path below <c>assets/</c>.</param>
public sealed record RawAsset(string Name, string ShownPath, byte[] Bytes);

/// <summary>Reads the theme's assets. Their bytes are needed early, since addresses are made of them.</summary>
public static class AssetReader
{
    const string Folder = "assets/";

    public static IReadOnlyList<RawAsset> Read(SourceTree sources, DiagnosticBag diagnostics)
    {
        var assets = new List<RawAsset>();
        var inFolder = sources.ThemeFiles.Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal));
        foreach (var (inTheme, path) in inFolder.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (sources.Files.TryRead(path, out var bytes, out var problem))
                assets.Add(new RawAsset(inTheme[Folder.Length..], path, bytes));
            else
                diagnostics.Error("file-unreadable", $"The file can't be read: {problem}.", SourcePlace.OfFile(path));
        }

        return assets;
    }
}
