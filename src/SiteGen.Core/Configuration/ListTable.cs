using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>The lists of a site: built-in lists, one for each taxonomy, and the author's.</summary>
public static class ListTable
{
    public const string Home = "home";
    public const string Archives = "archives";
    public const string Years = "years";
    public const string Months = "months";

    static readonly ListDefinition[] Fixed =
    [
        new(Home) { Path = "/", Layout = "home", Feed = true },
        new(Archives) { Path = "/archives/", Layout = "archive" },
        new(Years) { Path = "/archives/:group/", GroupBy = "year", Order = "date desc", Layout = "archive" },
        new(Months) { Path = "/archives/:group/", GroupBy = "month", Order = "date desc", Layout = "archive" },
    ];

    /// <summary>The list of that name that every site has; else null.</summary>
    public static ListDefinition? BuiltIn(string name) => Array.Find(Fixed, row => row.Name == name);

    /// <summary>The list that an author's list of that name overrides; null for none.</summary>
    public static ListDefinition? BuiltIn(string name, IReadOnlyList<string> taxonomies) =>
        BuiltIn(name) ?? (taxonomies.Contains(name) ? OfTaxonomy(name) : null);

    /// <summary>All lists of a site. The author's replace built-in ones of the same name.</summary>
    public static IReadOnlyList<ListDefinition> Rows(SiteConfig config)
    {
        var rows = new List<ListDefinition>(Fixed);
        var place = config.Places.GetValueOrDefault("taxonomies", SourcePlace.Nowhere);
        var taxonomies = config.Taxonomies.Distinct(StringComparer.Ordinal).Where(name => BuiltIn(name) is null);
        rows.AddRange(taxonomies.Select(name => OfTaxonomy(name) with { Place = place }));
        foreach (var row in config.Lists)
        {
            var same = rows.FindIndex(known => known.Name == row.Name);
            if (same < 0)
                rows.Add(row);
            else
                rows[same] = row;
        }

        return rows;
    }

    static ListDefinition OfTaxonomy(string name) =>
        new(name) { Path = $"/{name}/:group/", GroupBy = name, Layout = "term", IndexLayout = "taxonomy", Feed = true };
}
