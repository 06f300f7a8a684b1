using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Configuration;

/// <summary>A theme: its files, options and translations.</summary>
public sealed record Theme(string Name)
{
    /// <summary>The version of the template API (objects and functions).</summary>
    public const int Api = 1;

    /// <summary>Paths inside the theme (<c>layouts/post.sbn-html</c>) to files; files of the site override the theme's.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The values of all options, with defaults.</summary>
    public YamlMap Options { get; init; } = YamlMap.Empty;

    public IReadOnlyList<FieldDescription> OptionFields { get; init; } = [];

    /// <summary>Translations: dotted key to text with <c>{name}</c> placeholders.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads <c>theme.yml</c> and <c>i18n/</c> of a theme.</summary>
public static class ThemeReader
{
    sealed record ThemeManifest(int Api = Theme.Api)
    {
        public IReadOnlyList<Option> Options { get; init; } = [];
    }

    sealed record Option(string Name, string Type = "text")
    {
        public YamlNode Default { get; init; } = new YamlScalar(0, "", true);
        public IReadOnlyList<string> Values { get; init; } = [];
        public string Description { get; init; } = "";

        public FieldShape Shape => Type switch
        {
            "bool" => FieldShape.Flag,
            "int" => FieldShape.Number(int.MinValue, int.MaxValue),
            "choice" => FieldShape.Choice(Values),
            _ => FieldShape.Text,
        };
    }

    public static Theme Read(ISiteFiles files, IReadOnlyDictionary<string, string> themeFiles, SiteConfig config, DiagnosticBag diagnostics)
    {
        if (!themeFiles.TryGetValue("theme.yml", out var path))
        {
            if (config.IsRead)
                Missing(files, config, diagnostics);
            return new Theme(config.Theme);
        }

        var words = ReadWords(files, themeFiles, config.Language, diagnostics);
        var theme = new Theme(config.Theme) { Files = themeFiles, Words = words };
        if (ReadManifest(files, path, diagnostics) is not { } manifest)
            return theme;
        if (manifest.Api != Theme.Api)
        {
            diagnostics.Error("theme-api", $"The theme is made for template contract {manifest.Api}; this program speaks {Theme.Api}.",
                SourcePlace.OfFile(path));
        }

        var fields = manifest.Options.Select(option => new FieldDescription(option.Name, option.Shape, option.Description));
        return theme with { Options = Values(manifest, config, diagnostics), OptionFields = [.. fields] };
    }

    static void Missing(ISiteFiles files, SiteConfig config, DiagnosticBag diagnostics)
    {
        var themes = files.List("themes").Select(file => file.Path.Split('/')).Where(path => path is [_, _, "theme.yml"])
            .Select(path => path[1]).Where(name => name != BuiltInTheme.Name).ToArray();
        var hint = config.Theme == BuiltInTheme.Name
            ? (Message)$"Without the folder {BuiltInTheme.Folder}/ the theme of the program is used."
            : NearestName.Of(config.Theme, [.. themes, BuiltInTheme.Name]) is { } nearest ? (Message)$"Did you mean “{nearest}”?"
            : themes.Length > 0 ? (Message)$"Themes here: {string.Join(", ", themes)}. The theme {BuiltInTheme.Name} is in the program."
            : (Message)$"Put a theme's folder into themes/. The theme {BuiltInTheme.Name} is in the program.";
        diagnostics.Error("config-theme", $"There is no theme “{config.Theme}”; looked for themes/{config.Theme}/theme.yml.",
            config.PlaceOf("theme"), hint);
    }

    /// <summary>Null when the file can't be read, which is reported.</summary>
    static ThemeManifest? ReadManifest(ISiteFiles files, string path, DiagnosticBag diagnostics) =>
        ReadMap(files, path, diagnostics) is var (map, scope) ? scope.Read(map, new ThemeManifest(), ManifestFields) : null;

    static (YamlMap Map, FieldScope Scope)? ReadMap(ISiteFiles files, string path, DiagnosticBag diagnostics)
    {
        if (!TextFile.TryRead(files, path, diagnostics, out var source) || YamlText.Read(source, diagnostics) is not { } node)
            return null;
        var scope = new FieldScope(source, diagnostics, "theme");
        return scope.File(node, out var map) ? (map, scope) : null;
    }

