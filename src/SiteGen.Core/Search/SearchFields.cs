using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <summary>Titles and names of all posts, ready to look in.</summary>
sealed class SearchFields
{
    const int TitleWeight = 50, PeopleWeight = 40, TermWeight = 30;

    readonly SearchLine[] titles;
    readonly List<(SearchLine Line, int[] Pages)>[] names;

    public SearchFields(SearchIndex index)
    {
        var site = index.Site;
        titles = index.Pages.Select(page => SearchLine.Of(page.Title)).ToArray();
        names =
        [
            Names(index.Pages, page => page.People),
            Names(index.Pages, page => site.TermsOf(page, Taxonomies.Categories).Concat(site.TermsOf(page, Taxonomies.Tags)).Select(term => term.Title)),
        ];
        Words = index.Pages.Select(page => page.Title)
            .Concat(index.Pages.SelectMany(page => page.People))
            .Concat(index.Pages.SelectMany(page => site.TermsOf(page, Taxonomies.Categories).Concat(site.TermsOf(page, Taxonomies.Tags))).Select(term => term.Title))
            .Concat(index.Aliases.SelectMany(group => group))
            .SelectMany(text => SearchText.Words(SearchText.Fold(text))).Distinct(StringComparer.Ordinal).Select(word => DubeolsikKeys.Of(word)).Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The keys of every word in them and in aliases.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>A name is looked in once, however many posts have it.</summary>
    static List<(SearchLine Line, int[] Pages)> Names(IReadOnlyList<Page> pages, Func<Page, IEnumerable<string>> of) =>
        pages.SelectMany((page, i) => of(page).Distinct(StringComparer.Ordinal).Select(name => (Name: name, Index: i)))
            .GroupBy(item => item.Name, StringComparer.Ordinal)
            .Select(group => (SearchLine.Of(group.Key), group.Select(item => item.Index).ToArray())).ToList();

    /// <summary>Points of every post by title and names.</summary>
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
            var found = PointsIn(line, unit, weight);
            if (found == 0)
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
        var best = 0;
        foreach (var alternative in unit.Alternatives)
        {
            if (alternative.Fields)
                best = Math.Max(best, weight * line.Quality(alternative.Keys) * alternative.Weight / 10000);
        }

        return best;
    }

    /// <summary>More for a title that has the whole query, and more still where it is nothing else.</summary>
    public int TitleBonus(int page, string keys) => titles[page].Is(keys) ? 100 : titles[page].Holds(keys) ? 60 : 0;
}
