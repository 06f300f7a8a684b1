using SiteGen.Core.Model;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Rendering.Views;

/// <summary>Titles of lists: the author's, else the theme's word for the row, else its name.</summary>
public sealed class ListTitles(Site site)
{
    public string Of(PageList list) => list.Definition.GroupBy switch
    {
        "year" => DateStyle.Year(list.Pages[0].Date!.Value, site.Config.Language),
        "month" => DateStyle.Format(list.Pages[0].Date!.Value, "year_month", site.Config.Language)!,
        null => list.Path == UrlPath.Root ? site.Config.Title : Of(list.Definition),
        _ => list.Title,
    };

    public string Of(Grouping grouping) => Of(grouping.Definition);

    string Of(ListDefinition row) => row.Title != row.Name ? row.Title : site.Theme.Words.GetValueOrDefault(row.Name, row.Name);
}
