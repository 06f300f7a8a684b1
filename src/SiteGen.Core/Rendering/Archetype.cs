using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering;

/// <summary>The new document, for its archetype.</summary>
/// <param name="Kind">post, interview or page.</param>
/// <param name="Date">As front matter writes it; null for none.</param>
/// <param name="Source">The original's address; null for none.</param>
public sealed record ArchetypeModel(string Kind, string Title, string Slug, string? Date, IReadOnlyList<Speaker> Speakers, string? Source);

/// <summary>Renders an archetype of the theme, <c>archetypes/KIND.sbn-md</c>, as a new document.</summary>
public static partial class Archetype
{
    /// <summary>The new document's text; null on error.</summary>
    public static string? Render(Site site, ArchetypeModel model, DiagnosticBag diagnostics)
    {
        var inTheme = $"archetypes/{model.Kind}.sbn-md";
        if (!site.Theme.Files.TryGetValue(inTheme, out var path))
        {
            diagnostics.Error("archetype-missing",
                $"There is no archetype “{model.Kind}”; looked for content/theme/{inTheme} and themes/{site.Theme.Name}/{inTheme}.",
                SourcePlace.OfFile($"themes/{site.Theme.Name}"), $"Write what such a file begins with into content/theme/{inTheme}.");
            return null;
        }

        var own = new DiagnosticBag();
        var templates = new TemplateStore(site.Sources.Files, site.Theme, own);
        templates.ParseAll(new ThemeNames(TemplateNames.Unknown, TemplateNames.Unknown, KnownNames(site)));
        var template = templates.Archetype(model.Kind)?.Template;
        foreach (var found in own.Sorted().Where(found => found.Place.Path == path))
            diagnostics.Add(found);
        if (template is not { Mistakes.Count: 0 })
            return null;
        var context = new RenderContext(templates, Names(site, model), new SiteClock(site)) { EscapesHtml = false };
        if (context.Render(template) is not { } error)
            return Encoding.UTF8.GetString(context.Printed.WrittenSpan).TrimEnd() + "\n";
        diagnostics.Add(error);
        return null;
    }

    /// <summary>What archetypes may name.</summary>
    internal static TemplateNames KnownNames(Site site)
    {
        var names = Names(site, new ArchetypeModel("", "", "", null, [], null));
        return new TemplateNames(
            new Dictionary<string, TemplateFunction>(StringComparer.Ordinal),
            names.ToDictionary(
                name => name.Key, name => name.Key == "site" && name.Value is Members members ? new KnownObject(members.Names) : null),
            TakesMore: false);
    }

    static Dictionary<string, object?> Names(Site site, ArchetypeModel model) => new(StringComparer.Ordinal)
    {
        ["kind"] = model.Kind,
        ["title"] = model.Title,
        ["slug"] = model.Slug,
        ["date"] = model.Date,
        ["speakers"] = new ListView<Speaker>(model.Speakers, speaker => new Members(("name", speaker.Name), ("role", speaker.Role))),
        ["source"] = model.Source,
        ["known"] = new Members([.. site.Taxonomies.Select(taxonomy =>
            (taxonomy.Name, (object?)new ListView<PageList>(taxonomy.Lists, term => OneLine().Replace(term.Title, " "))))]),
        ["site"] = new Members(("title", site.Config.Title), ("language", site.Config.Language), ("author", site.Config.Author.Name)),
    };

    // Archetypes list known terms in comments, where a line break within a name would begin a line of YAML.
    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneLine();
}
