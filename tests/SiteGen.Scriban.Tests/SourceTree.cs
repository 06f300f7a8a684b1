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

    /// <summary>The reference's own cases: in SITEGEN_SHARED, or in a folder <c>shared</c> above the repository; null where there are none.</summary>
    public static string? FindConformanceCases()
    {
        const string Tail = "scriban-conformance/cases.jsonl";
        if (Environment.GetEnvironmentVariable("SITEGEN_SHARED") is { Length: > 0 } shared)
            return File.Exists(Path.Combine(shared, Tail)) ? Path.Combine(shared, Tail) : null;
        for (string? folder = RepositoryRoot; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string path = Path.Combine(folder, "shared", Tail);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
