using System.Diagnostics;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>The checkout that these tests were built from.</summary>
static class Repository
{
    static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>The nearest folder upwards from the test assembly that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An absolute path of a path below the root, written with slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>All C# files below the folders, as paths from the root with slashes, in ordinal order; build output is left out.</summary>
    public static IEnumerable<string> CSharpFiles(params string[] folders) =>
        folders.SelectMany(folder => FilesBelow(folder)).Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>All files below a folder, as <see cref="CSharpFiles"/>. None when there is no such folder.</summary>
    public static IEnumerable<string> FilesBelow(string folder) =>
        !Directory.Exists(PathOf(folder))
            ? []
            : Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(BuildFolders.Contains))
                .Order(StringComparer.Ordinal);

    /// <summary>The files that git tracks; without git, all files of a folder that was unpacked from an archive.</summary>
    public static IReadOnlyList<string> TrackedFiles { get; } = ListTrackedFiles() ?? [.. FilesBelow(".")];

    /// <summary>The text of a file below the root.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The line, from 1, that an offset stands on.</summary>
    public static int LineAt(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    /// <summary>Fails with all findings, one a line, if there are any.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SiteGen.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds SiteGen.sln.");
    }

    static string[]? ListTrackedFiles()
    {
        if (!Path.Exists(PathOf(".git")))
            return null;
        var start = new ProcessStartInfo("git", ["ls-files", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        try
        {
            using var git = Process.Start(start)!;
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? names.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
