using SiteGen.Core.Korean;

namespace SiteGen.Core.Configuration;

/// <summary>The taxonomies that SiteGen itself knows: front matter keys, and names of their lists.</summary>
public static class Taxonomies
{
    public const string Tags = "tags";
    public const string Categories = "categories";
    public const string People = "people";

    public static IReadOnlyList<string> Default => [Tags, Categories, People];

    /// <summary>A term for comparison: terms that differ only in case, outer spaces or Unicode composition are one.</summary>
    public static string KeyOf(string term) => Nfc.Normalize(term.Trim()).ToLowerInvariant();
}
