using System.Text.Json;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Reading;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Configuration;

/// <summary>The schemas and the readers say the same of every key and of every kind of value.</summary>
public sealed class SchemaTests
{
    const string SiteSchema = "site.schema.json", FrontMatterSchema = "front-matter.schema.json", ThemeSchema = "theme.schema.json";

    const string Theme =
        "name: t\noptions:\n  bold: {type: bool, description: a}\n  size: {type: int, description: b}\n"
            + "  motto: {type: text, description: c}\n  hue: {type: choice, values: [red, 12], description: d}\n";

    static readonly TestSite Site = TestSite.Of("-- content/site.yml --\ntitle: 시험\ntheme: t\n", $"-- themes/t/theme.yml --\n{Theme}",
        "-- themes/t/layouts/base.sbn-html --\n");

    static readonly Dictionary<string, JsonElement> Schemas =
        SchemaFiles.Of(SiteBuilder.Plan(Site.Files, Site.Options, new DiagnosticBag()).Site.Theme)
        .ToDictionary(file => file.Name, file => JsonDocument.Parse(file.Text).RootElement);

    /// <summary>Values in YAML's flow style: each kind, quoted and not, at the edges of ranges.</summary>
    static readonly string[] Values =
    [
        "", "~", "가", "''", "'5'", "'true'", "true", "false", "True", "yes", "0", "1", "5", "20", "21", "50", "51", "500", "501", "1000",
        "1001", "-1", "1000000", "1000001", "2147483647", "2147483648", "1.5", "1e3",
        "2025-01-24", "host", "guest", "text", "choice", "red", "12", "'12'", "blue", "https://example.com/", "/a/",
        "[]", "[가, 나]", "[[가], 나]", "[1, true, ~]", "[{가: 나}]", "[[{가: 나}]]", "{}", "{가: 나}", "{가: [나]}", "{가: {나: 다}}", "{가: {title: 나}}",
        "[{title: 가, url: /나/}]", "[{name: 가, role: host}]", "[{name: 가}, ~]", "[가, {name: 나}]",
    ];

    static IReadOnlyList<Diagnostic> ReadSite(string yaml)
    {
        var files = new MemoryFiles().Add("content/site.yml", yaml).Add("themes/t/theme.yml", Theme)
            .Add("themes/t/layouts/base.sbn-html", "");
        var diagnostics = new DiagnosticBag();
        SiteBuilder.Plan(files, Site.Options with { Theme = "t" }, diagnostics);
        return diagnostics.Sorted();
    }

    static IReadOnlyList<Diagnostic> ReadFrontMatter(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText("a.md", yaml);
        if (YamlText.Read(source, diagnostics) is YamlMap map)
            new FrontMatterReader(SiteZone.Seoul, []).Read([new FrontMatterSource(map, source)], diagnostics);
        return diagnostics.Sorted();
    }

