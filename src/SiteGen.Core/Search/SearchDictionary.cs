using System.Text;
using SiteGen.Core.Korean;
using PlacesByPost = System.Collections.Generic.Dictionary<int, System.Collections.Generic.SortedDictionary<int, int>>;

namespace SiteGen.Core.Search;

/// <param name="Quality">The best of all places: 100 for the words themselves, 80 for longer words, 60 within a syllable.</param>
public readonly record struct TextPlaces(int Count, int Quality, int First);

/// <summary>Looks words up in the index.</summary>
sealed class SearchDictionary(SearchIndex index)
{
    /// <summary>A single key (the C of C#) only matches itself, since it begins a twentieth of all words.</summary>
    const int FewestKeys = 2;

    /// <summary>How many shards a browser fetches for one word.</summary>
    const int MostShards = 5;

    readonly Dictionary<string, IReadOnlyDictionary<int, TextPlaces>> found = new(StringComparer.Ordinal);

    /// <summary>Whether it is a word of some text.</summary>
    public bool Has(string keys) => Words(keys).FirstOrDefault() == keys;

    /// <summary>The keys of all words that begin so.</summary>
    public IEnumerable<string> Words(string keys) => Beginning(keys).Select(word => word.Keys);

    IEnumerable<IndexedWord> Beginning(string keys)
    {
        var end = End(keys);
        for (var i = LowerBound(keys); i < end && index.Words[i].Keys.StartsWith(keys, StringComparison.Ordinal); i++)
            yield return index.Words[i];
    }

    /// <summary>The end of the words that a browser looks at.</summary>
    int End(string keys)
    {
        var part = 0;
        while (part + 1 < index.Shards.Count && string.CompareOrdinal(FirstOf(part + 1), keys) <= 0)
            part++;
        var end = index.IsSmall ? index.Words.Count : index.Shards[part];
        for (var read = 0; read < MostShards && end < index.Words.Count; read++)
        {
            // Empty shards begin where the next one does, and are not read.
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
            (low, high) = string.CompareOrdinal(index.Words[middle].Keys, keys) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Posts in which the words, or words that begin so, follow each other.</summary>
    public IReadOnlyDictionary<int, TextPlaces> Find(IReadOnlyList<string> words)
    {
        var name = string.Join(' ', words);
        if (!found.TryGetValue(name, out var places))
            found[name] = places = Phrase(words);
        return places;
    }

    Dictionary<int, TextPlaces> Phrase(IReadOnlyList<string> words)
    {
        var places = words.Select(Places).Aggregate(Following);
        return places.ToDictionary(
            page => page.Key, page => new TextPlaces(page.Value.Count, page.Value.Values.Max(), page.Value.Keys.First()));
    }

    PlacesByPost Places(string keys)
    {
        var places = new PlacesByPost();
        var words = Beginning(keys);
        foreach (var word in keys.Length < FewestKeys ? words.TakeWhile(word => word.Keys == keys) : words)
        {
            var quality = QualityOf(word, keys);
            foreach (var (post, position) in PostingsReader.Places(word.Places.Span))
            {
                if (!places.TryGetValue(post, out var positions))
                    places[post] = positions = [];
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

    /// <summary>The places of the second that follow one of the first: the next word, or the same or the next block.</summary>
    PlacesByPost Following(PlacesByPost first, PlacesByPost second)
    {
        var places = new PlacesByPost();
        foreach (var (page, positions) in second)
        {
            if (!first.TryGetValue(page, out var before))
                continue;
            var following = positions.Where(place => before.ContainsKey(place.Key - 1) || !index.IsSmall && before.ContainsKey(place.Key));
            if (following.ToDictionary() is { Count: > 0 } kept)
                places[page] = new SortedDictionary<int, int>(kept);
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
    public static IEnumerable<string> Variants(string keys, IEnumerable<string> words) => words
        .Select(word => Variant(keys, word)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Take(MostVariants).ToArray();

    /// <summary>The beginning of the word that is one key away; null for none, and for a word that begins with the keys.</summary>
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
        var isAdded = same < word.Length && word.AsSpan(same + 1).StartsWith(keys.AsSpan(same), StringComparison.Ordinal);
        return isAdded ? word[..(keys.Length + 1)] : null;
    }
}
