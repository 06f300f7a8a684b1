using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Reports front matter keys that nothing reads: neither SiteGen, nor the configuration, nor a template.</summary>
static class FreeKeys
{
    /// <param name="own">Keys that the configuration names.</param>
    public static void Check(IEnumerable<Document> documents, FrontMatterReader reader, IReadOnlySet<string> own, SourceTree sources,
        DiagnosticBag diagnostics)
    {
        var unknown = documents.SelectMany(document => document.FrontMatter.Params.Entries.Select(entry => (document, entry.Key)))
            .Where(one => !own.Contains(one.Key) && reader.RowOf(one.Key) is null).ToLookup(one => one.Key, one => one.document);
        if (unknown.Count == 0)
            return;
        var templates = Templates(sources);
        foreach (var key in unknown.Where(key => !templates.Exists(text => IsRead(key.Key, text))))
        {
            Message hint = NearestName.ByJamo(key.Key, reader.Fields.Select(field => field.Name)) is { } nearest
                ? (Message)$"Did you mean `{nearest}`? If not, `params: [{key.Key}]` in site.yml silences this."
                : $"`params: [{key.Key}]` in site.yml silences this.";
            foreach (var document in key)
            {
                diagnostics.Warning("front-matter-unknown-key",
                    $"`{key.Key}` is no key of SiteGen; templates read it as page.params.{key.Key}.", document.PlaceOf(key.Key), hint);
            }
        }
    }

    static List<string> Templates(SourceTree sources) =>
    [
        .. from file in sources.ThemeFiles
            where file.Key.Contains(".sbn-", StringComparison.Ordinal)
            let text = TextFile.TryRead(sources.Files, file.Value, new DiagnosticBag(), out var source) ? source.Text : ""
            where text.Contains("params", StringComparison.Ordinal)
            select text,
    ];

    static bool IsRead(string key, string template) =>
        new[] { $"params.{key}", $"params?.{key}", $"params[\"{key}\"]", $"params?[\"{key}\"]" }
            .Any(words => template.Contains(words, StringComparison.Ordinal));
}
