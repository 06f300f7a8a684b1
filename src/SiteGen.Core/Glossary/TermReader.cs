using System.Buffers;
using System.Text.RegularExpressions;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Glossary;

/// <summary>A term as a text explains it at its first mention: <c>한글(English)</c>.</summary>
/// <param name="Sentence">The sentence around it.</param>
/// <param name="Anchor">The id of its turn or heading; null for the page.</param>
public sealed record TermMention(string Term, string Original, string Sentence, string? Anchor)
{
    /// <summary>Mentions with one key are mentions of one term.</summary>
    public string Key => KeyOf(Original);

    public static string KeyOf(string original) => original.ToLowerInvariant();
}

/// <summary>A term that a document explains.</summary>
/// <param name="Mention">Null when only the document's text can tell.</param>
public readonly record struct KnownTerm(string Key, TermMention? Mention);

/// <summary>Finds the terms of one document, paragraph by paragraph.</summary>
/// <param name="knownNames">People's names and aliases, which win over the guess by words.</param>
sealed partial class TermReader(NameEndings knownNames)
{
    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    readonly List<TermMention> mentions = [];

    /// <summary>How far a term and its sentence reach from the bracket, so that a long paragraph of terms takes linear time.</summary>
    const int MostBefore = 200, MostOfSentence = 300;

    /// <summary>More eojeol than this before the bracket are a sentence, not a term.</summary>
    const int MostWords = 3;

    static readonly SearchValues<char> Quotes = SearchValues.Create("‘“「『");
    static readonly SearchValues<char> Endings = SearchValues.Create("’”」』.?!");
    static readonly SearchValues<char> Openings = SearchValues.Create("(‘“\"'—–");

    /// <summary>Particles whose form depends on the sound before them: 하와이 ends in no particle, since 와 takes 가.</summary>
    static readonly string[] ParticlePairs =
        ["은/는", "이/가", "을/를", "과/와", "으로/로", "이나/나", "이며/며", "이고/고", "이라는/라는", "이라고/라고", "이란/란", "이랑/랑"];

    /// <summary>The first mention of each term, in the order of the text.</summary>
    public IReadOnlyList<TermMention> Mentions => mentions;

    public void Read(string text, string? anchor)
    {
        if (!text.Contains('('))
            return;
        foreach (Match match in Bracket().Matches(text))
        {
            var original = match.Groups["original"].Value.Trim();
            var before = text.AsSpan(0, match.Index)[Math.Max(0, match.Index - MostBefore)..];
            if (TermBefore(before, original) is { } term && seen.Add(TermMention.KeyOf(original)))
                mentions.Add(new TermMention(term, original, SentenceAround(text, match.Index), anchor));
        }
    }

    // The term begins at an opening quote, with a known name, or as many eojeol back as the original has words, but behind a particle.
    string? TermBefore(ReadOnlySpan<char> before, string original)
    {
        var quote = before.LastIndexOfAny(Quotes);
        if (quote >= 0 && before[(quote + 1)..].IndexOfAny(Endings) < 0 && before[(quote + 1)..].Count(' ') <= MostWords + 1)
            return Checked(before[(quote + 1)..].ToString());
        if (knownNames.EndOf(before) is { } name)
            return name;
        var words = Math.Min(MostWords, original.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        var start = before.Length;
        for (var taken = 0; taken < words && start > 0; taken++)
        {
            var space = before[..(start - (taken == 0 ? 0 : 1))].LastIndexOfAny(' ', '\u00A0');
            var word = before[(space + 1)..(taken == 0 ? start : start - 1)];
            if (word.IsEmpty || taken > 0 && (EndsPhrase(word.ToString()) || !char.IsLetterOrDigit(word[^1])))
                break;
            start = space + 1;
            if (word.IndexOfAny(Openings) is >= 0 and var mark)
            {
                start += mark + 1;
                break;
            }
        }

        return Checked(before[start..].ToString());
    }

    static string? Checked(string term)
    {
        term = term.Trim().Trim('‘', '“', '\'', '"', '*');
        return term.Length > 1 && term.Any(Hangul.IsSyllable) ? term : null;
    }

    /// <summary>Whether the word ends a noun phrase: a determiner, a conjunction, or a stem with a particle that fits its sound.</summary>
    static bool EndsPhrase(string word) =>
        word is "이" or "그" or "저" or "및" or "등" || Particles.Stem(word) is { } stem && Fits(stem, word[stem.Length..]);

    static bool Fits(string stem, string particle) =>
        Array.Find(ParticlePairs, pair => pair.Split('/').Contains(particle)) is not { } forms || Josa.Pick(stem, forms) == particle;

    static string SentenceAround(string text, int index)
    {
        var from = Math.Max(0, index - MostOfSentence);
        var start = from + text.AsSpan(from..index).LastIndexOfAny('.', '?', '!') + 1;
        var after = text.AsSpan(index, Math.Min(MostOfSentence, text.Length - index));
        var length = after.IndexOfAny('.', '?', '!') is >= 0 and var end ? end + 1 : after.Length;
        return text[start..(index + length)].Trim();
    }

    /// <summary>A bracket behind a letter that begins with a Latin word; what follows a comma explains and is left out.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\((?<original>[A-Za-z][A-Za-z0-9&+.’' -]{1,60}?)(?:,[^()]*)?\)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracket();
}
