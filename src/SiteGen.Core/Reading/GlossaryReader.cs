using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>A correction of the glossary, by the foreign side of a term.</summary>
/// <param name="Term">The Korean side, where the guess was wrong; null to keep it.</param>
/// <param name="Note">A sentence of explanation.</param>
public sealed record GlossaryEntry(string Original, string? Term = null, string? Note = null, bool Hidden = false);

/// <summary>The author's corrections, by the foreign side in small letters.</summary>
public sealed record GlossaryData(IReadOnlyDictionary<string, GlossaryEntry> ByOriginal)
{
    public static readonly GlossaryData Empty = new(new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal));
}

/// <summary>Reads <c>content/data/glossary.yml</c>: <c>Larry Ellison: {term: 래리 엘리슨, note: …}</c>, or <c>WEF: {hidden: true}</c>.</summary>
public static class GlossaryReader
{
    static readonly Field<GlossaryEntry>[] Fields =
    [
        Field.Text<GlossaryEntry>("term", "The Korean side.", (e, v) => e with { Term = v }),
        Field.Text<GlossaryEntry>("note", "A sentence of explanation.", (e, v) => e with { Note = v }),
        Field.Flag<GlossaryEntry>("hidden", "Not in the glossary.", (e, v) => e with { Hidden = v }),
    ];

    public static GlossaryData Read(DataFiles data, DiagnosticBag diagnostics)
    {
        if (!data.Sources.TryGetValue("glossary", out var source) || data.Values["glossary"] is not { } node)
            return GlossaryData.Empty;
        var scope = new FieldScope(source, diagnostics, "glossary");
        if (!scope.Map("glossary", node, out var rows))
            return GlossaryData.Empty;
        var entries = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        foreach (var row in rows.Entries)
        {
            var entry = new GlossaryEntry(row.Key);
            if (row.Value is YamlScalar { IsNull: false } term)
                entry = entry with { Term = term.Text };
            else if (scope.Map(row.Key, row.Value, out var fields))
                entry = scope.Read(fields, entry, Fields);
            entries[row.Key.ToLowerInvariant()] = entry;
        }

        return new GlossaryData(entries);
    }
}
