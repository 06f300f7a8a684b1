using SiteGen.Core.Korean;

namespace SiteGen.Core.Search;

/// <summary>One spelling of a unit: words in a row, by their keys.</summary>
/// <param name="Weight">100 for the words themselves, less for what is only probably meant.</param>
/// <param name="Fields">Whether to search titles and names.</param>
/// <param name="Texts">Whether to search texts.</param>
public sealed record Alternative(IReadOnlyList<string> Words, int Weight, bool Fields = true, bool Texts = true)
{
    public string Keys { get; } = string.Concat(Words);
}

/// <summary>A part of the query that a matching post has in one of its spellings.</summary>
/// <param name="Word">Empty for an alias of several words.</param>
/// <param name="Initials">The word when it is made of initial consonants, else null.</param>
public sealed record QueryUnit(string Word, string? Initials, IReadOnlyList<Alternative> Alternatives)
{
    public string Keys { get; } = DubeolsikKeys.Of(Word);

    public QueryUnit Or(IEnumerable<Alternative> others) => this with { Alternatives = [.. Alternatives, .. others] };
}

/// <param name="Keys">Of the whole query.</param>
public sealed record SearchQuery(IReadOnlyList<QueryUnit> Units, IReadOnlyList<string> Words, string Keys)
{
    const int LongestQuery = 100, MostWords = 8, StemWeight = 90, AliasWeight = 85, PartWeight = 80, FewestPartKeys = 4;

    /// <summary>Of neighbouring words written as one.</summary>
    internal const int JoinedWeight = 90;

    public static SearchQuery Parse(string text, SearchIndex index)
    {
        var words = SearchText.Words(SearchText.Fold(text[..Math.Min(text.Length, LongestQuery)])).Take(MostWords).ToList();
        var units = new List<QueryUnit>();
        for (var i = 0; i < words.Count;)
        {
            var (taken, others) = Alias(words, i, index.Aliases) ?? (1, Parts(words[i], index.NameParts));
            units.Add(taken > 1 ? Name(words.GetRange(i, taken), others) : Unit(words[i], others));
            i += taken;
        }

        var keys = words.Select(word => DubeolsikKeys.Of(word)).ToArray();
        return new SearchQuery(units, keys, string.Concat(keys));
    }

    /// <summary>A name of several words, which texts may spell without spaces.</summary>
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
        var areInitials = keys.Count(DubeolsikKeys.IsConsonant) >= 2
            && keys.All(key => DubeolsikKeys.IsConsonant(key) || char.IsAsciiLetterOrDigit(key));
        Alternative[] stems = Particles.Stem(word) is { } stem ? [Phrase([stem], StemWeight)] : [];
        return new QueryUnit(word, areInitials ? keys : null, [itself, .. stems, .. others]);
    }

    static Alternative Phrase(IEnumerable<string> words, int weight) => new([.. words.Select(word => DubeolsikKeys.Of(word))], weight);

    /// <summary>What stands for a word of people's names, which may still be typed, in their other spellings.</summary>
    static Alternative[] Parts(string word, IReadOnlyList<NamePart> parts)
    {
        string?[] typed = [DubeolsikKeys.Of(word), Particles.Stem(word) is { } stem ? DubeolsikKeys.Of(stem) : null];
        return [.. from part in parts
            where typed.Contains(part.Keys)
                || typed[0]!.Length >= FewestPartKeys && part.Keys.StartsWith(typed[0]!, StringComparison.Ordinal)
            from other in part.Others
            select Phrase(SearchText.Words(other), PartWeight)];
    }

    /// <summary>
    /// The longest name of an alias group that begins here, as its number of words and the group's other spellings; null for none.
    /// </summary>
    static (int Taken, IReadOnlyList<Alternative> Others)? Alias(List<string> words, int from, IReadOnlyList<IReadOnlyList<string>> aliases)
    {
        var groups = aliases.Select(group => group.Select(name => SearchText.Words(SearchText.Fold(name))).ToArray()).ToArray();
        for (var taken = words.Count - from; taken > 0; taken--)
        {
            var typed = words.GetRange(from, taken);
            if (Array.Find(groups, names => names.Any(name => Is(typed, name))) is { } names)
                return (taken, names.Where(name => !name.SequenceEqual(typed)).Select(name => Phrase(name, AliasWeight)).ToArray());
        }

        return null;
    }

    /// <summary>Whether the words are the name, with any spaces, the last one perhaps with a particle.</summary>
    static bool Is(List<string> words, List<string> name)
    {
        var (typed, wanted) = (string.Concat(words), string.Concat(name));
        return typed == wanted || Particles.Stem(words[^1]) is { } stem && string.Concat(words.SkipLast(1)) + stem == wanted;
    }
}
