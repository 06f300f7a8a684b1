using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Front matter with its file: a document's own, or a folder's defaults.</summary>
public sealed record FrontMatterSource(YamlMap Map, SourceText Source);

/// <summary>Reads front matter. The nearest source that has a key wins.</summary>
/// <param name="free">Keys that are the site's own, although another generator's key has the same name.</param>
public sealed class FrontMatterReader(SiteZone zone, IReadOnlyCollection<string> free)
{
    /// <summary>The known keys, for help and schema. Of several names of one key the first wins.</summary>
    public IReadOnlyList<Field<FrontMatter>> Fields { get; } =
        [.. Known(zone).Where(field => field.Name == field.Key || !free.Contains(field.Name))];

    Dictionary<string, int> Rows => field ??= RowsOf(Fields);

    /// <summary>The row of a key in <see cref="Fields"/>, in any case, with <c>_</c>, <c>-</c> or neither; null for a free key.</summary>
    public int? RowOf(string key) =>
        Rows.TryGetValue(key, out var row) || !free.Contains(key) && Rows.TryGetValue(Plain(key), out row) ? row : null;

    static Dictionary<string, int> RowsOf(IReadOnlyList<Field<FrontMatter>> fields)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
            rows[fields[i].Name] = rows[Plain(fields[i].Name)] = i;
        return rows;
    }

    static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToLowerInvariant();

    /// <summary>Reads a document's own front matter followed by the defaults of its folders, the nearest first.</summary>
    public FrontMatter Read(IReadOnlyList<FrontMatterSource> sources, DiagnosticBag diagnostics)
    {
        var reading = new Reading(Fields, diagnostics);
        foreach (var source in sources)
        {
            HashSet<string> nearer = reading.Given.Count == 0 ? [] : [.. reading.Given.Keys];
            foreach (var entry in source.Map.Entries)
                reading.Read(entry, RowOf(entry.Key), source.Source, nearer);
        }

        return reading.Matter with { Params = new YamlMap(0, reading.Extra), Places = reading.Places, Mistaken = reading.Mistaken };
    }

    sealed class Reading(IReadOnlyList<Field<FrontMatter>> fields, DiagnosticBag diagnostics)
    {
        public FrontMatter Matter { get; private set; } = new();

        public List<YamlEntry> Extra { get; } = [];

        public HashSet<string> Mistaken { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, SourcePlace> Places { get; } = new(StringComparer.Ordinal);

        /// <summary>The rows that have given keys their values.</summary>
        public Dictionary<string, int> Given { get; } = new(StringComparer.Ordinal);

        /// <param name="nearer">Keys that a nearer source has.</param>
        public void Read(YamlEntry entry, int? row, SourceText source, HashSet<string> nearer)
        {
            var field = row is { } known ? fields[known] : null;
            var isFirst = Places.TryAdd(entry.Key, new SourcePlace(source, entry.Value.Offset));
            // Templates that read another generator's key go on to find it.
            if (isFirst && entry.Key != field?.Key)
                Extra.Add(entry);
            if (field is null || nearer.Contains(field.Key))
                return;
            if (Given.TryGetValue(field.Key, out var other) && !Replaces(row!.Value, other, entry, source))
                return;
            Given[field.Key] = row!.Value;
            Places[field.Key] = new SourcePlace(source, entry.Value.Offset);
            var read = field.Read(Matter, entry.Value, new FieldScope(source, diagnostics, "front-matter"));
            if (ReferenceEquals(read, Matter) && entry.Value is not YamlScalar { IsNull: true })
                Mistaken.Add(field.Key);
            Matter = read;
        }

        /// <summary>Whether a second name of one key counts. All names that hide a document do.</summary>
        bool Replaces(int row, int other, YamlEntry entry, SourceText source)
        {
            var place = new SourcePlace(source, entry.KeyOffset);
            if (row == other)
                diagnostics.Error("yaml-duplicate-key", $"The key `{entry.Key}` stands here a second time.", place, "Keep one of them.");
            else if (fields[row].Key == HidingKeys.Draft)
                return true;
            else
            {
                var (used, unused) = row < other ? (row, other) : (other, row);
                diagnostics.Warning("front-matter-two-names",
                    $"`{fields[used].Name}` and `{fields[unused].Name}` mean the same; the value of `{fields[used].Name}` is used.", place,
                    "Delete the other one.");
            }

            return row < other;
        }
    }

    static Field<FrontMatter>[] Known(SiteZone zone) =>
    [
        .. Named(n => Field.Text<FrontMatter>(n, "Heading of the page.", (m, v) => m with { Title = v }), "title", "제목"),
        .. Named(n => Date<FrontMatter>(n, "Day or instant of the post.", zone, (m, v) => m with { Date = v }),
            "date", "날짜", "pub_date", "pub_datetime", "published_at", "created_at", "created"),
        .. Named(n => Date<FrontMatter>(n, "Last real change.", zone, (m, v) => m with { Updated = v }),
            "updated", "last_modified_at", "lastmod", "last_modified", "modified", "modified_at", "updated_at", "last_update", "수정일"),
        Field.Text<FrontMatter>("slug", "The address's last segment.", (m, v) => m with { Slug = v }),
        Field.Text<FrontMatter>("permalink", "The whole address, from the root.", (m, v) => m with { Permalink = v }),
        Url with { Key = "permalink" },
        .. Named(n => Field.Texts<FrontMatter>(n, "Old addresses that lead here.", (m, v) => m with { Aliases = v }),
            "aliases", "redirect_from", "alias"),
        .. HidingKeys.Fields,
        .. Named(n => Date<FrontMatter>(n, "Held back until then.", zone, (m, v) => m with { PublishDate = v }),
            "publish_date", "publish_at", "publish_on", "scheduled_at"),
        .. Named(n => Date<FrontMatter>(n, "Gone from then on.", zone, (m, v) => m with { ExpiryDate = v }),
            "expiry_date", "expire_date", "expires", "expires_at", "unpublish_date", "unpublish_at"),
        Field.Flag<FrontMatter>("unlisted", "Published, but in no list.", (m, v) => m with { Unlisted = m.Unlisted || v }),
        .. Named(n => Field.Text<FrontMatter>(n, "What lists and previews show.", (m, v) => m with { Summary = v }),
            "summary", "description", "excerpt", "요약", "설명"),
        .. Named(Image, "image", "thumbnail", "cover", "cover_image", "featured_image"),
        Field.Text<FrontMatter>("image_alt", "What the picture shows.", (m, v) => m with { ImageAlt = v }),
        .. Named(n => new(n, FieldShape.WordList, "Subjects.", (m, node, s) => Tags(n, node, s) is { } v ? m with { Tags = v } : m),
            Taxonomies.Tags, "tag", "태그"),
        .. Named(n => Names<FrontMatter>(n, "Where the post belongs.", (m, v) => m with { Categories = v }),
            Taxonomies.Categories, "category", "카테고리", "분류"),
        Field.Texts<FrontMatter>(Taxonomies.People, "Who it is about.", (m, v) => m with { People = v }),
        .. Named(n => Field.Text<FrontMatter>(n, "A run of posts.", (m, v) => m with { Series = v }), "series", "시리즈"),
        Field.Number<FrontMatter>("weight", "Order by hand.", -1_000_000, 1_000_000, (m, v) => m with { Weight = v }),
        Field.Flag<FrontMatter>("toc", "Table of contents.", (m, v) => m with { Toc = v }),
        .. Named(n => Field.Flag<FrontMatter>(n, "Comments below.", (m, v) => m with { Comments = v }), "comments", "comment"),
        Field.Text<FrontMatter>("layout", "Another layout.", (m, v) => m with { Layout = v }),
        Field.Texts<FrontMatter>("spellings", "Unusual spellings of names that are meant so.", (m, v) => m with { Spellings = v }),
        Field.Map<FrontMatter, SourceCredit>("source", "The original: {title, url, publisher, date}.", CreditFields(zone),
            _ => new SourceCredit(), (m, v) => m with { Source = v }),
        Field.Map("interview", "Who speaks: {speakers: [...]}.", InterviewFields),
    ];

    /// <summary>A key under several names: SiteGen's first, then those of other generators.</summary>
    internal static IEnumerable<Field<FrontMatter>> Named(Func<string, Field<FrontMatter>> field, string key, params string[] others) =>
        [field(key), .. others.Select(name => field(name) with { Key = key, Description = $"As `{key}`." })];

    /// <summary>Hugo's address of a page. Elsewhere it is any link, such as the original's.</summary>
    static Field<FrontMatter> Url => new("url", FieldShape.Text, "As `permalink`, if it begins with a slash.", (matter, node, scope) =>
    {
        if (!scope.Text("url", node, out var text) || text.StartsWith('/'))
            return text.Length > 0 ? matter with { Permalink = text } : matter;
        scope.Diagnostics.Warning("front-matter-unknown-key", "`url` is no key of SiteGen unless it is a path such as /my-post/.",
            scope.At(node), "Write an original as `source: {url: …}`; `params: [url]` in site.yml keeps the key for templates.");
        return matter;
    });

    static readonly Field<FrontMatter>[] ImageFields =
    [
        .. ((string[])["path", "src", "url"]).Select(name =>
            Field.Text<FrontMatter>(name, "Address of the picture.", (m, v) => m with { Image = v })),
        Field.Text<FrontMatter>("alt", "What the picture shows.", (m, v) => m with { ImageAlt = v }),
    ];

    /// <summary>An address, or <c>{path, alt}</c> with other keys that have no meaning here.</summary>
    static Field<FrontMatter> Image(string name) =>
        new(name, FieldShape.Text with { Members = ImageFields }, "Picture for previews.", (matter, node, scope) =>
            node is YamlMap map
                ? ImageFields.Aggregate(matter, (m, field) => map[field.Name] is { } value ? field.Read(m, value, scope) : m)
            : scope.Text(name, node, out var address) ? matter with { Image = address }
            : matter);

    static Field<SourceCredit>[] CreditFields(SiteZone zone) =>
    [
        Field.Text<SourceCredit>("title", "Title.", (c, v) => c with { Title = v }),
        Field.Address<SourceCredit>("url", "Address.", (c, v) => c with { Url = v }),
        Field.Text<SourceCredit>("publisher", "Publisher.", (c, v) => c with { Publisher = v }),
        Date<SourceCredit>("date", "Date.", zone, (c, v) => c with { Date = v }),
    ];

    static readonly Field<Speaker>[] SpeakerFields =
    [
        Field.Text<Speaker>("name", "As the text names them.", (p, v) => p with { Name = v }) with { IsRequired = true },
        Field.Choice<Speaker>("role", "Who asks, who answers.", ["host", "guest"], (p, v) => p with { Role = v }),
        Field.Text<Speaker>("person", "Name under people.", (p, v) => p with { Person = v }),
        Field.Texts<Speaker>("aliases", "Other names in the text.", (p, v) => p with { Aliases = v }),
    ];

    static readonly Field<FrontMatter>[] InterviewFields =
    [
        Field.Rows<FrontMatter>("speakers", "Who speaks.", SpeakerFields, (m, list, s) => m with { Speakers = Speakers(list, s) }),
    ];

    static List<Speaker> Speakers(YamlList list, FieldScope scope)
    {
        const string example = "- {name: 진행자, role: host}";
        var speakers = new List<Speaker>();
        foreach (var item in list.Items)
        {
            if (!scope.Entry("speakers", item, example, out var map))
                continue;
            var speaker = scope.Read(map, new Speaker(), SpeakerFields);
            if (speaker.Name.Length > 0)
                speakers.Add(speaker);
            else
                scope.Diagnostics.Error("front-matter-required", "A speaker needs a name.", scope.At(item), $"Write it as `{example}`.");
        }

        return speakers;
    }

    /// <summary>Tags as a list, or in one text: <c>a, b</c> or <c>#a #b</c>.</summary>
    static IReadOnlyList<string>? Tags(string name, YamlNode node, FieldScope scope)
    {
        const StringSplitOptions options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return scope.Texts(name, node, out var tags)
            ? [.. tags.SelectMany(tag => tag.StartsWith('#') ? tag.Split('#', options) : [tag])]
            : null;
    }

    /// <summary>One text is one name: "AI, 인터뷰" is a category.</summary>
    static Field<T> Names<T>(string name, string description, Func<T, IReadOnlyList<string>, T> set) =>
        new(name, FieldShape.WordList with { Words = "a list of names" }, description, (target, node, scope) =>
            node is YamlScalar scalar ? scalar.IsNull ? target : set(target, [scalar.Text.Trim()])
            : scope.Texts(name, node, out var values) ? set(target, values)
            : target);

    static Field<T> Date<T>(string name, string description, SiteZone zone, Func<T, DateTimeOffset, T> set) =>
        new(name, FieldShape.Date, description, (target, node, scope) =>
        {
            if (node is YamlScalar { IsNull: true })
                return target;
            if (node is not YamlScalar scalar)
                scope.Wrong(name, node, "must be a date", DateReader.Hint);
            else if (DateReader.TryRead(scalar.Text, zone, out var date, out var problem))
                return set(target, date);
            else
                scope.Diagnostics.Error("front-matter-date", $"`{name}`: {problem}.", scope.At(node), DateReader.Hint);
            return target;
        });
}
