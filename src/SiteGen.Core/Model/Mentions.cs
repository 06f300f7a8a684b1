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
        var names = site.PersonLists.SelectMany(list => NamesOf(list, site).Select(name => (Name: name, List: list))).Where(entry => entry.Name.Length >= ShortestName).ToArray();
        var any = SearchValues.Create([.. names.Select(entry => entry.Name)], StringComparison.Ordinal);
        var mentioned = new List<PageList>[site.Posts.Length];
        Parallel.For(0, mentioned.Length, i => mentioned[i] = In(site.Posts[i], site, names, any));
        for (var i = 0; i < mentioned.Length; i++)
        {
            foreach (var list in mentioned[i])
            {
                if (!found.TryGetValue(list, out var pages))
                    found[list] = pages = new List<Page>();
                ((List<Page>)pages).Add(site.Posts[i]);
            }
        }

        return found;
    }

    static List<PageList> In(Page page, Site site, (string Name, PageList List)[] names, SearchValues<string> any)
    {
        var found = new List<PageList>();
        var text = site.BodyOf(page).Text;
        if (!text.ContainsAny(any))
            return found;
        foreach (var (name, list) in names)
        {
            // The names of one person stand together.
            if ((found.Count == 0 || !ReferenceEquals(found[^1], list)) && list.IndexOf(page) < 0 && text.Contains(name, StringComparison.Ordinal))
                found.Add(list);
        }

        return found;
    }

    static IEnumerable<string> NamesOf(PageList list, Site site) =>
        site.People.Find(list.Title) is { } person ? PeopleIndex.Spellings(person) : [list.Title];
}
