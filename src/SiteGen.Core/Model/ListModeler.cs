using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;

namespace SiteGen.Core.Model;

/// <summary>Evaluates the table of lists over the posts: filter, group, order.</summary>
public sealed class ListModeler(SiteConfig config, IReadOnlyList<Page> posts, DiagnosticBag diagnostics)
{
    public (PageList[] Lists, Grouping[] Groupings) Model()
    {
        // The built-in row replaces a wrong one, so that the rest can still be checked: there always is a home page.
        var rows = ListTable.Rows(config).Select(row => IsRight(row) ? row : ListTable.BuiltIn(row.Name)).OfType<ListDefinition>()
            .ToArray();
        var evaluated = new object[rows.Length];
        Batches.For(rows.Length, i => evaluated[i] = Evaluated(rows[i]));
        return ([.. evaluated.OfType<PageList>()], [.. evaluated.OfType<Grouping>()]);
    }

    object Evaluated(ListDefinition row)
    {
        var pages = Matching(row);
        return row.GroupBy is null ? new PageList(row, null, "", PathOf(row, ""), Sorted(pages, row)) : Grouped(row, pages);
    }

    bool IsRight(ListDefinition row)
    {
        var before = diagnostics.ErrorCount;
        foreach (var condition in row.Where)
        {
            foreach (var field in condition.Field == "has" ? condition.Values : [condition.Field])
                CheckField(field, condition.Place);
        }

        if (row.GroupBy is not null)
            CheckField(row.GroupBy, row.Place);
        if (PageOrder.Parse(row.Order) is { } order)
            CheckField(order.Field, row.Place);
        else
            diagnostics.Error("config-list", $"The list `{row.Name}`: “{row.Order}” is no order.", row.Place,
                "Write a field, then asc or desc: `order: date desc`.");
        if (config.Lists.Contains(row))
            Slug.CheckedPath($"lists.{row.Name}.path", row.Path.Replace(":group", "group"), row.Place, diagnostics);
        else if (config.Taxonomies.Contains(row.Name) && Slug.Problem(row.Name) is { } problem)
            diagnostics.Error("config-taxonomies", $"The taxonomy “{row.Name}” {problem}.", row.Place,
                "A taxonomy is a front matter key and a part of addresses: tags, people, companies.");
        return diagnostics.ErrorCount == before;
    }

    void CheckField(string field, SourcePlace place)
    {
        if (PageField.Problem(field, config) is { } hint)
            diagnostics.Error("config-list", $"Posts have no field `{field}`.", place, hint);
    }

    List<Page> Matching(ListDefinition row)
    {
        if (row.Where.Count == 0)
            return [.. posts];
        var wanted = row.Where.Select(where => (where.Field, where.Values, Keys: where.Values.Select(Taxonomies.KeyOf).ToHashSet()))
            .ToArray();
        return posts.Where(page => Array.TrueForAll(wanted, condition => condition.Field == "has"
            ? condition.Values.All(field => PageField.Values(page, field).Count > 0)
            : PageField.Values(page, condition.Field).Any(value => condition.Keys.Contains(Taxonomies.KeyOf(value))))).ToList();
    }

    Grouping Grouped(ListDefinition row, List<Page> pages)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        // A cache: ten thousand posts have a few hundred tags, nearly always in one spelling.
        var written = new Dictionary<string, (Group Group, string Spelling)>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var value in PageField.Values(page, row.GroupBy!))
            {
                if (!written.TryGetValue(value, out var known))
                {
                    var key = Taxonomies.KeyOf(value);
                    if (!groups.TryGetValue(key, out var group))
                        groups[key] = group = new Group(new Dictionary<string, int>(StringComparer.Ordinal), []);
                    written[value] = known = (group, Nfc.Normalize(value.Trim()));
                }

                var (spellings, members) = known.Group;
                spellings[known.Spelling] = spellings.GetValueOrDefault(known.Spelling) + 1;
                if (members.Count == 0 || !ReferenceEquals(members[^1], page))
                    members.Add(page);
            }
        }

        var lists = groups.Select(group => OneGroup(row, group.Key, group.Value.Spellings, group.Value.Pages)).OfType<PageList>().ToList();
        lists.Sort(row.IsByDate ? (a, b) => string.CompareOrdinal(b.Key, a.Key) : (a, b) => SortKey.Compare(a.Title, b.Title));
        UrlPath? index = row.IndexLayout is null
            ? null
            : PathOf(row with { Path = row.Path[..row.Path.IndexOf(":group", StringComparison.Ordinal)] }, "");
        return new Grouping(row, index, lists);
    }

    sealed record Group(Dictionary<string, int> Spellings, List<Page> Pages);

    PageList? OneGroup(ListDefinition row, string key, Dictionary<string, int> spellings, List<Page> pages)
    {
        var name = spellings.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
            .First().Key;
        Message? problem = null;
        if ((row.IsByDate ? key : Slug.OfName(name, config, out problem)) is { } segment)
            return new PageList(row, name, key, PathOf(row, segment), Sorted(pages, row));
        diagnostics.Error("term-address", $"No address can be made of “{name}” ({row.GroupBy}): {problem}.",
            pages[0].Document.PlaceOf(row.GroupBy!), "Give it another name.");
        return null;
    }

    static UrlPath PathOf(ListDefinition row, string group)
    {
        var path = string.Join('/', Nfc.Normalize(Permalink.Decode(row.Path)).Replace(":group", group)
            .Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new UrlPath(path.Length == 0 ? "/" : "/" + path + "/");
    }

    static Page[] Sorted(List<Page> pages, ListDefinition row)
    {
        var sorted = pages.ToArray();
        // Posts are in this order already.
        if (PageOrder.Parse(row.Order) is { IsNewestFirst: false } order)
            Array.Sort(sorted, order);
        return sorted;
    }
}
