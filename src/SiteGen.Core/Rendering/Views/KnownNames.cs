using SiteGen.Core.Interviews;
using SiteGen.Core.Model;
using SiteGen.Core.People.Views;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary>The names of templates, for the check before rendering. Members without an entry may be anything.</summary>
static class KnownNames
{
    public static ThemeNames Of(Site site, SiteFunctions functions)
    {
        var own = functions.All().ToDictionary(function => function.Name, StringComparer.Ordinal);
        var known = new KnownObject(SiteTable.Table.Names).Add("author", new KnownObject(["name", "url", "email"]));
        var term = new KnownObject(ListTables.Term.Names).Add("person", PersonView.Known);
        var page = Page(term);
        var layouts = new Dictionary<string, KnownObject?>(StringComparer.Ordinal)
        {
            ["site"] = known,
            ["page"] = page,
            ["paginator"] = new KnownObject(PaginatorTable.Table.Names),
            ["taxonomy"] = new KnownObject(ListTables.Grouping.Names),
            ["term"] = term,
            ["archive"] = new KnownObject(ListTables.Archive.Names),
            ["content"] = null,
        };
        var shortcodes = new Dictionary<string, KnownObject?> { ["site"] = known, ["page"] = page, ["args"] = null, ["content"] = null };
        return new ThemeNames(
            new TemplateNames(own, layouts, TakesMore: false) { Constants = Constants },
            new TemplateNames(own, shortcodes, TakesMore: true),
            Archetype.KnownNames(site));
    }

    /// <summary>All of <c>site</c> but what leads to pages, whose bodies are tracked as dependencies.</summary>
    static readonly HashSet<string> Constants =
        ["t", "asset", "url", "absolute_url", .. SiteTable.Table.Names.Except(["posts", "pages", "taxonomies", "glossary"])
            .Select(name => "site." + name)];

    /// <summary>A page of either kind, since a layout may render both.</summary>
    static KnownObject Page(KnownObject term)
    {
        var page = new KnownObject([.. PageTable.Table.Names, .. ListingPageTable.Table.Names])
            .Add("source", new KnownObject(["title", "url", "publisher", "date"]))
            .Add("interview", InterviewView.Known)
            .Add("category", term)
            .Add("category_block", new KnownObject(["category", "entries"]).Add("category", term));
        foreach (var neighbour in (string[])["prev", "next", "prev_in_category", "next_in_category"])
            page.Add(neighbour, page);
        return page;
    }
}
