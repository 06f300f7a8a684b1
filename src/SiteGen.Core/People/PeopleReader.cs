using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;

namespace SiteGen.Core.People;

/// <summary>A person of <c>content/data/people.yml</c>.</summary>
/// <param name="Name">The name under which posts list them.</param>
public sealed record Person(string Name)
{
    public string? OriginalName { get; init; }
    public string? Role { get; init; }
    public string? Organisation { get; init; }
    public string? Description { get; init; }

    /// <summary>Other spellings of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Addresses by what they are: homepage, wikipedia, x.</summary>
    public YamlMap Links { get; init; } = YamlMap.Empty;

    /// <summary>Every name in which posts may mean the person.</summary>
    public IEnumerable<string> Spellings => Aliases.Prepend(Name).Concat(OriginalName is null ? [] : [OriginalName]);
}

/// <summary>Reads <c>content/data/people.yml</c>: a mapping from names to what is known of a person.</summary>
static class PeopleReader
{
    const string DataFile = "people";

    static readonly Field<Person>[] Fields =
    [
        Field.Text<Person>("original_name", "The name in its own language.", (p, v) => p with { OriginalName = v }),
        Field.Text<Person>("role", "What they do.", (p, v) => p with { Role = v }),
        Field.Text<Person>("organisation", "Where.", (p, v) => p with { Organisation = v }),
        Field.Text<Person>("description", "Who they are, in a sentence or two.", (p, v) => p with { Description = v }),
        Field.Texts<Person>("aliases", "Other spellings of the name.", (p, v) => p with { Aliases = v }),
        Field.Map<Person>("links", "Addresses: {wikipedia: https://…}.", FieldShape.MapOf(FieldShape.Text with { Words = "an address" }),
            (p, m, _) => p with { Links = m }),
    ];

    /// <summary>Entries that are no mapping, and unknown keys, are the author's own data and no error.</summary>
    public static PeopleIndex Read(DataFiles data, DiagnosticBag diagnostics)
    {
        if (!data.Sources.TryGetValue(DataFile, out var source) || data.Values[DataFile] is not YamlMap rows)
            return new PeopleIndex([]);
        var scope = new FieldScope(source, diagnostics, DataFile);
        return new PeopleIndex([.. rows.Entries.Select(row =>
        {
            var known = row.Value is YamlMap map
                ? map.Entries.Where(entry => FieldScope.Find(Fields, entry.Key) is not null).ToArray()
                : [];
            return scope.Read(new YamlMap(row.Value.Offset, known), new Person(row.Key), Fields);
        })]);
    }
}
