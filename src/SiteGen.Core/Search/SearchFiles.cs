using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Core.Search;

/// <summary>
/// Writes the index files that README.md in this folder specifies. File names don't change, so each file has a key of its contents and is
/// requested with that key.
/// </summary>
sealed class SearchFiles
{
    const int Api = 1, KeyLength = 8;

    /// <summary>Sorts after every word: the first word of an empty last shard.</summary>
    internal const string BehindAll = "\uFFFD";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SearchIndex index;
    readonly Lazy<string[]> partKeys;
    readonly Lazy<(byte[] Bytes, string Key)> posts;

    public SearchFiles(SearchIndex index)
    {
        this.index = index;
        partKeys = new(PartKeys);
        posts = new(RenderPosts);
    }

    public byte[] Render(SearchRoute route) => route.Part switch
    {
        SearchRoute.Manifest => Document(json =>
        {
            json.WriteNumber("api", Api);
            json.WriteString("index", $"{SearchRoute.NameOf(SearchRoute.Index)}?{posts.Value.Key}");
        }),
        SearchRoute.Index => posts.Value.Bytes,
        var part => Document(json =>
        {
            json.WriteString("key", partKeys.Value[part]);
            json.WriteArray("words", WordsOf(part), word => json.WriteStringValue(word.Word));
            json.WriteArray("posts", WordsOf(part), word => json.WriteStringValue(word.Places.Span));
        }),
    };

    /// <summary>The key is the hash of everything before it.</summary>
    (byte[] Bytes, string Key) RenderPosts()
    {
        var (bytes, key) = (new ArrayBufferWriter<byte>(), "");
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("api", Api);
            WriteIndex(json);
            json.Flush();
            key = KeyOf(bytes.WrittenSpan);
            json.WriteString("key", key);
            json.WriteEndObject();
        }

        return (bytes.WrittenSpan.ToArray(), key);
    }

    static byte[] Document(Action<Utf8JsonWriter> write) =>
        JsonWriting.Document(Options, json => json.WriteObject(() => write(json))).ToArray();

    string[] PartKeys()
    {
        var keys = new string[index.Shards.Count];
        Parallel.For(0, keys.Length, part => keys[part] = KeyOf(WordsOf(part)));
        return keys;
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

        var key = KeyOf(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return key;

        void Add(ReadOnlySpan<byte> text)
        {
            text.CopyTo(bytes.AsSpan(length));
            length += text.Length;
            bytes[length++] = 0;
        }
    }

    /// <summary>Whether posts.json is complete: its key matches its contents.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> posts)
    {
        var end = $",\"key\":\"{new string('0', KeyLength)}\"}}".Length;
        return posts.Length > end
            && posts[^(KeyLength + 2)..^2].SequenceEqual(Encoding.ASCII.GetBytes(KeyOf(posts[..^end])));
    }

    static string KeyOf(ReadOnlySpan<byte> bytes) => ContentHash.Of(bytes).ToString()[..KeyLength];

    void WriteIndex(Utf8JsonWriter json)
    {
        json.WriteArray("titles", index.Pages, page => json.WriteStringValue(page.Title));
        json.WriteArray("paths", index.Pages, page => json.WriteStringValue(index.Site.Permalink.Href(page.Path)));
        json.WriteArray("days", Days(index.Pages), json.WriteNumberValue);
        WriteNames(json, Taxonomies.People, "personOf", page => page.People);
        WriteNames(json, Taxonomies.Categories, "categoryOf", page => Titles(page, Taxonomies.Categories));
        WriteNames(json, Taxonomies.Tags, "tagOf", page => Titles(page, Taxonomies.Tags));
        json.WriteArray("heads", index.Heads, json.WriteNumberValue);
        json.WriteArray("particles", Particles.All, json.WriteStringValue);
        json.WriteArray("aliases", index.Aliases, group => json.WriteArray(group, json.WriteStringValue));
        if (index.NameParts.Count > 0)
            json.WriteArray("parts", index.NameParts, part => json.WriteArray(part.Others.Prepend(part.Word), json.WriteStringValue));
        if (index.IsSmall)
            json.WriteArray("texts", index.Passages, passages => WritePassages(json, passages));
        else
        {
            json.WriteArray("shards", Enumerable.Range(0, index.Shards.Count).Select(FirstWord), json.WriteStringValue);
            json.WriteArray("keys", partKeys.Value, json.WriteStringValue);
        }
    }

    /// <summary>The terms' names as lists show them, since a tag may have several spellings.</summary>
    IEnumerable<string> Titles(Page page, string taxonomy) => index.Site.TermsOf(page, taxonomy).Select(term => term.Title);

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

    void WriteNames(Utf8JsonWriter json, string names, string numbers, Func<Page, IEnumerable<string>> of)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteArray(numbers, index.Pages, page => json.WriteArray(of(page), name =>
        {
            if (!known.TryGetValue(name, out var number))
                known.Add(name, number = known.Count);
            json.WriteNumberValue(number);
        }));
        json.WriteArray(names, known.Keys, json.WriteStringValue);
    }

    static void WritePassages(Utf8JsonWriter json, IReadOnlyList<Passage> passages)
    {
        var before = "";
        json.WriteArray(passages, passage =>
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
}
