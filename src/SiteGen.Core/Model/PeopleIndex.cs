using SiteGen.Core.Korean;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Model;

/// <summary>People by every spelling of their names.</summary>
public sealed class PeopleIndex
{
    readonly Dictionary<string, Person> bySpelling = new(StringComparer.Ordinal);

    public PeopleIndex(IReadOnlyList<Person> people)
    {
        All = people;
        foreach (var person in people)
        {
            foreach (var spelling in Spellings(person))
                bySpelling.TryAdd(ListModeler.KeyOf(spelling), person);
        }
    }

    public IReadOnlyList<Person> All { get; }

    /// <summary>What is known of a name; null for nothing.</summary>
    public Person? Find(string name) => bySpelling.GetValueOrDefault(ListModeler.KeyOf(name));

    /// <summary>The spelling under which lists show a name.</summary>
    public string Canonical(string name) => Find(name)?.Name ?? Nfc.Normalize(name.Trim());

    /// <summary>The people of a document: those it names, then the guests of its interview, each once.</summary>
    public IReadOnlyList<string> Of(FrontMatter matter)
    {
        var people = new List<string>();
        foreach (var name in matter.People.Concat(matter.Speakers.Where(speaker => speaker.Role == "guest").Select(speaker => speaker.Person ?? speaker.Name)))
        {
            var canonical = Canonical(name);
            if (!people.Exists(known => ListModeler.KeyOf(known) == ListModeler.KeyOf(canonical)))
                people.Add(canonical);
        }

        return people;
    }

    public static IEnumerable<string> Spellings(Person person) =>
        person.Aliases.Prepend(person.Name).Concat(person.OriginalName is { } original ? [original] : []);
}
