using System.Reflection;

namespace SiteGen.Core.Files;

/// <summary>The default theme. Its files are inside the program.</summary>
public static class BuiltInTheme
{
    public const string Name = "maru";

    public const string Folder = "themes/" + Name;

    const string Resources = "theme/";

    static readonly Assembly Program = typeof(BuiltInTheme).Assembly;

    /// <summary>The version of the program, and so of its theme.</summary>
    public static string Version { get; } = Program.GetName().Version!.ToString(3);

    /// <summary>Paths inside the theme, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Program.GetManifestResourceNames()
        .Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Select(name => name[Resources.Length..])
        .Order(StringComparer.Ordinal)];

    /// <summary>A file of the theme; null for none.</summary>
    public static byte[]? Read(string path)
    {
        using var stream = Program.GetManifestResourceStream(Resources + path);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether the site has a folder of this name with files in it; then that is the theme.</summary>
    public static bool IsReplacedIn(ISiteFiles files) =>
        files.List(Folder).Any(file => !LeftoverFile.Is(file.Path));

    /// <summary>The files of a site, and those of the built-in theme unless the site replaces it.</summary>
    public static ISiteFiles Under(ISiteFiles files) => IsReplacedIn(files) ? files : new ThemedFiles(files);

    sealed class ThemedFiles(ISiteFiles files) : ISiteFiles
    {
        static readonly IReadOnlyList<SiteFile> Listed = [.. Paths.Select(path => new SiteFile($"{Folder}/{path}"))];

        public IReadOnlyList<SiteFile> List(string folder) => folder == Folder ? Listed : files.List(folder);

        public bool Exists(string path) => InTheme(path) is { } inside ? Paths.Contains(inside) : files.Exists(path);

        public bool TryRead(string path, out byte[] bytes, out string problem)
        {
            if (InTheme(path) is not { } inside)
                return files.TryRead(path, out bytes, out problem);
            var content = Read(inside);
            (bytes, problem) = (content ?? [], content is null ? "there is no such file" : "");
            return content is not null;
        }

        public byte[] ReadHead(string path, int length) =>
            InTheme(path) is { } inside ? [.. (Read(inside) ?? []).Take(length)] : files.ReadHead(path, length);

        static string? InTheme(string path) =>
            path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[(Folder.Length + 1)..] : null;
    }
}
