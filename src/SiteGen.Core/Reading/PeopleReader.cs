using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>What is known of a person besides the posts: a row of <c>content/data/people.yml</c>.</summary>
/// <param name="Name">The name under which posts list them.</param>
/// <param name="Aliases">Other spellings that mean the same person.</param>
/// <param name="Links">What it is (homepage, wikipedia, x …) to address.</param>
public sealed record Person(string Name)
{
    public string? OriginalName { get; init; }
    public string? Role { get; init; }
    public string? Organisation { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public YamlMap Links { get; init; } = YamlMap.Empty;
}

/// <summary>Reads <c>content/data/people.yml</c>: name to what is known.</summary>
public static class PeopleReader
{
    const string DataFile = "people";

    static readonly Field<Person>[] Fields =
    [
        Field.Text<Person>("original_name", "The name in its own language.", (p, v) => p with { OriginalName = v }),
        Field.Text<Person>("role", "What they do.", (p, v) => p with { Role = v }),
        Field.Text<Person>("organisation", "Where.", (p, v) => p with { Organisation = v }),
        Field.Text<Person>("description", "Who they are, in a sentence or two.", (p, v) => p with { Description = v }),
        Field.Texts<Person>("aliases", "Other spellings of the name.", (p, v) => p with { Aliases = v }),
        Field.Map<Person>("links", "Addresses: {wikipedia: https://…}.", FieldShape.MapOf(FieldShape.Text with { Words = "an address" }), (p, m, _) => p with { Links = m }),
    ];

    /// <summary>Rows that are no mapping, and keys that are not known here, are the author's own data and no mistake.</summary>
    public static IReadOnlyList<Person> Read(DataFiles data, DiagnosticBag diagnostics)
    {
        if (!data.Sources.TryGetValue(DataFile, out var source) || data.Values[DataFile] is not YamlMap rows)
            return [];
        var scope = new FieldScope(source, diagnostics, DataFile);
        var people = new List<Person>();
        foreach (var row in rows.Entries)
        {
            var known = row.Value is YamlMap map ? map.Entries.Where(entry => FieldScope.Find(Fields, entry.Key) is not null).ToArray() : [];
            people.Add(scope.Read(new YamlMap(row.Value.Offset, known), new Person(row.Key), Fields));
        }

        return people;
    }
}
