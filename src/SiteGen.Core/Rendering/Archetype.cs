using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Scriban;

namespace SiteGen.Core.Rendering;

/// <summary>What an archetype is told of the document that it begins.</summary>
/// <param name="Kind">post, interview or page.</param>
/// <param name="Date">As front matter writes it; null for none.</param>
/// <param name="Source">The original's address; null for none.</param>
public sealed record ArchetypeModel(string Kind, string Title, string Slug, string? Date, IReadOnlyList<Speaker> Speakers, string? Source);

/// <summary>Renders <c>archetypes/KIND.sbn-md</c> of a theme, or the site's own in its place: the beginning of a new document.</summary>
public static partial class Archetype
{
    /// <summary>The new document's text; null after complaining.</summary>
    public static string? Render(Site site, ArchetypeModel model, DiagnosticBag diagnostics)
    {
        var inTheme = $"archetypes/{model.Kind}.sbn-md";
        if (!site.Theme.Files.TryGetValue(inTheme, out var path))
        {
            diagnostics.Error("archetype-missing", $"There is no archetype “{model.Kind}”; looked for content/theme/{inTheme} and themes/{site.Theme.Name}/{inTheme}.",
                SourcePlace.OfFile($"themes/{site.Theme.Name}"), $"Write what such a file begins with into content/theme/{inTheme}.");
            return null;
        }

        if (!TextFile.TryRead(site.Sources.Files, path, diagnostics, out var source))
            return null;
        var template = Template.Parse(source.Text, source.Path);
        using var context = new RenderContext(TemplateOptions.Default) { Globals = Names(site, model) };
        var errors = template.Errors.Count > 0 ? template.Errors : template.Render(context) is { } error ? [error] : [];
        foreach (var found in errors)
        {
            diagnostics.Add(new Diagnostic(Severity.Error, found.Kind == TemplateErrorKind.Syntax ? "template-syntax" : "template-runtime", found.Message, new SourcePlace(source, found.Offset), found.Hint)
            {
                Notes = [.. found.Notes.Select(note => new DiagnosticNote(note.Message, new SourcePlace(source, note.Offset)))],
            });
        }

        return errors.Count > 0 ? null : Encoding.UTF8.GetString(context.Output.WrittenSpan).TrimStart('\uFEFF').TrimEnd() + "\n";
    }

    static ScriptObject Names(Site site, ArchetypeModel model)
    {
        var known = new ScriptObject();
        foreach (var taxonomy in site.Taxonomies)
            known.Set(taxonomy.Name, Value.List([.. taxonomy.Lists.Select(term => Value.Of(OneLine().Replace(term.Title, " ")))]));
        var about = new ScriptObject();
        about.Set("title", Value.Of(site.Config.Title));
        about.Set("language", Value.Of(site.Config.Language));
        about.Set("author", Value.Of(site.Config.Author.Name));
        var names = new ScriptObject();
        names.Set("kind", Value.Of(model.Kind));
        names.Set("title", Value.Of(model.Title));
        names.Set("slug", Value.Of(model.Slug));
        names.Set("date", Value.Of(model.Date));
        names.Set("speakers", Value.List([.. model.Speakers.Select(SpeakerValue)]));
        names.Set("source", Value.Of(model.Source));
        names.Set("known", Value.Of(known));
        names.Set("site", Value.Of(about));
        return names;
    }

    static Value SpeakerValue(Speaker speaker)
    {
        var value = new ScriptObject();
        value.Set("name", Value.Of(speaker.Name));
        value.Set("role", Value.Of(speaker.Role));
        return Value.Of(value);
    }

    // Archetypes list known terms in comments, where a line break within a name would begin a line of YAML.
    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneLine();
}
