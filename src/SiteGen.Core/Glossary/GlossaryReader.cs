using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Glossary;

/// <summary>The author's correction of a glossary term.</summary>
/// <param name="Term">The Korean side; null keeps the one that was found.</param>
/// <param name="Note">A sentence of explanation.</param>
public sealed record GlossaryEntry(string? Term = null, string? Note = null, bool Hidden = false);

/// <summary>Reads <c>content/data/glossary.yml</c>: <c>Larry Ellison: {term: 래리 엘리슨, note: …}</c>, or <c>WEF: {hidden: true}</c>.</summary>
static class GlossaryReader
{
    const string DataFile = "glossary";

    static readonly Field<GlossaryEntry>[] Fields =
    [
        Field.Text<GlossaryEntry>("term", "The Korean side.", (e, v) => e with { Term = v }),
        Field.Text<GlossaryEntry>("note", "A sentence of explanation.", (e, v) => e with { Note = v }),
        Field.Flag<GlossaryEntry>("hidden", "Not in the glossary.", (e, v) => e with { Hidden = v }),
    ];

    /// <summary>The corrections by <see cref="TermMention.Key"/>.</summary>
    public static IReadOnlyDictionary<string, GlossaryEntry> Read(DataFiles data, DiagnosticBag diagnostics)
    {
        var entries = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        if (!data.Sources.TryGetValue(DataFile, out var source) || data.Values[DataFile] is not { } node)
            return entries;
        var scope = new FieldScope(source, diagnostics, DataFile);
        if (!scope.Map(DataFile, node, out var rows))
            return entries;
        foreach (var row in rows.Entries)
        {
            entries[TermMention.KeyOf(row.Key)] =
                row.Value is YamlScalar { IsNull: false } term ? new GlossaryEntry(term.Text)
                : scope.Map(row.Key, row.Value, out var fields) ? scope.Read(fields, new GlossaryEntry(), Fields)
                : new GlossaryEntry();
        }

        return entries;
    }
}
