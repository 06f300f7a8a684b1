using System.Buffers;
using SiteGen.Core.Model;

namespace SiteGen.Core.People.Views;

/// <summary>The posts that mention a person without being listed under them: <c>term.mentions</c> in templates.</summary>
static class Mentions
{
    /// <summary>A name of one syllable is part of too many other words.</summary>
    const int ShortestName = 2;

    /// <summary>Lists of the people taxonomy to the posts whose body has the person's name or an alias, newest first.</summary>
    public static ILookup<PageList, Page> Find(Site site)
    {
        var names = site.PersonLists.SelectMany(list => NamesOf(list, site).Select(name => (Name: name, List: list)))
            .Where(entry => entry.Name.Length >= ShortestName).ToArray();
        var any = SearchValues.Create([.. names.Select(entry => entry.Name)], StringComparison.Ordinal);
        var mentioned = new List<PageList>[site.Posts.Length];
        Parallel.For(0, mentioned.Length, i => mentioned[i] = In(site.Posts[i], site, names, any));
        return mentioned.SelectMany((lists, i) => lists.Select(list => (List: list, Page: site.Posts[i])))
            .ToLookup<(PageList List, Page Page), PageList, Page>(
                mention => mention.List, mention => mention.Page, ReferenceEqualityComparer.Instance);
    }

    static List<PageList> In(Page page, Site site, (string Name, PageList List)[] names, SearchValues<string> any)
    {
        var found = new List<PageList>();
        var text = site.BodyOf(page).Text;
        if (!text.ContainsAny(any))
            return found;
        foreach (var (name, list) in names)
        {
            // All names of one person are adjacent.
            if ((found.Count == 0 || !ReferenceEquals(found[^1], list)) && list.IndexOf(page) < 0
                && text.Contains(name, StringComparison.Ordinal))
                found.Add(list);
        }

        return found;
    }

    static IEnumerable<string> NamesOf(PageList list, Site site) => site.People.Find(list.Title)?.Spellings ?? [list.Title];
}
