using SiteGen.Core.Korean;

namespace SiteGen.Core.Search;

/// <summary>One way to say what a reader looks for: words one after the other, by their keys.</summary>
/// <param name="Weight">100 for the words themselves, less for what is only probably meant.</param>
/// <param name="Fields">Whether titles and names are looked through.</param>
/// <param name="Texts">Whether the texts are.</param>
public sealed record Alternative(IReadOnlyList<string> Words, int Weight, bool Fields = true, bool Texts = true)
{
    public string Keys { get; } = string.Concat(Words);
}

/// <summary>What every post found has, in one way or another.</summary>
/// <param name="Word">The word itself where it is one; empty for an alias of several words.</param>
/// <param name="Initials">The consonants when it is nothing else; else null.</param>
public sealed record QueryUnit(string Word, string? Initials, IReadOnlyList<Alternative> Alternatives)
{
    public string Keys { get; } = DubeolsikKeys.Of(Word);
}

/// <summary>A reader's words, as units.</summary>
/// <param name="Keys">All of the query.</param>
public sealed record SearchQuery(IReadOnlyList<QueryUnit> Units, IReadOnlyList<string> Words, string Keys)
{
    const int LongestQuery = 100;
    const int MostWords = 8;
    const int StemWeight = 90;
    const int AliasWeight = 85;

    /// <summary>Of neighbouring words written as one.</summary>
    internal const int JoinedWeight = 90;

    public static SearchQuery Parse(string text, IReadOnlyList<IReadOnlyList<string>> aliases)
    {
        var words = SearchText.Words(SearchText.Fold(text.Length > LongestQuery ? text[..LongestQuery] : text));
        if (words.Count > MostWords)
            words.RemoveRange(MostWords, words.Count - MostWords);
        var units = new List<QueryUnit>();
        for (var i = 0; i < words.Count;)
        {
            var (taken, others) = Alias(words, i, aliases);
            units.Add(taken > 1 ? Name(words.GetRange(i, taken), others) : Unit(words[i], others));
            i += taken;
        }

        var keys = words.Select(word => DubeolsikKeys.Of(word)).ToArray();
        return new SearchQuery(units, keys, string.Concat(keys));
    }

    /// <summary>A name of several words, which stands in texts without its spaces too.</summary>
    static QueryUnit Name(List<string> words, IReadOnlyList<Alternative> others)
    {
        var itself = Phrase(words, 100);
        return new QueryUnit("", null, [itself, new Alternative([itself.Keys], JoinedWeight, Fields: false), .. others]);
    }

    static QueryUnit Unit(string word, IReadOnlyList<Alternative> others)
    {
        var itself = Phrase([word], 100);
        // An input method shows ㄱ and ㅅ as ㄳ.
        var keys = itself.Keys;
        var initials = keys.Count(DubeolsikKeys.IsConsonant) >= 2 && keys.All(key => DubeolsikKeys.IsConsonant(key) || char.IsAsciiLetterOrDigit(key)) ? keys : null;
        return new QueryUnit(word, initials, Particles.Stem(word) is { } stem ? [itself, Phrase([stem], StemWeight), .. others] : [itself, .. others]);
    }

    static Alternative Phrase(IEnumerable<string> words, int weight) => new([.. words.Select(word => DubeolsikKeys.Of(word))], weight);

    /// <summary>How many words from here on are one name of a group, the most that there are, and the group's other spellings; one word and nothing where none are.</summary>
    static (int Taken, IReadOnlyList<Alternative> Others) Alias(List<string> words, int from, IReadOnlyList<IReadOnlyList<string>> aliases)
    {
        for (var taken = words.Count - from; taken > 0; taken--)
        {
            var said = words.GetRange(from, taken);
            foreach (var group in aliases)
            {
                var names = group.Select(name => SearchText.Words(SearchText.Fold(name))).ToArray();
                if (names.Any(name => Is(said, name)))
                    return (taken, names.Where(name => !name.SequenceEqual(said)).Select(name => Phrase(name, AliasWeight)).ToArray());
            }
        }

        return (1, []);
    }

    /// <summary>Whether the words are the name, with other spaces or without, the last one perhaps with a particle.</summary>
    static bool Is(List<string> words, List<string> name)
    {
        var (said, wanted) = (string.Concat(words), string.Concat(name));
        return said == wanted || Particles.Stem(words[^1]) is { } stem && said.Length > wanted.Length && string.Concat(words.SkipLast(1)) + stem == wanted;
    }
}
