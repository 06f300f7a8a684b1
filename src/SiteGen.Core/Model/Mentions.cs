using System.Buffers;

namespace SiteGen.Core.Model;

/// <summary>Which posts speak of a person without being listed under them.</summary>
public static class Mentions
{
    /// <summary>A name of one syllable stands in too many other words.</summary>
    const int ShortestName = 2;

    /// <summary>Lists of the people taxonomy to the posts whose text has the person's name (or an alias), newest first.</summary>
    public static IReadOnlyDictionary<PageList, IReadOnlyList<Page>> Find(Site site)
    {
        var found = new Dictionary<PageList, IReadOnlyList<Page>>(ReferenceEqualityComparer.Instance);
        if (site.GroupingOf("people") is not { } people)
            return found;
        var names = people.Lists.SelectMany(list => NamesOf(list, site).Select(name => (Name: name, List: list))).Where(entry => entry.Name.Length >= ShortestName).ToArray();
        var any = SearchValues.Create([.. names.Select(entry => entry.Name)], StringComparison.Ordinal);
        foreach (var page in site.Posts)
        {
            var text = site.BodyOf(page).Text;
            if (!text.ContainsAny(any))
                continue;
            foreach (var (name, list) in names)
            {
                if (list.IndexOf(page) >= 0 || !text.Contains(name, StringComparison.Ordinal))
                    continue;
                if (!found.TryGetValue(list, out var pages))
                    found[list] = pages = new List<Page>();
                if (pages is List<Page> own && (own.Count == 0 || !ReferenceEquals(own[^1], page)))
                    own.Add(page);
            }
        }

        return found;
    }

    static IEnumerable<string> NamesOf(PageList list, Site site) =>
        site.People.Find(list.Title) is { } person ? PeopleIndex.Spellings(person) : [list.Title];
}
