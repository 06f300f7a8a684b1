namespace SiteGen.Core.Tests.Hygiene;

/// <summary>The checkout that these tests were built from.</summary>
static class Repository
{
    /// <summary>The nearest folder upwards from the test assembly that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An absolute path of a path below the root, written with slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SiteGen.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds SiteGen.sln.");
    }
}
