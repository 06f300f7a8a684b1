using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>The data files of a site: <c>content/data/people.yml</c> under <c>people</c>, <c>data/a/b.json</c> under <c>a.b</c>.</summary>
public sealed record DataFiles(YamlMap Values, IReadOnlyDictionary<string, SourceText> Sources);

/// <summary>Reads <c>content/data/</c>.</summary>
public static class DataReader
{
    public static DataFiles ReadAll(SourceTree sources, DiagnosticBag diagnostics)
    {
        var root = new List<YamlEntry>();
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var file in sources.Data)
        {
            var extension = System.IO.Path.GetExtension(file.Name);
            if (extension is not (".yml" or ".yaml" or ".json"))
            {
                diagnostics.Warning("data-kind", "Data files end in .yml or .json; this one is left out.", file.Place);
                continue;
            }

            var read = InternalFault.Caught(() => Read(sources, file, extension, diagnostics), diagnostics, () => file.Place);
            if (read is not var (source, node))
                continue;
            var name = file.Path["content/data/".Length..^extension.Length];
            texts[name] = source;
            Place(root, name.Split('/'), node, file, diagnostics);
        }

        return new DataFiles(new YamlMap(0, root), texts);
    }

    static (SourceText Source, YamlNode Node)? Read(SourceTree sources, SourceFile file, string extension, DiagnosticBag diagnostics)
    {
        if (!TextFile.TryRead(sources.Files, file.DiskPath, file.Path, diagnostics, out var source))
            return null;
        var node = extension == ".json" ? JsonText.Read(source, diagnostics) : YamlText.Read(source, diagnostics);
        return node is null ? null : (source, node);
    }

    static void Place(List<YamlEntry> entries, ReadOnlySpan<string> path, YamlNode node, SourceFile file, DiagnosticBag diagnostics)
    {
        var name = path[0];
        var at = entries.FindIndex(entry => entry.Key == name);
        if (path.Length == 1)
        {
            if (at >= 0)
                diagnostics.Error("data-duplicate", $"Two data files are called `{name}`.", file.Place, "Rename one of them.");
            else
                entries.Add(new YamlEntry(name, 0, node));
            return;
        }

        var inner = at >= 0 && entries[at].Value is YamlMap map ? [.. map.Entries] : new List<YamlEntry>();
        Place(inner, path[1..], node, file, diagnostics);
        var folder = new YamlEntry(name, 0, new YamlMap(0, inner));
        if (at >= 0)
            entries[at] = folder;
        else
            entries.Add(folder);
    }
}

/// <summary>Reads <c>content/data/category_links.yml</c>: category to entries of the old blog.</summary>
public static class CategoryLinksReader
{
    const string Name = "category_links";
    const string Example = "- {title: 제목, date: 2025.01.24}";

    sealed record EntryRow(string Title = "", string? Url = null, string Date = "", int? Comments = null);

    static readonly Field<EntryRow>[] Fields =
    [
        Field.Text<EntryRow>("title", "Title of the post.", (r, v) => r with { Title = v }),
        Field.Address<EntryRow>("url", "Its address, when known.", (r, v) => r with { Url = v }),
        Field.Text<EntryRow>("date", "Its date.", (r, v) => r with { Date = v }),
        Field.Number<EntryRow>("comments", "How many comments it had.", 0, int.MaxValue, (r, v) => r with { Comments = v }),
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<CategoryLink>> Read(DataFiles data, SiteZone zone, DiagnosticBag diagnostics)
    {
        var links = new Dictionary<string, IReadOnlyList<CategoryLink>>(StringComparer.Ordinal);
        if (!data.Sources.TryGetValue(Name, out var source) || data.Values[Name] is not { } node)
            return links;
        var scope = new FieldScope(source, diagnostics, "category-links");
        if (!scope.File(node, out var categories))
            return links;
        foreach (var category in categories.Entries)
        {
            if (scope.List(category.Key, category.Value, out var rows))
                links[category.Key] = rows.Items.Select(item => ReadRow(item, category.Key, zone, scope)).OfType<CategoryLink>().ToArray();
        }

        return links;
    }

    static CategoryLink? ReadRow(YamlNode item, string category, SiteZone zone, FieldScope scope)
    {
        if (!scope.Entry(category, item, Example, out var map))
            return null;
        var row = scope.Read(map, new EntryRow(), Fields);
        if (row.Title.Length == 0)
            scope.Diagnostics.Error("category-links-required", "An entry needs a title.", scope.At(item), $"Write it as `{Example}`.");
        else if (row.Date.Length == 0)
            scope.Diagnostics.Error("category-links-required", "An entry needs a date.", scope.At(item), $"Write it as `{Example}`.");
        else if (DateReader.TryRead(row.Date, zone, out var date, out var problem))
            return new CategoryLink(row.Title, row.Url, date, row.Comments);
        else
            scope.Diagnostics.Error("category-links-date", $"`date`: {problem}.", scope.At(map["date"] ?? item), DateReader.Hint);
        return null;
    }
}
