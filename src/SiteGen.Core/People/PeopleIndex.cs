using SiteGen.Core.Configuration;
using SiteGen.Core.Korean;
using SiteGen.Core.Reading;

namespace SiteGen.Core.People;

/// <summary>People by every spelling of their names.</summary>
public sealed class PeopleIndex
{
    readonly Dictionary<string, Person> bySpelling = new(StringComparer.Ordinal);

    public PeopleIndex(IReadOnlyList<Person> people)
    {
        All = people;
        foreach (var person in people)
        {
            foreach (var spelling in person.Spellings)
                bySpelling.TryAdd(Taxonomies.KeyOf(spelling), person);
        }
    }

    public IReadOnlyList<Person> All { get; }

    public IEnumerable<string> Spellings => All.SelectMany(person => person.Spellings);

    /// <summary>The person of a name; null when the data file has none.</summary>
    public Person? Find(string name) => bySpelling.GetValueOrDefault(Taxonomies.KeyOf(name));

    /// <summary>The spelling under which lists show a name.</summary>
    public string Canonical(string name) => Find(name)?.Name ?? Nfc.Normalize(name.Trim());

    /// <summary>The people of a document: those it names, then the guests of its interview, each once.</summary>
    public IReadOnlyList<string> Of(FrontMatter matter) =>
        [.. matter.People.Concat(matter.Guests).Select(Canonical).DistinctBy(Taxonomies.KeyOf)];
}
