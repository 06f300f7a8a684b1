using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Search;

/// <summary>
/// Writes the index as the files that readers fetch; README.md beside this file has their form. Names of files stay, so each says by a key of its contents
/// which state it is of, and is asked for by name and key.
/// </summary>
sealed class SearchFiles
{
    const int Api = 1;
    const int KeyLength = 8;

    /// <summary>Stands behind every word: the first of a part that none was left for.</summary>
    internal const string BehindAll = "\uFFFD";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SearchIndex index;
    readonly Lazy<string[]> partKeys;
    readonly Lazy<(byte[] Bytes, string Key)> posts;

    public SearchFiles(SearchIndex index)
    {
        this.index = index;
        partKeys = new(() => [.. Enumerable.Range(0, index.Shards.Count).AsParallel().AsOrdered().Select(part => KeyOf(WordsOf(part)))]);
        posts = new(RenderPosts);
    }

    public byte[] Render(SearchRoute route) => route.Part switch
    {
        SearchRoute.Manifest => Render(json =>
        {
            json.WriteNumber("api", Api);
            json.WriteString("index", $"{SearchRoute.NameOf(SearchRoute.Index)}?{posts.Value.Key}");
        }),
        SearchRoute.Index => posts.Value.Bytes,
        var part => Render(json =>
        {
            json.WriteString("key", partKeys.Value[part]);
            Write(json, "words", WordsOf(part).Select(word => word.Word));
            Each(json, "posts", WordsOf(part), word => json.WriteStringValue(word.Places.Span));
        }),
    };

    /// <summary>The key is that of all that stands before it.</summary>
    (byte[] Bytes, string Key) RenderPosts()
    {
        var (bytes, key) = (new ArrayBufferWriter<byte>(), "");
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("api", Api);
            WriteIndex(json);
            json.Flush();
            key = Key(SHA256.HashData(bytes.WrittenSpan));
            json.WriteString("key", key);
            json.WriteEndObject();
        }

        return (bytes.WrittenSpan.ToArray(), key);
    }

    static byte[] Render(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    internal static string KeyOf(IEnumerable<IndexedWord> words)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(words.Sum(word => 2 * word.Word.Length + word.Places.Length + 2));
        var length = 0;
        foreach (var word in words)
        {
            Add(MemoryMarshal.AsBytes(word.Word.AsSpan()));
            Add(word.Places.Span);
        }

        var key = Key(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        return key;

        void Add(ReadOnlySpan<byte> text)
        {
            text.CopyTo(bytes.AsSpan(length));
            length += text.Length;
            bytes[length++] = 0;
        }
    }

    /// <summary>Whether posts.json is whole.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> posts)
    {
        var end = $",\"key\":\"{new string('0', KeyLength)}\"}}".Length;
        return posts.Length > end && posts[^(KeyLength + 2)..^2].SequenceEqual(Encoding.ASCII.GetBytes(Key(SHA256.HashData(posts[..^end]))));
    }

    static string Key(byte[] hash) => Convert.ToHexStringLower(hash)[..KeyLength];

    void WriteIndex(Utf8JsonWriter json)
    {
        Write(json, "titles", index.Pages.Select(page => page.Title));
        Write(json, "paths", index.Pages.Select(page => index.Site.Permalink.Href(page.Path)));
        Write(json, "days", Days(index.Pages));
        WriteNames(json, Taxonomies.People, "personOf", index.Pages, page => page.People);
        WriteNames(json, Taxonomies.Categories, "categoryOf", index.Pages, page => Titles(index.Site, page, Taxonomies.Categories));
        WriteNames(json, Taxonomies.Tags, "tagOf", index.Pages, page => Titles(index.Site, page, Taxonomies.Tags));
        Write(json, "heads", index.Heads);
        Write(json, "particles", Particles.All);
        Each(json, "aliases", index.Aliases, group => Each(json, group, json.WriteStringValue));
        if (index.IsSmall)
            Each(json, "texts", index.Passages, passages => WritePassages(json, passages));
        else
        {
            Write(json, "shards", Enumerable.Range(0, index.Shards.Count).Select(FirstWord));
            Write(json, "keys", partKeys.Value);
        }
    }

    /// <summary>The terms' names as lists show them: of two spellings of a tag readers see one.</summary>
    static IEnumerable<string> Titles(Site site, Page page, string taxonomy) => site.TermsOf(page, taxonomy).Select(term => term.Title);

    /// <summary>The first day, then how much earlier each is than the one before; −1 for no date.</summary>
    static IEnumerable<int> Days(IReadOnlyList<Page> pages)
    {
        int? before = null;
        foreach (var page in pages)
        {
            if (page.Date is not { } date)
            {
                yield return -1;
                continue;
            }

            var day = DateOnly.FromDateTime(date.DateTime).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
            yield return before is { } later ? later - day : day;
            before = day;
        }
    }

    static void WriteNames(Utf8JsonWriter json, string names, string numbers, IReadOnlyList<Page> pages, Func<Page, IEnumerable<string>> of)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        Each(json, numbers, pages, page => Each(json, of(page), name =>
        {
            if (!known.TryGetValue(name, out var number))
                known.Add(name, number = known.Count);
            json.WriteNumberValue(number);
        }));
        Write(json, names, known.Keys);
    }

    static void WritePassages(Utf8JsonWriter json, IReadOnlyList<Passage> passages)
    {
        var before = "";
        Each(json, passages, passage =>
        {
            json.WriteStringValue((passage.IsHeading ? "#" : "") + (passage.Anchor == before ? "" : passage.Anchor) + "\t" + passage.Text);
            before = passage.Anchor;
        });
    }

    string FirstWord(int shard) => index.Shards[shard] < index.Words.Count ? index.Words[index.Shards[shard]].Word : BehindAll;

    IEnumerable<IndexedWord> WordsOf(int shard)
    {
        var end = shard + 1 < index.Shards.Count ? index.Shards[shard + 1] : index.Words.Count;
        for (var i = index.Shards[shard]; i < end; i++)
            yield return index.Words[i];
    }

    static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts) => Each(json, name, texts, json.WriteStringValue);

    static void Write(Utf8JsonWriter json, string name, IEnumerable<int> numbers) => Each(json, name, numbers, json.WriteNumberValue);

    static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        Each(json, items, write);
    }

    static void Each<T>(Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
