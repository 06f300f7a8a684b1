using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <summary>Titles and names of all posts, prepared for search.</summary>
sealed class SearchFields
{
    const int TitleWeight = 50, PeopleWeight = 40, TermWeight = 30;

    readonly SearchLine[] titles;
    readonly List<(SearchLine Line, int[] Pages)>[] names;

    public SearchFields(SearchIndex index)
    {
        titles = index.Pages.Select(page => SearchLine.Of(page.Title)).ToArray();
        names = [Names(index.Pages, page => page.People), Names(index.Pages, Terms)];
        var texts = index.Pages.SelectMany(page => page.People.Concat(Terms(page)).Prepend(page.Title));
        Words = texts.Concat(index.Aliases.SelectMany(group => group)).SelectMany(text => SearchText.Words(SearchText.Fold(text)))
            .Distinct(StringComparer.Ordinal).Select(word => DubeolsikKeys.Of(word)).Order(StringComparer.Ordinal).ToArray();

        IEnumerable<string> Terms(Page page) =>
            new[] { Taxonomies.Categories, Taxonomies.Tags }
                .SelectMany(taxonomy => index.Site.TermsOf(page, taxonomy)).Select(term => term.Title);
    }

    /// <summary>The keys of every word in titles, names and aliases.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Each name once, with the posts that have it.</summary>
    static List<(SearchLine Line, int[] Pages)> Names(IReadOnlyList<Page> pages, Func<Page, IEnumerable<string>> of) =>
        pages.SelectMany((page, i) => of(page).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Index: i)))
            .GroupBy(item => item.Name, StringComparer.Ordinal)
            .Select(group => (SearchLine.Of(group.Key), group.Select(item => item.Index).ToArray())).ToList();

    public int[] Points(QueryUnit unit)
    {
        var points = Array.ConvertAll(titles, title => PointsIn(title, unit, TitleWeight));
        AddBest(points, names[0], unit, PeopleWeight);
        AddBest(points, names[1], unit, TermWeight);
        return points;
    }

    static void AddBest(int[] points, List<(SearchLine Line, int[] Pages)> names, QueryUnit unit, int weight)
    {
        var best = new int[points.Length];
        foreach (var (line, pages) in names)
        {
            if (PointsIn(line, unit, weight) is var found && found == 0)
                continue;
            foreach (var page in pages)
                best[page] = Math.Max(best[page], found);
        }

        for (var i = 0; i < points.Length; i++)
            points[i] += best[i];
    }

    static int PointsIn(SearchLine line, QueryUnit unit, int weight)
    {
        if (unit.Initials is { } initials)
            return line.QualityOfInitials(initials) * weight / 100;
        return unit.Alternatives.Where(alternative => alternative.Fields)
            .Max(alternative => (int?)(weight * line.Quality(alternative.Keys) * alternative.Weight / 10000)) ?? 0;
    }

    /// <summary>For a title that contains the whole query, or is the query.</summary>
    public int TitleBonus(int page, string keys) => titles[page].Is(keys) ? 100 : titles[page].Holds(keys) ? 60 : 0;
}
