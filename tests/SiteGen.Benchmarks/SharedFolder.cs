namespace SiteGen.Benchmarks;

/// <summary>The folder <c>shared</c>, which <c>SITEGEN_SHARED</c> names or which stands above the program; and this repository.</summary>
static class SharedFolder
{
    /// <summary>A folder inside <c>shared</c>; null where there is none.</summary>
    public static string? Find(string inside) =>
        Environment.GetEnvironmentVariable("SITEGEN_SHARED") is { Length: > 0 } shared
            ? Existing(Path.Combine(shared, inside))
            : Above("shared/" + inside);

    /// <summary>The nearest folder of this name in a folder above the program.</summary>
    public static string? Above(string name)
    {
        for (string? above = AppContext.BaseDirectory; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Existing(Path.Combine(above, name)) is { } folder)
                return folder;
        }

        return null;
    }

    static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
