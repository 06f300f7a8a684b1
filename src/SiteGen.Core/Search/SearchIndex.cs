using SiteGen.Core.Glossary.Views;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Search;

/// <param name="Pages">From the newest to the oldest; those without a date last.</param>
/// <param name="Heads">How many positions of each page are its headings'.</param>
/// <param name="Passages">The text of each page; empty for large sites.</param>
/// <param name="Words">The dictionary in the order of its keys.</param>
/// <param name="Aliases">Groups of names of one thing.</param>
/// <param name="NameParts">Words of people's names.</param>
/// <param name="Shards">The first word of each part of the dictionary; empty for a small site.</param>
public sealed record SearchIndex(
    Site Site,
    IReadOnlyList<Page> Pages,
    IReadOnlyList<int> Heads,
    IReadOnlyList<IReadOnlyList<Passage>> Passages,
    IReadOnlyList<IndexedWord> Words,
    IReadOnlyList<IReadOnlyList<string>> Aliases,
    IReadOnlyList<NamePart> NameParts,
    IReadOnlyList<int> Shards)
{
    /// <summary>Whether positions are single words, not blocks of words.</summary>
    public bool IsSmall => Shards.Count == 0;

    public static SearchIndex Of(Site site, ContentCache markup, WordCollector collector, int shards)
    {
        var pages = SearchRoutes.Pages(site);
        var previous = shards > 0 && markup.Previous is { } texts ? IndexUpdater.Read(texts, pages) : null;
        // Most digests exist already, except in an incremental build.
        Parallel.ForEach(previous?.Changed ?? pages, page => markup.Digest(page));
        var dictionary = previous?.Renewed(collector) ?? Dictionary(Array.ConvertAll(pages, collector.Of), collector);
        var heads = Array.ConvertAll(pages, page => previous?.HeadsOf(page) ?? collector.Of(page).Heads);
        var passages = shards > 0 ? [] : Array.ConvertAll(pages, page => collector.Of(page).Passages);
        return new SearchIndex(site, pages, heads, passages, dictionary, AliasGroups.Of(site, markup), NamePart.Of(site.People.All),
            Cut(dictionary, shards));
    }

    /// <summary>Cuts the dictionary into parts of about the same size. A very frequent word leaves the parts after it empty.</summary>
    static int[] Cut(IndexedWord[] words, int count)
    {
        long all = words.Sum(SizeOf), before = 0;
        var first = new int[count];
        Array.Fill(first, words.Length);
        for (var i = 0; i < words.Length && count > 0; i++)
        {
            var part = Math.Min(count - 1, (int)(before * count / Math.Max(1, all)));
            first[part] = Math.Min(first[part], i);
            before += SizeOf(words[i]);
        }

        // An empty part begins where the next one does.
        for (var part = count - 2; part >= 0; part--)
            first[part] = Math.Min(first[part], first[part + 1]);
        return first;
    }

    static long SizeOf(IndexedWord word) => word.Places.Length + word.Word.Length * 3;

    static IndexedWord[] Dictionary(PageWords[] pages, WordCollector collector)
    {
        var writers = new PostingsWriter?[collector.Count];
        for (var page = 0; page < pages.Length; page++)
        {
            foreach (var (position, word) in PackedWords.Read(pages[page].Words))
                (writers[word] ??= new PostingsWriter()).Add(page, position);
        }

        // Words of pages that are not searched have numbers but no places, and other threads may add more.
        var words = collector.Numbers.Where(word => word.Value < writers.Length && writers[word.Value] is not null)
            .Select(word => new IndexedWord(word.Key, DubeolsikKeys.Of(word.Key), writers[word.Value]!.Written)).ToArray();
        Array.Sort(words, IndexedWord.Compare);
        return words;
    }
}

/// <param name="Places">As <see cref="PostingsWriter"/> writes them.</param>
public sealed record IndexedWord(string Word, string Keys, ReadOnlyMemory<byte> Places)
{
    /// <summary>The order of the dictionary.</summary>
    internal static int Compare(IndexedWord a, IndexedWord b) =>
        string.CompareOrdinal(a.Keys, b.Keys) is not 0 and var order ? order : string.CompareOrdinal(a.Word, b.Word);
}

/// <summary>Names of one thing: a person's spellings, and both sides of <c>한글(English)</c>.</summary>
static class AliasGroups
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(Site site, ContentCache markup)
    {
        var groups = new List<List<string>>();
        var ofName = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var person in site.People.All)
            Join(person.Spellings, groups, ofName);
        foreach (var term in GlossaryTerms.Of(site, markup))
            Join([term.Term, term.Original], groups, ofName);
        return groups.Where(group => group.Count > 1).ToArray();
    }

    /// <summary>Adds names to the group that has one of them, or to a new group.</summary>
    static void Join(IEnumerable<string> names, List<List<string>> groups, Dictionary<string, List<string>> ofName)
    {
        var known = names.Select(name => (Name: name, Key: string.Join(' ', SearchText.Words(SearchText.Fold(name)))))
            .Where(name => name.Key.Length > 0).ToArray();
        var group = known.Select(name => ofName.GetValueOrDefault(name.Key)).OfType<List<string>>().FirstOrDefault();
        if (group is null)
            groups.Add(group = []);
        foreach (var (name, key) in known)
        {
            if (ofName.TryAdd(key, group))
                group.Add(name);
        }
    }
}
