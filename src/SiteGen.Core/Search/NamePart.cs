using SiteGen.Core.Korean;
using SiteGen.Core.People;

namespace SiteGen.Core.Search;

/// <summary>A word of people's names, such as Zuckerberg, and what stands for it in their other spellings: 저커버그.</summary>
public sealed record NamePart(string Word, IReadOnlyList<string> Others)
{
    /// <summary>A word of one syllable, such as a Korean family name, begins too many other words.</summary>
    const int FewestUnits = 2;

    public string Keys { get; } = DubeolsikKeys.Of(Word);

    public static NamePart[] Of(IEnumerable<Person> people)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            var names = person.Spellings.Select(name => SearchText.Words(SearchText.Fold(name)).ToArray()).ToArray();
            foreach (var name in names.Where(name => name.Length > 1))
            {
                for (var i = 0; i < name.Length; i++)
                    Add(parts, name, i, names);
            }
        }

        return [.. parts.Select(part => new NamePart(part.Key, part.Value))];
    }

    static void Add(Dictionary<string, List<string>> parts, string[] name, int at, string[][] names)
    {
        var others = names.Where(other => other.Length > 0 && !other.Contains(name[at])).Select(other => Counterpart(name, at, other));
        if (name[at].Length < FewestUnits || others.ToArray() is not { Length: > 0 } found)
            return;
        if (!parts.TryGetValue(name[at], out var known))
            parts[name[at]] = known = [];
        known.AddRange(found.Where(other => !known.Contains(other)));
    }

    /// <summary>The word at the same place of a name with as many words, else the whole name.</summary>
    static string Counterpart(string[] name, int at, string[] other) =>
        other.Length == name.Length && other[at].Length >= FewestUnits ? other[at] : string.Join(' ', other);
}
