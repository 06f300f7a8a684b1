using System.Text.Json;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Search;

/// <summary>Updates the dictionary of a large site's index where only some texts have changed since the previous build.</summary>
sealed class IndexUpdater
{
    readonly IndexedWord[] words;
    readonly int[] heads;
    readonly Page[] pages;
    readonly Dictionary<Page, int> numbers;
    readonly bool[] isChanged;

    IndexUpdater(IndexedWord[] words, int[] heads, Page[] pages, IPreviousTexts previous)
    {
        (this.words, this.heads, this.pages) = (words, heads, pages);
        numbers = Enumerable.Range(0, pages.Length).ToDictionary(i => pages[i]);
        isChanged = Array.ConvertAll(pages, page => !previous.IsSame(page));
        Changed = [.. pages.Where(page => isChanged[numbers[page]])];
    }

    /// <summary>Pages whose words have to be read anew, in their order.</summary>
    public Page[] Changed { get; }

    /// <summary>Null when the files are not there as they were written.</summary>
    public static IndexUpdater? Read(IPreviousTexts previous, Page[] pages)
    {
        if (previous.File(FileOf(SearchRoute.Index)) is not { } file || !SearchFiles.IsWhole(file))
            return null;
        using var index = JsonDocument.Parse(file);
        if (!index.RootElement.TryGetProperty("keys", out var keys))
            return null;
        var parts = new IndexedWord[]?[keys.GetArrayLength()];
        Parallel.For(0, parts.Length, part =>
            parts[part] = previous.File(FileOf(part)) is { } bytes ? Words(bytes, keys[part].GetString()!) : null);
        if (parts.Contains(null))
            return null;
        var headings = index.RootElement.GetProperty("heads").EnumerateArray().Select(count => count.GetInt32());
        return new IndexUpdater([.. parts.SelectMany(part => part!)], [.. headings], pages, previous);
    }

    static string FileOf(int part) => new SearchRoute(part, 0).OutputFile;

    static IndexedWord[]? Words(byte[] part, string key)
    {
        var (words, places, name) = (new List<string>(), new List<ReadOnlyMemory<byte>>(), "");
        try
        {
            for (var json = new Utf8JsonReader(part); json.Read();)
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                    name = json.GetString();
                else if (json.TokenType == JsonTokenType.String && name == "words")
                    words.Add(json.GetString()!);
                else if (json.TokenType == JsonTokenType.String && name == "posts")
                    places.Add(part.AsMemory((int)json.TokenStartIndex + 1, json.ValueSpan.Length));
            }
        }
        catch (JsonException)
        {
            return null;
        }

        if (words.Count != places.Count)
            return null;
        IndexedWord[] read = [.. words.Select((word, i) => new IndexedWord(word, DubeolsikKeys.Of(word), places[i]))];
        return SearchFiles.KeyOf(read) == key ? read : null;
    }

    /// <summary>How many positions of a page are its headings'; null for a page that is read anew.</summary>
    public int? HeadsOf(Page page) => numbers[page] is var number && isChanged[number] ? null : heads[number];

    /// <summary>The dictionary without what the changed pages said, and with what they say now.</summary>
    public IndexedWord[] Renewed(WordCollector collector)
    {
        var now = PlacesNow(collector);
        var kept = new IndexedWord?[words.Length];
        Parallel.For(0, words.Length, i => kept[i] = Renewed(words[i], now.GetValueOrDefault(words[i].Word) ?? []));
        foreach (var word in words)
            now.Remove(word.Word);
        List<IndexedWord> added = [.. now.Select(word => new IndexedWord(word.Key, DubeolsikKeys.Of(word.Key), Write([], word.Value)))];
        added.Sort(IndexedWord.Compare);
        var all = new List<IndexedWord>(kept.Length + added.Count);
        var next = 0;
        foreach (var word in kept.OfType<IndexedWord>())
        {
            while (next < added.Count && IndexedWord.Compare(added[next], word) < 0)
                all.Add(added[next++]);
            all.Add(word);
        }

        return [.. all, .. added.Skip(next)];
    }

    /// <summary>The words of the changed pages with their places there, in ascending order.</summary>
    Dictionary<string, List<(int Post, int Position)>> PlacesNow(WordCollector collector)
    {
        var now = new Dictionary<string, List<(int Post, int Position)>>(StringComparer.Ordinal);
        var texts = collector.Numbers.ToDictionary(word => word.Value, word => word.Key);
        foreach (var page in Changed)
        {
            foreach (var (position, word) in PackedWords.Read(collector.Of(page).Words))
            {
                if (!now.TryGetValue(texts[word], out var places))
                    now[texts[word]] = places = [];
                if (places.Count == 0 || places[^1] != (numbers[page], position))
                    places.Add((numbers[page], position));
            }
        }

        return now;
    }

    /// <summary>Null for a word that stands nowhere any more.</summary>
    IndexedWord? Renewed(IndexedWord word, List<(int Post, int Position)> now)
    {
        var same = 0;
        foreach (var place in PostingsReader.Places(word.Places.Span))
        {
            if (!isChanged[place.Post])
                continue;
            if (same == now.Count || now[same] != place)
                return Write(word.Places.Span, now) is { Length: > 0 } places ? word with { Places = places } : null;
            same++;
        }

        return same == now.Count ? word : word with { Places = Write(word.Places.Span, now) };
    }

    /// <summary>The places of the other pages, and those of the changed ones.</summary>
    ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> before, List<(int Post, int Position)> now)
    {
        var writer = new PostingsWriter();
        var next = 0;
        foreach (var (post, position) in PostingsReader.Places(before))
        {
            if (isChanged[post])
                continue;
            for (; next < now.Count && now[next].Post < post; next++)
                writer.Add(now[next].Post, now[next].Position);
            writer.Add(post, position);
        }

        for (; next < now.Count; next++)
            writer.Add(now[next].Post, now[next].Position);
        return writer.Written;
    }
}
