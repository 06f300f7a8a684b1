namespace SiteGen.Core.Configuration;

/// <summary>The taxonomies that SiteGen itself knows: front matter keys, and names of their lists.</summary>
public static class Taxonomies
{
    public const string Tags = "tags";
    public const string Categories = "categories";
    public const string People = "people";
}
