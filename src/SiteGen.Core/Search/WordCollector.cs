using System.Buffers;
using System.Collections.Concurrent;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <summary>
/// Hears every page's text while it is rendered and keeps the words as numbers, which is a tenth of the text. Which word gets which number depends on the
/// threads; what is made of them does not.
/// </summary>
public sealed class WordCollector
{
    const int WordsInBlock = 16;

    readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Kept, since code that was compiled ahead makes an object of each that is asked for, a word at a time.</summary>
    readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    readonly ConcurrentDictionary<Page, PageWords> pages = new();
    readonly bool isSmall;
    int count;

    /// <param name="isSmall">Small sites are sent as texts, large ones as words and the blocks of words that they stand in.</param>
    public WordCollector(bool isSmall)
    {
        this.isSmall = isSmall;
        byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void Hear(Page page, IReadOnlyList<Passage> passages)
    {
        if (!pages.ContainsKey(page))
            pages.TryAdd(page, Read(passages));
    }

    public PageWords Of(Page page) => pages[page];

    /// <summary>Every word's number. A number may be nobody's.</summary>
    public IReadOnlyDictionary<string, int> Numbers => numbers;

    public int Count => count;

    public bool IsSmall => isSmall;

    int Grain => isSmall ? 1 : WordsInBlock;

    PageWords Read(IReadOnlyList<Passage> passages)
    {
        var words = new PackedWords();
        var heads = (Read(passages, ofHeadings: true, words, 0) + Grain - 1) / Grain;
        Read(passages, ofHeadings: false, words, heads * Grain);
        return new PageWords(heads, words.Packed(), isSmall ? passages : []);
    }

    /// <summary>The next free position.</summary>
    int Read(IReadOnlyList<Passage> passages, bool ofHeadings, PackedWords words, int position)
    {
        foreach (var passage in passages)
        {
            if (passage.IsHeading == ofHeadings)
                position = Read(SearchText.Fold(passage.Text), words, position) + 1;
        }

        return position;
    }

    int Read(ReadOnlySpan<char> text, PackedWords words, int position)
    {
        for (var run = SearchText.Next(text, 0); run.Start.Value < text.Length; run = SearchText.Next(text, run.End.Value))
        {
            var word = text[run];
            words.Add(position / Grain, NumberOf(word));
            // Latin and Hangul meet in few words, and only there another one begins.
            for (var i = 1; i < word.Length && word.ContainsAnyInRange('a', 'z'); i++)
            {
                if (SearchText.IsInnerBeginning(word, i))
                    words.Add(position / Grain, NumberOf(word[i..]));
            }

            position++;
        }

        return position;
    }

    int NumberOf(ReadOnlySpan<char> word)
    {
        var lookup = byText;
        return lookup.TryGetValue(word, out var known) ? known : numbers.GetOrAdd(word.ToString(), static (_, collector) => Interlocked.Increment(ref collector.count) - 1, this);
    }
}

/// <param name="Heads">Positions below this are words of headings.</param>
/// <param name="Words">See <see cref="PackedWords"/>.</param>
public sealed record PageWords(int Heads, byte[] Words, IReadOnlyList<Passage> Passages);

/// <summary>Positions and the numbers of the words there, in some three bytes each: ten thousand pages have ten million of them.</summary>
sealed class PackedWords
{
    readonly ArrayBufferWriter<byte> bytes = new(4096);
    int last;

    public byte[] Packed() => bytes.WrittenSpan.ToArray();

    /// <summary>Positions come in ascending order.</summary>
    public void Add(int position, int word)
    {
        Write(position - last);
        Write(word);
        last = position;
    }

    void Write(int number)
    {
        var rest = (uint)number;
        var span = bytes.GetSpan(5);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
            span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        bytes.Advance(length);
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
