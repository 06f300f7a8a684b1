using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Search;

/// <summary>All that search knows of a site.</summary>
/// <param name="Pages">From the newest to the oldest; those without a date last.</param>
/// <param name="Heads">For each page the positions that are headings'.</param>
/// <param name="Passages">For each page its text; empty for large sites.</param>
/// <param name="Words">The dictionary in the order of its keys.</param>
/// <param name="Aliases">Names of one thing.</param>
/// <param name="IsSmall">Positions are single words, not blocks of them.</param>
public sealed record SearchIndex(
    Site Site,
    IReadOnlyList<Page> Pages,
    IReadOnlyList<int> Heads,
    IReadOnlyList<IReadOnlyList<Passage>> Passages,
    IReadOnlyList<IndexedWord> Words,
    IReadOnlyList<IReadOnlyList<string>> Aliases,
    bool IsSmall)
{
    public static SearchIndex Of(Site site, MarkupStore markup, WordCollector collector)
    {
        var pages = SearchRoutes.Pages(site);
        foreach (var page in pages)
            markup.Digest(page);
        var words = pages.Select(collector.Of).ToArray();
        return new SearchIndex(site, pages, Array.ConvertAll(words, page => page.Heads), Array.ConvertAll(words, page => page.Passages), Dictionary(words, collector), AliasGroups.Of(site, markup), collector.IsSmall);
    }

    static IndexedWord[] Dictionary(PageWords[] pages, WordCollector collector)
    {
        var writers = new PostingsWriter?[collector.Count];
        for (var page = 0; page < pages.Length; page++)
        {
            foreach (var (position, word) in PackedWords.Read(pages[page].Words))
                (writers[word] ??= new PostingsWriter()).Add(page, position);
        }

        // Words of pages that are not searched have numbers too, and no places.
        var words = collector.Numbers.Where(word => writers[word.Value] is not null).Select(word => new IndexedWord(word.Key, Keystrokes.Of(word.Key), writers[word.Value]!)).ToArray();
        Array.Sort(words, (a, b) => string.CompareOrdinal(a.Keys, b.Keys) is not 0 and var order ? order : string.CompareOrdinal(a.Word, b.Word));
        return words;
    }
}

/// <summary>A word of the dictionary and where it stands.</summary>
public sealed record IndexedWord(string Word, string Keys, PostingsWriter Places);

/// <summary>Names of one thing: a person's spellings, and both sides of <c>한글(English)</c>.</summary>
static class AliasGroups
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(Site site, MarkupStore markup)
    {
        var groups = new List<List<string>>();
        var ofName = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var person in site.People.All)
            Join(PeopleIndex.Spellings(person), groups, ofName);
        foreach (var term in Glossary.Of(site, markup))
            Join([term.Term, term.Original], groups, ofName);
        return groups.Where(group => group.Count > 1).ToArray();
    }

    /// <summary>Names that share one with a group belong to it.</summary>
    static void Join(IEnumerable<string> names, List<List<string>> groups, Dictionary<string, List<string>> ofName)
    {
        var known = names.Select(name => (Name: name, Key: string.Join(' ', SearchText.Words(SearchText.Fold(name))))).Where(name => name.Key.Length > 0).ToArray();
        var group = known.Select(name => ofName.GetValueOrDefault(name.Key)).FirstOrDefault(found => found is not null);
        if (group is null)
            groups.Add(group = []);
        foreach (var (name, key) in known)
        {
            if (ofName.TryAdd(key, group))
                group.Add(name);
        }
    }
}
