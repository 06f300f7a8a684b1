using System.Collections.Concurrent;
using SiteGen.Core.Korean;
using SiteGen.Core.Markup;
using SiteGen.Core.Model;

namespace SiteGen.Core.Search;

/// <summary>
/// Hears every page's text while it is rendered and keeps the words as numbers, which is a tenth of the text. Which word gets which number depends on the
/// threads; what is made of them does not.
/// </summary>
/// <param name="isSmall">Small sites are sent as texts, large ones as words and the blocks of words that they stand in.</param>
public sealed class WordCollector(bool isSmall)
{
    const int WordsInBlock = 16;


    readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<Page, PageWords> pages = new();
    int count;

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
        var words = new List<(int Position, int Word)>(1024);
        var heads = (Read(passages, ofHeadings: true, words, 0) + Grain - 1) / Grain;
        Read(passages, ofHeadings: false, words, heads * Grain);
        return new PageWords(heads, [.. words], isSmall ? passages : []);
    }

    /// <summary>The next free position.</summary>
    int Read(IReadOnlyList<Passage> passages, bool ofHeadings, List<(int Position, int Word)> words, int position)
    {
        foreach (var passage in passages)
        {
            if (passage.IsHeading == ofHeadings)
                position = Read(SearchText.Fold(passage.Text), words, position) + 1;
        }

        return position;
    }

    int Read(ReadOnlySpan<char> text, List<(int Position, int Word)> words, int position)
    {
        for (var run = SearchText.Next(text, 0); run.Start.Value < text.Length; run = SearchText.Next(text, run.End.Value))
        {
            var word = text[run];
            words.Add((position / Grain, NumberOf(word)));
            for (var i = 1; i < word.Length; i++)
            {
                if (SearchText.IsInnerBeginning(word, i))
                    words.Add((position / Grain, NumberOf(word[i..])));
            }

            position++;
        }

        return position;
    }

    int NumberOf(ReadOnlySpan<char> word)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(word, out var known) ? known : numbers.GetOrAdd(word.ToString(), static (_, collector) => Interlocked.Increment(ref collector.count) - 1, this);
    }
}

/// <param name="Heads">Positions below this are words of headings.</param>
/// <param name="Words">In the order of positions.</param>
public sealed record PageWords(int Heads, (int Position, int Word)[] Words, IReadOnlyList<Passage> Passages);
