using System.Runtime.CompilerServices;

namespace SiteGen.Scriban.Tests;

/// <summary>Where the sources of the language and of its tests lie.</summary>
static class SourceTree
{
    public static string TestFolder { get; } = Path.GetDirectoryName(ThisFile())!;

    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(TestFolder, "..", ".."));

    public static string LanguageFolder { get; } = Path.Combine(RepositoryRoot, "src", "SiteGen.Scriban");

    public static IEnumerable<string> LanguageFiles => Directory.EnumerateFiles(LanguageFolder, "*.cs", SearchOption.AllDirectories)
        .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal));

    static string ThisFile([CallerFilePath] string path = "") => path;
}
