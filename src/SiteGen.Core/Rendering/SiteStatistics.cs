using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Rendering;

/// <param name="Year">In the site's zone.</param>
/// <param name="Words">Of all its posts.</param>
public sealed record YearStatistics(int Year, int Posts, int Words);

/// <param name="Posts">About them.</param>
/// <param name="Words">Spoken by them in interviews.</param>
public sealed record PersonStatistics(string Name, int Posts, int Words);

/// <summary>A blog in numbers, from its listed posts.</summary>
/// <param name="Years">In order, with empty years between others.</param>
/// <param name="Posts">Each with its words, the longest first.</param>
/// <param name="TagsUsedOnce">In Korean order.</param>
/// <param name="People">Those with most posts first, then those who say most.</param>
public sealed record SiteStatistics(
    int Words,
    IReadOnlyList<YearStatistics> Years,
    IReadOnlyList<(Page Page, int Words)> Posts,
    IReadOnlyList<string> TagsUsedOnce,
    IReadOnlyList<PersonStatistics> People)
{
    /// <summary>A post mistakenly dated in the year 1 would make two thousand empty years.</summary>
    const int LongestGap = 30;

    public static SiteStatistics Of(Site site, SiteRenderer renderer)
    {
        var digests = new PageDigest[site.Posts.Length];
        Parallel.For(0, digests.Length, i => digests[i] = renderer.DigestOf(site.Posts[i]));
        var posts = site.Posts.Select((page, i) => (Page: page, digests[i].Words)).ToArray();
        var once = site.GroupingOf(Taxonomies.Tags)?.Lists.Where(tag => tag.Pages.Length == 1).Select(tag => tag.Title).ToArray() ?? [];
        return new SiteStatistics(
            posts.Sum(post => post.Words),
            YearsOf(posts),
            [.. posts.OrderByDescending(post => post.Words).ThenBy(post => post.Page.Path.Value, StringComparer.Ordinal)],
            once,
            PeopleOf(site, digests));
    }

    static List<YearStatistics> YearsOf((Page Page, int Words)[] posts)
    {
        var years = new List<YearStatistics>();
        foreach (var year in posts.GroupBy(post => post.Page.Date!.Value.Year).OrderBy(year => year.Key))
        {
            var gap = years.Count > 0 ? year.Key - years[^1].Year - 1 : 0;
            if (gap < LongestGap)
                years.AddRange(Enumerable.Range(year.Key - gap, gap).Select(empty => new YearStatistics(empty, 0, 0)));
            years.Add(new YearStatistics(year.Key, year.Count(), year.Sum(post => post.Words)));
        }

        return years;
    }

    static PersonStatistics[] PeopleOf(Site site, PageDigest[] digests)
    {
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var speaker in digests.SelectMany(digest => digest.Interview?.Speakers ?? []))
        {
            var key = Taxonomies.KeyOf(site.People.Canonical(speaker.Person ?? speaker.Name));
            said[key] = said.GetValueOrDefault(key) + speaker.Words;
        }

        return [.. site.PersonLists
            .Select(person => new PersonStatistics(person.Title, person.Pages.Length, said.GetValueOrDefault(person.Key)))
            .OrderByDescending(person => person.Posts).ThenByDescending(person => person.Words)
            .ThenBy(person => person.Name, SortKey.Instance)];
    }
}
