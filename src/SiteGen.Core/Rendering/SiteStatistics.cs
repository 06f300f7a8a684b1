using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Rendering;

/// <param name="Year">In the site's zone.</param>
/// <param name="Words">Of all its posts.</param>
public sealed record YearStatistics(int Year, int Posts, int Words);

/// <param name="Posts">That are about them.</param>
/// <param name="Words">That they say themselves in interviews.</param>
public sealed record PersonStatistics(string Name, int Posts, int Words);

/// <summary>A blog in numbers: what its author has written, of the posts that lists show.</summary>
/// <param name="Years">In order; a year without posts stands among those that have some.</param>
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
    /// <summary>A post of the year 1 by a slip of the finger would make two thousand empty years.</summary>
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
            for (var empty = years.Count > 0 && year.Key - years[^1].Year <= LongestGap ? years[^1].Year + 1 : year.Key; empty < year.Key; empty++)
                years.Add(new YearStatistics(empty, 0, 0));
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

        var people = site.PersonLists.Select(person => new PersonStatistics(person.Title, person.Pages.Length, said.GetValueOrDefault(person.Key))).ToArray();
        Array.Sort(people, (a, b) =>
            b.Posts.CompareTo(a.Posts) is not 0 and var byPosts ? byPosts
            : b.Words.CompareTo(a.Words) is not 0 and var byWords ? byWords
            : SortKey.Compare(a.Name, b.Name));
        return people;
    }
}