    static readonly Field<Option>[] OptionFields =
    [
        Field.Choice<Option>("type", "What a value is.", ["text", "bool", "int", "choice"], (o, v) => o with { Type = v }),
        new("default", FieldShape.Text, "Value where the site says nothing.", (o, n, _) => o with { Default = n }),
        Field.Texts<Option>("values", "The allowed values of a choice.", (o, v) => o with { Values = v }),
        Field.Text<Option>("description", "What it does.", (o, v) => o with { Description = v }),
    ];

    static readonly Field<ThemeManifest>[] ManifestFields =
    [
        Field.Text<ThemeManifest>("name", "Name.", (m, _) => m),
        Field.Text<ThemeManifest>("description", "A sentence about it.", (m, _) => m),
        Field.Text<ThemeManifest>("author", "Who made it.", (m, _) => m),
        Field.Text<ThemeManifest>("license", "Its licence.", (m, _) => m),
        Field.Number<ThemeManifest>("api", "The template contract it is made for.", 1, 1000, (m, v) => m with { Api = v }),
        Field.Map<ThemeManifest>(
            "options", "Options.", FieldShape.MapOf(FieldShape.Map(OptionFields)), (m, map, s) => m with { Options = ReadOptions(map, s) }),
    ];

    /// <summary>All keys of <c>theme.yml</c>.</summary>
    public static IReadOnlyList<FieldDescription> Fields => ManifestFields;

    static List<Option> ReadOptions(YamlMap map, FieldScope scope)
    {
        var options = new List<Option>();
        foreach (var entry in map.Entries)
        {
            if (!scope.Map(entry.Key, entry.Value, out var fields))
                continue;
            var option = scope.Read(fields, new Option(entry.Key), OptionFields);
            if (fields["default"] is { } value)
                CheckType(option, new YamlEntry("default", entry.KeyOffset, value), scope);
            options.Add(option);
        }

        return options;
    }

    static YamlMap Values(ThemeManifest manifest, SiteConfig config, DiagnosticBag diagnostics)
    {
        var scope = new FieldScope(config.Source, diagnostics, "config-theme-option");
        foreach (var entry in config.ThemeOptions.Entries)
        {
            var known = manifest.Options.FirstOrDefault(option => option.Name == entry.Key);
            if (known is null)
                scope.Unknown(entry, manifest.Options.Select(option => option.Name));
            else
                CheckType(known, entry, scope);
        }

        return new YamlMap(0, [.. manifest.Options.Select(option => new YamlEntry(option.Name, 0, ValueOf(option)))]);

        YamlNode ValueOf(Option option) =>
            config.ThemeOptions[option.Name] is { } value and not YamlScalar { IsNull: true } ? value : option.Default;
    }

    static bool CheckType(Option option, YamlEntry entry, FieldScope scope)
    {
        var shape = option.Shape;
        return shape.Kind switch
        {
            ValueKind.Flag => scope.Flag(entry.Key, entry.Value, out _),
            ValueKind.Number => scope.Number(entry.Key, entry.Value, shape.Least, shape.Most, out _),
            ValueKind.Choice => scope.Choice(entry.Key, entry.Value, shape, out _),
            _ => scope.Text(entry.Key, entry.Value, out _),
        };
    }

    /// <summary>English translations are the fallback.</summary>
    static Dictionary<string, string> ReadWords(
        ISiteFiles files, IReadOnlyDictionary<string, string> themeFiles, string language, DiagnosticBag diagnostics)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "en", language.Split('-')[0], language }.Distinct())
        {
            if (themeFiles.TryGetValue($"i18n/{name}.yml", out var path) && ReadMap(files, path, diagnostics) is var (map, _))
                AddWords("", map, words);
        }

        return words;
    }

    static void AddWords(string prefix, YamlMap map, Dictionary<string, string> words)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value is YamlMap inner)
                AddWords(prefix + entry.Key + ".", inner, words);
            else if (entry.Value is YamlScalar scalar)
                words[prefix + entry.Key] = scalar.Text;
        }
    }
}
