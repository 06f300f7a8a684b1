using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>The table of lists: the built-in rows, one row for each taxonomy, and the author's.</summary>
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

    /// <summary>The row of that name that every site has; else null.</summary>
    public static ListDefinition? BuiltIn(string name) => Array.Find(Fixed, row => row.Name == name);

    /// <summary>The row of that name that a site with these taxonomies has, so that an author's row may change a part of it; else null.</summary>
    public static ListDefinition? BuiltIn(string name, IReadOnlyList<string> taxonomies) =>
        BuiltIn(name) ?? (taxonomies.Contains(name) ? OfTaxonomy(name) : null);

    /// <summary>All rows of a site. An author's row takes the place of the built-in one of its name.</summary>
    public static IReadOnlyList<ListDefinition> Rows(SiteConfig config)
    {
        var rows = new List<ListDefinition>(Fixed);
        foreach (var taxonomy in config.Taxonomies.Distinct(StringComparer.Ordinal).Where(name => BuiltIn(name) is null))
            rows.Add(OfTaxonomy(taxonomy) with { Place = config.Places.GetValueOrDefault("taxonomies", SourcePlace.Nowhere) });
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
