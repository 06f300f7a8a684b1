using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Front matter with its file: a document's own, or a folder's defaults.</summary>
public sealed record FrontMatterSource(YamlMap Map, SourceText Source);

/// <summary>Reads front matter. The nearest source that has a key wins.</summary>
public sealed class FrontMatterReader(SiteZone zone)
{
    /// <summary>Reads a document's own front matter followed by the defaults of its folders, the nearest first.</summary>
    public FrontMatter Read(IReadOnlyList<FrontMatterSource> sources, DiagnosticBag diagnostics)
    {
        var matter = new FrontMatter();
        var extra = new List<YamlEntry>();
        var mistaken = new HashSet<string>(StringComparer.Ordinal);
        var places = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var scope = new FieldScope(source.Source, diagnostics, "front-matter");
            foreach (var entry in source.Map.Entries)
            {
                if (!places.TryAdd(entry.Key, new SourcePlace(source.Source, entry.Value.Offset)))
                    continue;
                if (FieldScope.Find(fields, entry.Key) is not { } field)
                {
                    extra.Add(entry);
                    continue;
                }

                var read = field.Read(matter, entry.Value, scope);
                if (ReferenceEquals(read, matter) && entry.Value is not YamlScalar { IsNull: true })
                    mistaken.Add(entry.Key);
                matter = read;
            }
        }

        return matter with { Params = new YamlMap(0, extra), Places = places, Mistaken = mistaken };
    }

    /// <summary>The known keys, for help and schema.</summary>
    public IReadOnlyList<Field<FrontMatter>> Fields => fields;

    readonly Field<FrontMatter>[] fields =
    [
        Field.Text<FrontMatter>("title", "Heading of the page.", (m, v) => m with { Title = v }),
        Date<FrontMatter>("date", "Day or instant of the post.", zone, (m, v) => m with { Date = v }),
        Date<FrontMatter>("updated", "Last real change.", zone, (m, v) => m with { Updated = v }),
        Field.Text<FrontMatter>("slug", "The address's last segment.", (m, v) => m with { Slug = v }),
        Field.Text<FrontMatter>("permalink", "The whole address, from the root.", (m, v) => m with { Permalink = v }),
        Field.Texts<FrontMatter>("aliases", "Old addresses that lead here.", (m, v) => m with { Aliases = v }),
        Field.Flag<FrontMatter>("draft", "Not published yet.", (m, v) => m with { Draft = v }),
        Date<FrontMatter>("publish_date", "Held back until then.", zone, (m, v) => m with { PublishDate = v }),
        Date<FrontMatter>("expiry_date", "Gone from then on.", zone, (m, v) => m with { ExpiryDate = v }),
        Field.Flag<FrontMatter>("unlisted", "Published, but in no list.", (m, v) => m with { Unlisted = v }),
        Field.Text<FrontMatter>("summary", "What lists and previews show.", (m, v) => m with { Summary = v }),
        Field.Text<FrontMatter>("image", "Picture for previews.", (m, v) => m with { Image = v }),
        Field.Text<FrontMatter>("image_alt", "What the picture shows.", (m, v) => m with { ImageAlt = v }),
        new(Taxonomies.Tags, FieldShape.WordList, "Subjects.", (m, n, s) => Tags(n, s) is { } v ? m with { Tags = v } : m),
        Names<FrontMatter>(Taxonomies.Categories, "Where the post belongs.", (m, v) => m with { Categories = v }),
        Names<FrontMatter>("category", "The same, for one.", (m, v) => m with { Categories = v }),
        Field.Texts<FrontMatter>(Taxonomies.People, "Who it is about.", (m, v) => m with { People = v }),
        Field.Text<FrontMatter>("series", "A run of posts.", (m, v) => m with { Series = v }),
        Field.Number<FrontMatter>("weight", "Order by hand.", -1_000_000, 1_000_000, (m, v) => m with { Weight = v }),
        Field.Flag<FrontMatter>("toc", "Table of contents.", (m, v) => m with { Toc = v }),
        Field.Flag<FrontMatter>("comments", "Comments below.", (m, v) => m with { Comments = v }),
        Field.Text<FrontMatter>("layout", "Another layout.", (m, v) => m with { Layout = v }),
        Field.Texts<FrontMatter>("spellings", "Unusual spellings of names that are meant so.", (m, v) => m with { Spellings = v }),
        Field.Map<FrontMatter, SourceCredit>("source", "The original: {title, url, publisher, date}.", CreditFields(zone),
            _ => new SourceCredit(), (m, v) => m with { Source = v }),
        Field.Map("interview", "Who speaks: {speakers: [...]}.", InterviewFields),
    ];

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
    static IReadOnlyList<string>? Tags(YamlNode node, FieldScope scope)
    {
        const StringSplitOptions options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return scope.Texts(Taxonomies.Tags, node, out var tags)
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
