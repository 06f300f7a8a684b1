using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>The schemas of the YAML files that authors write, from the tables by which SiteGen reads them.</summary>
public static class SchemaFiles
{
    /// <summary>Where a site keeps them for editors; the starter's settings name them there.</summary>
    public const string Folder = ".vscode/schemas";

    /// <summary>File name and text of each.</summary>
    /// <param name="theme">The theme whose options <c>site.yml</c> may set; one without a manifest leaves them free.</param>
    public static IReadOnlyList<(string Name, string Text)> Of(Theme theme) =>
    [
        ("front-matter.schema.json", JsonSchema.Of("SiteGen: front matter of a document, and _defaults.yml", FrontMatter)),
        ("site.schema.json", JsonSchema.Of("SiteGen: content/site.yml",
            FieldShape.Map([.. SiteConfigReader.Fields.Select(field => WithOptions(field, theme))]))),
        ("theme.schema.json", JsonSchema.Of("SiteGen: theme.yml of a theme", FieldShape.Map(ThemeReader.Fields))),
    ];

    static FieldShape FrontMatter =>
        FieldShape.Map(new FrontMatterReader(SiteZone.Seoul, []).Fields) with { Each = FieldShape.FreeMap.Each };

    static FieldDescription WithOptions(Field<SiteConfig> field, Theme theme) =>
        field.Name == "theme_options" && theme.OptionFields.Count > 0 ? field with { Shape = FieldShape.Map(theme.OptionFields) } : field;
}
