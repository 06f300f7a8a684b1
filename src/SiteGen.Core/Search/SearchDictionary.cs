using System.Text;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Search;

/// <param name="Count">In how many places.</param>
/// <param name="Quality">100 for the words themselves, 80 for words that begin so, 60 for syllables that do; the best of all places.</param>
public readonly record struct TextPlaces(int Count, int Quality, int First);

/// <summary>Looks words up in the texts.</summary>
sealed class SearchDictionary(SearchIndex index)
{
    /// <summary>A single key begins a twentieth of all words: it is looked for as a word of its own (the C of C#).</summary>
    const int FewestKeys = 2;

    /// <summary>Of the dictionary's parts as many are read for one word.</summary>
    const int MostShards = 5;

    readonly Dictionary<string, IReadOnlyDictionary<int, TextPlaces>> found = new(StringComparer.Ordinal);

    /// <summary>Whether the word stands in some text by itself.</summary>
    public bool Has(string keys) => Words(keys).FirstOrDefault() == keys;

    /// <summary>The keys of all words that begin so.</summary>
    public IEnumerable<string> Words(string keys) => Beginning(keys).Select(word => word.Keys);

    IEnumerable<IndexedWord> Beginning(string keys)
    {
        var end = End(keys);
        for (var i = LowerBound(keys); i < end && index.Words[i].Keys.StartsWith(keys, StringComparison.Ordinal); i++)
            yield return index.Words[i];
    }

    /// <summary>Behind the last word that readers' browsers look at, who fetch only so many parts for one word.</summary>
    int End(string keys)
    {
        var part = 0;
        while (part + 1 < index.Shards.Count && string.CompareOrdinal(FirstOf(part + 1), keys) <= 0)
            part++;
        var end = index.IsSmall ? index.Words.Count : index.Shards[part];
        for (var read = 0; read < MostShards && end < index.Words.Count; read++)
        {
            // Empty parts begin where the next one does, and are not read.
            while (part < index.Shards.Count && index.Shards[part] <= end)
                part++;
            end = part < index.Shards.Count ? index.Shards[part] : index.Words.Count;
        }

        return end;
    }

    string FirstOf(int shard) => index.Shards[shard] < index.Words.Count ? index.Words[index.Shards[shard]].Keys : SearchFiles.BehindAll;

    int LowerBound(string keys)
    {
        var (low, high) = (0, index.Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(index.Words[middle].Keys, keys) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Posts in whose text the words follow each other, each perhaps the beginning of a longer one.</summary>
    public IReadOnlyDictionary<int, TextPlaces> Find(IReadOnlyList<string> words)
    {
        var name = string.Join(' ', words);
        if (!found.TryGetValue(name, out var places))
            found[name] = places = Phrase(words);
        return places;
    }

    Dictionary<int, TextPlaces> Phrase(IReadOnlyList<string> words)
    {
        var places = new Dictionary<int, SortedDictionary<int, int>>();
        for (var i = 0; i < words.Count; i++)
        {
            var next = Places(words[i]);
            places = i == 0 ? next : Following(places, next);
        }

        return places.ToDictionary(page => page.Key, page => new TextPlaces(page.Value.Count, page.Value.Values.Max(), page.Value.Keys.First()));
    }

    /// <summary>Position to quality, for each post with a word that begins so.</summary>
    Dictionary<int, SortedDictionary<int, int>> Places(string keys)
    {
        var places = new Dictionary<int, SortedDictionary<int, int>>();
        foreach (var word in keys.Length < FewestKeys ? Beginning(keys).TakeWhile(word => word.Keys == keys) : Beginning(keys))
        {
            var quality = QualityOf(word, keys);
            foreach (var posting in PostingsReader.Read(word.Places.Span))
            {
                if (!places.TryGetValue(posting.Post, out var positions))
                    places[posting.Post] = positions = [];
                foreach (var position in posting.Positions)
                    positions[position] = Math.Max(positions.GetValueOrDefault(position), quality);
            }
        }

        return places;
    }

    static int QualityOf(IndexedWord word, string keys)
    {
        var taken = new StringBuilder();
        for (var unit = 0; unit < word.Word.Length; unit++)
        {
            if (taken.Length == keys.Length)
                return Particles.Is(word.Word.AsSpan(unit)) ? 100 : 80;
            if (taken.Length > keys.Length)
                return 60;
            DubeolsikKeys.Append(taken, word.Word[unit]);
        }

        return taken.Length == keys.Length ? 100 : 60;
    }

    /// <summary>The places of the second that stand behind one of the first: the next word, or in blocks the same or the next one.</summary>
    Dictionary<int, SortedDictionary<int, int>> Following(Dictionary<int, SortedDictionary<int, int>> first, Dictionary<int, SortedDictionary<int, int>> second)
    {
        var places = new Dictionary<int, SortedDictionary<int, int>>();
        foreach (var (page, positions) in second)
        {
            if (!first.TryGetValue(page, out var before))
                continue;
            var kept = new SortedDictionary<int, int>(positions.Where(place => before.ContainsKey(place.Key - 1) || !index.IsSmall && before.ContainsKey(place.Key)).ToDictionary());
            if (kept.Count > 0)
                places[page] = kept;
        }

        return places;
    }
}

/// <summary>Words that are one key away: 주커버크 for 주커버그.</summary>
static class Spelling
{
    public const int ShortestKeys = 7;
    public const int Weight = 50;
    const int MostVariants = 20;

    /// <summary>The beginnings of known words that differ from the keys in one changed, missing or added key, in ordinal order.</summary>
    public static IEnumerable<string> Variants(string keys, IEnumerable<string> words) =>
        words.Select(word => Variant(keys, word)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostVariants).ToArray();

    /// <summary>The beginning of the word that is one key away from the keys; null for none, and where the word begins with the keys themselves.</summary>
    static string? Variant(string keys, string word)
    {
        var same = 0;
        while (same < keys.Length && same < word.Length && keys[same] == word[same])
            same++;
        if (same == keys.Length)
            return null;
        var rest = keys.AsSpan(same + 1);
        if (same < word.Length && word.AsSpan(same + 1).StartsWith(rest, StringComparison.Ordinal))
            return word[..keys.Length];
        if (word.AsSpan(same).StartsWith(rest, StringComparison.Ordinal))
            return word[..(keys.Length - 1)];
        return same < word.Length && word.AsSpan(same + 1).StartsWith(keys.AsSpan(same), StringComparison.Ordinal) ? word[..(keys.Length + 1)] : null;
    }
}