    static IReadOnlyList<Diagnostic> ReadTheme(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        ThemeReader.Read(new MemoryFiles().Add("themes/t/theme.yml", yaml),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["theme.yml"] = "themes/t/theme.yml" }, new SiteConfig(), diagnostics);
        return diagnostics.Sorted();
    }

    static IReadOnlyList<Diagnostic> Read(string schema, string yaml) => schema switch
    {
        SiteSchema => ReadSite(yaml),
        FrontMatterSchema => ReadFrontMatter(yaml),
        _ => ReadTheme(yaml),
    };

    /// <summary>What readers say of a value's kind; that a date or an address is well-formed no schema tells.</summary>
    static bool IsOfKind(Diagnostic found) =>
        found.Rule.EndsWith("-type", StringComparison.Ordinal) || found.Rule.EndsWith("-unknown-key", StringComparison.Ordinal)
            || found.Rule == "yaml-syntax";

    static YamlNode Yaml(string text)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlText.Read(new SourceText("x", text), diagnostics);
        Assert.False(diagnostics.HasErrors, text);
        return node!;
    }

    /// <summary>Every place of a schema where a value may stand, as YAML around it.</summary>
    static IEnumerable<string> Places(JsonElement schema, string before, string after, string siblings)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;
        if (schema.TryGetProperty("properties", out var properties))
        {
            var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!)
                .ToArray() : [];
            foreach (var property in properties.EnumerateObject())
            {
                var others = string.Concat(required.Where(name => name != property.Name).Select(name => $", {name}: /x/"));
                var (open, close) = (before + "{" + property.Name + ": ", others + "}" + after);
                yield return open + "\0" + close;
                foreach (var place in Places(property.Value, open, close, ""))
                    yield return place;
            }
        }

        if (schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object)
        {
            var (open, close) = (before + "{" + siblings + "x: ", "}" + after);
            yield return open + "\0" + close;
            foreach (var place in Places(other, open, close, ""))
                yield return place;
        }

        if (schema.TryGetProperty("items", out var items))
        {
            yield return before + "[\0]" + after;
            foreach (var place in Places(items, before + "[", "]" + after, ""))
                yield return place;
        }
    }

    [Theory]
    [InlineData(SiteSchema, 500)]
    [InlineData(FrontMatterSchema, 400)]
    [InlineData(ThemeSchema, 100)]
    public void A_schema_accepts_of_every_key_what_the_reader_accepts_and_nothing_else(string name, int least)
    {
        var checker = new SchemaChecker(Schemas[name]);
        var (right, wrong) = (0, 0);
        foreach (var place in Places(Schemas[name], "", "", "").Distinct())
        {
            foreach (var value in Values)
            {
                var yaml = place.Replace("\0", value);
                var errors = Read(name, yaml).Where(found => found.Severity == Severity.Error).ToArray();
                var isAccepted = checker.Accepts(Yaml(yaml));
                Assert.False(isAccepted
                    && errors.Any(
                        IsOfKind), $"{name}: the schema accepts {yaml}, the reader says: "
                            + $"{string.Join(" ", errors.Select(found => found.Message))}");
                Assert.True(isAccepted || errors.Length > 0, $"{name}: the schema refuses {yaml}, the reader has nothing against it");
                right += errors.Length == 0 ? 1 : 0;
                wrong += errors.Any(IsOfKind) ? 1 : 0;
            }
        }

        // What is decided by neither (an ill-formed date, an address that leads nowhere) proves nothing.
        Assert.True(right > least && wrong > least, $"{right} values were right, {wrong} of the wrong kind");
    }

    [Fact]
    public void A_schema_has_every_key_that_the_reader_knows_and_no_other()
    {
        static IEnumerable<string> Keys(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(key => key.Name);
        foreach (var (place, schema) in ClosedMaps(Schemas[SiteSchema], "", ""))
        {
            // The reader lists what it knows when it is given a key that is like none of them.
            var complaint = Assert.Single(ReadSite(place.Replace("\0", "{qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1}")),
                found => found.Rule.EndsWith("-unknown-key", StringComparison.Ordinal));
            Assert.Equal($"Known keys: {string.Join(", ", Keys(schema))}.", complaint.Hint);
        }

        foreach (var (place, schema) in ClosedMaps(Schemas[ThemeSchema], "", ""))
            Assert.Equal($"Known keys: {string.Join(", ", Keys(schema))}.", Assert.Single(
                ReadTheme(place.Replace("\0", "{qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1}"))!, found => found.Rule == "theme-unknown-key").Hint);
        Assert.Equal(new FrontMatterReader(SiteZone.Seoul, []).Fields.Select(field => field.Name),
            Keys(Schemas[FrontMatterSchema]));
    }

    static IEnumerable<(string Place, JsonElement Schema)> ClosedMaps(JsonElement schema, string before, string after)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;
        if (schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.False)
            yield return (schema.TryGetProperty("items", out _) ? $"{before}[\0]{after}" : $"{before}\0{after}", schema);
        if (other.ValueKind == JsonValueKind.Object)
        {
            foreach (var inner in ClosedMaps(other, before + "{x: ", "}" + after))
                yield return inner;
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var inner in ClosedMaps(items, before + "[", "]" + after))
                yield return inner;
        }

        if (!schema.TryGetProperty("properties", out var properties))
            yield break;
        foreach (var property in properties.EnumerateObject())
        {
            foreach (var inner in ClosedMaps(property.Value, before + "{" + property.Name + ": ", "}" + after))
                yield return inner;
        }
    }

    [Fact]
    public void What_a_schema_requires_the_reader_requires()
    {
        Assert.Equal(["title"], Schemas[SiteSchema].GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains(ReadSite("description: 가"), found => found.Rule == "config-required");
        foreach (var yaml in new[] { "{title: 가, menu: [{title: 가}]}", "{title: 가, menu: [{url: /가/}]}" })
        {
            Assert.False(new SchemaChecker(Schemas[SiteSchema]).Accepts(Yaml(yaml)));
            Assert.Contains(ReadSite(yaml), found => found.Rule == "config-required");
        }

        const string nameless = "interview: {speakers: [{role: host}]}";
        Assert.False(new SchemaChecker(Schemas[FrontMatterSchema]).Accepts(Yaml(nameless)));
        Assert.Contains(ReadFrontMatter(nameless), found => found.Rule == "front-matter-required");
    }

    [Fact]
    public void The_files_of_this_repository_are_right_by_the_schemas()
    {
        var repository = new TestSite().AddFolder("content").AddFolder("themes");
        var schemas = SchemaFiles.Of(SiteBuilder.Plan(repository.Files, repository.Options, new DiagnosticBag()).Site.Theme)
            .ToDictionary(file => file.Name, file => JsonDocument.Parse(file.Text).RootElement);
        Assert.True(new SchemaChecker(schemas[SiteSchema]).Accepts(Yaml(Repository.Read("content/site.yml"))));
        foreach (var starter in new[] { "src/SiteGen.Cli/Starter.ko", "src/SiteGen.Cli/Starter.en" })
        {
            // `init` fills in the answers.
            var settings = Repository.Read(starter + "/content/site.yml")
                .Replace("$base_url", "https://example.com/", StringComparison.Ordinal)
                .Replace("$email", "email: name@example.com", StringComparison.Ordinal);
            Assert.True(new SchemaChecker(schemas[SiteSchema]).Accepts(Yaml(settings)), starter);
        }

        Assert.True(new SchemaChecker(schemas[ThemeSchema]).Accepts(Yaml(Repository.Read("themes/maru/theme.yml"))));
        foreach (var file in repository.Files.List("content/posts"))
        {
            var text = Repository.Read(file.Path);
            var parts = FrontMatterSplitter.Split(text);
            Assert.True(new SchemaChecker(schemas[FrontMatterSchema]).Accepts(Yaml(text.Substring(parts.Start, parts.Length))), file.Path);
        }

        Assert.False(new SchemaChecker(schemas[SiteSchema]).Accepts(Yaml("title: 가\ntheme_options: {accent: blue}")));
    }

    [Fact]
    public void Every_key_has_a_description() => Assert.All(Schemas.Values.SelectMany(Descriptions), Assert.NotEmpty);

    static IEnumerable<string> Descriptions(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties) ? []
        : properties.EnumerateObject().Where(key => key.Value.TryGetProperty("description", out _))
            .SelectMany(key => Descriptions(key.Value).Append(key.Value.GetProperty("description").GetString()!));
}
