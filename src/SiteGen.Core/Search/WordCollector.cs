using System.Buffers;
using System.Collections.Concurrent;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <summary>
/// Collects the words of each page while it is rendered, as numbers, which take a tenth of the text's size. The numbers depend on the order
/// of threads; the index does not.
/// </summary>
/// <param name="isSmall">Whether the index is the texts themselves, and not words with their blocks.</param>
public sealed class WordCollector(bool isSmall)
{
    const int WordsInBlock = 16;

    readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Page, PageWords> pages = new();
    int count;

    public void Collect(Page page, IReadOnlyList<Passage> passages)
    {
        if (!pages.ContainsKey(page))
            pages.TryAdd(page, Read(passages));
    }

    public PageWords Of(Page page) => pages[page];

    /// <summary>The number of each word. Some numbers have no word.</summary>
    public IReadOnlyDictionary<string, int> Numbers => numbers;

    public int Count => count;

    public bool IsSmall => isSmall;

    int Grain => IsSmall ? 1 : WordsInBlock;

    PageWords Read(IReadOnlyList<Passage> passages)
    {
        var words = new PackedWords();
        var heads = (Read(passages, ofHeadings: true, words, 0) + Grain - 1) / Grain;
        Read(passages, ofHeadings: false, words, heads * Grain);
        return new PageWords(heads, words.Packed(), IsSmall ? passages : []);
    }

    /// <summary>The next free position.</summary>
    int Read(IReadOnlyList<Passage> passages, bool ofHeadings, PackedWords words, int position)
    {
        foreach (var passage in passages)
        {
            if (passage.IsHeading == ofHeadings)
                position = Read(passage.Text, words, position) + 1;
        }

        return position;
    }

    int Read(string passage, PackedWords words, int position)
    {
        var composed = Nfc.Normalize(passage);
        var rented = ArrayPool<char>.Shared.Rent(composed.Length);
        var text = rented.AsSpan(0, composed.Length);
        SearchText.Fold(composed, text);
        for (var run = SearchText.Next(text, 0); run.Start.Value < text.Length; run = SearchText.Next(text, run.End.Value))
        {
            var word = text[run];
            words.Add(position / Grain, NumberOf(word));
            for (var i = 1; i < word.Length; i++)
            {
                if (SearchText.IsInnerBeginning(word, i))
                    words.Add(position / Grain, NumberOf(word[i..]));
            }

            position++;
        }

        ArrayPool<char>.Shared.Return(rented);
        return position;
    }

    int NumberOf(ReadOnlySpan<char> word) => numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known)
        ? known
        : numbers.GetOrAdd(word.ToString(), static (_, collector) => Interlocked.Increment(ref collector.count) - 1, this);
}

/// <param name="Heads">Positions below this are words of headings.</param>
/// <param name="Words">As <see cref="PackedWords"/> writes them.</param>
public sealed record PageWords(int Heads, byte[] Words, IReadOnlyList<Passage> Passages);

/// <summary>Positions and word numbers in about three bytes each, since ten thousand pages have ten million of them.</summary>
sealed class PackedWords
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);
    int length, last;

    /// <summary>Returns the bytes and releases the buffer.</summary>
    public byte[] Packed()
    {
        var packed = bytes.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        return packed;
    }

    /// <summary>Positions must ascend.</summary>
    public void Add(int position, int word)
    {
        Write(position - last);
        Write(word);
        last = position;
    }

    void Write(int number)
    {
        if (bytes.Length < length + 5)
            Grow();
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
            bytes[length++] = (byte)(rest | 0x80);
        bytes[length++] = (byte)rest;
    }

    void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    public static IEnumerable<(int Position, int Word)> Read(byte[] packed)
    {
        var position = 0;
        for (var at = 0; at < packed.Length;)
        {
            position += Next(packed, ref at);
            yield return (position, Next(packed, ref at));
        }
    }

    static int Next(byte[] packed, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            number |= (packed[at] & 0x7F) << shift;
            if (packed[at++] < 0x80)
                return number;
        }
    }
}
