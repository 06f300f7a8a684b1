using System.Collections.Concurrent;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Templates;

/// <summary>A parsed template with its header.</summary>
public sealed record ThemeTemplate(ParsedTemplate Template, TemplateHeader Header)
{
    /// <summary>The layout around this one; null for none.</summary>
    public string? Parent => Header.Layout;
}

/// <summary>The YAML at the top of a template.</summary>
/// <param name="Layout">The layout around this one.</param>
/// <param name="Paired">A shortcode with content.</param>
/// <param name="Arguments">The number of positional arguments of a shortcode.</param>
public sealed record TemplateHeader(string? Layout = null, bool Paired = false, int Arguments = 0)
{
    /// <summary>Keys that a call of a shortcode must give.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];
}

/// <summary>The templates of a theme, each read and parsed once.</summary>
public sealed class TemplateStore(ISiteFiles files, Theme theme, DiagnosticBag diagnostics) : ITemplateSource
{
    const string Ending = ".sbn-html";
    const string Archetypes = "archetypes/";
    const string ArchetypeEnding = ".sbn-md";
    readonly ConcurrentDictionary<string, ThemeTemplate?> byPath = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ParsedTemplate?> partials = new(StringComparer.Ordinal);

    /// <summary>Parses and checks every template, so that all errors are reported in one run.</summary>
    public void ParseAll(ThemeNames names)
    {
        var paths = theme.Files.Keys.Where(path => path.EndsWith(Ending, StringComparison.Ordinal) || IsArchetype(path)).ToArray();
        var walked = new ConcurrentDictionary<string, TemplateFacts>(StringComparer.Ordinal);
        Parallel.ForEach(paths, path =>
        {
            if (Find(path) is { Template: { Mistakes.Count: 0 } template } found)
                walked[path] = TemplateWalk.Of(template, names.Of(path), found.Header);
        });
        var facts = new ThemeFacts(names, walked, walked.Count < paths.Length, PartialPath);
        foreach (var path in walked.Keys.Where(path => names.Of(path) != TemplateNames.Unknown))
        {
            var found = Find(path)!;
            if (TemplateCheck.Run(path, found, facts, this) is { Count: > 0 } mistakes)
                byPath[path] = found with { Template = Reported(found.Template with { Mistakes = mistakes }) };
            else if (found.Template.Script.Page is { } page)
                TemplateTree.Fold(page, TemplateCheck.Constants(path, found, facts, this));
        }

        partials.Clear();
    }

    /// <summary>The first of these layouts that exists; null with the searched places.</summary>
    public ThemeTemplate? Layout(IReadOnlyList<string> names, out IReadOnlyList<string> searched)
    {
        var places = new List<string>();
        searched = places;
        foreach (var name in names)
        {
            if (Find($"layouts/{name}{Ending}") is { } layout)
                return layout;
            places.Add($"content/theme/layouts/{name}{Ending}");
            places.Add($"themes/{theme.Name}/layouts/{name}{Ending}");
        }

        return null;
    }

    /// <summary>Every parsed template.</summary>
    public IEnumerable<ParsedTemplate> All => byPath.Values.OfType<ThemeTemplate>().Select(known => known.Template);

    public IEnumerable<string> LayoutNames => NamesIn("layouts/");

    public IEnumerable<string> PartialNames => NamesIn("partials/");

    /// <summary>Null when the theme has none of that name.</summary>
    public ThemeTemplate? Shortcode(string name) => Find($"shortcodes/{name}{Ending}");

    /// <summary>Null when the theme has none of that kind.</summary>
    public ThemeTemplate? Archetype(string kind) => Find($"{Archetypes}{kind}{ArchetypeEnding}");

    public IEnumerable<string> ShortcodeNames => NamesIn("shortcodes/");

    public ParsedTemplate? Partial(string name, out IReadOnlyList<string> searched)
    {
        searched = [];
        if (partials.GetOrAdd(name, static (name, store) => store.Find(PartialPath(name))?.Template, this) is { } known)
            return known;
        searched = [$"content/theme/partials/{FileOf(name)}", $"themes/{theme.Name}/partials/{FileOf(name)}"];
        return null;
    }

    static string PartialPath(string name) => "partials/" + FileOf(name);

    static bool IsArchetype(string path) =>
        path.StartsWith(Archetypes, StringComparison.Ordinal) && path.EndsWith(ArchetypeEnding, StringComparison.Ordinal);

    static string FileOf(string name) => name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending;

    public Message? Refusal(string name) => IncludeName.LeavesFolder(name)
        ? "Partials are named from the folder `partials/`, without `..`, as in \"card\" or \"post/card\"."
        : null;

    public SourceText? SourceOf(string path) => All.FirstOrDefault(template => template.Source.Path == path)?.Source;

    ThemeTemplate? Find(string inTheme) => byPath.GetOrAdd(inTheme, path =>
        InternalFault.Caught(() => Read(path), diagnostics, () => SourcePlace.OfFile(theme.Files.GetValueOrDefault(path, path))));

    /// <summary>Reads only files of the theme's table, so no name can leave it.</summary>
    ThemeTemplate? Read(string inTheme)
    {
        if (!theme.Files.TryGetValue(inTheme, out var path) || !TextFile.TryRead(files, path, diagnostics, out var source))
            return null;
        // The front matter of an archetype is the new document's.
        var (header, headerLength) = IsArchetype(inTheme) ? (new TemplateHeader(), Begin(source)) : Header(source);
        return new ThemeTemplate(Reported(ParsedTemplate.Parse(source, headerLength)), header);
    }

    ParsedTemplate Reported(ParsedTemplate template)
    {
        foreach (var mistake in template.Mistakes)
            diagnostics.Add(mistake);
        return template;
    }

    static int Begin(SourceText source) => source.Text.StartsWith('\uFEFF') ? 1 : 0;

    static readonly Field<TemplateHeader>[] HeaderFields =
    [
        Field.Text<TemplateHeader>("layout", "The layout around this one.", (h, v) => h with { Layout = v }),
        Field.Text<TemplateHeader>("description", "What the template is for.", (h, _) => h),
        Field.Flag<TemplateHeader>("paired", "A shortcode that stands around something.", (h, v) => h with { Paired = v }),
        Field.Number<TemplateHeader>("arguments", "Arguments without a key that a shortcode needs.", 0, 20,
            (h, v) => h with { Arguments = v }),
        Field.Texts<TemplateHeader>("required", "Keys that a call of a shortcode must give.", (h, v) => h with { Required = v }),
    ];

    /// <summary>The YAML between <c>---</c> lines at the top of a template.</summary>
    (TemplateHeader Header, int Length) Header(SourceText source)
    {
        var text = source.Text;
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
            return (new TemplateHeader(), Begin(source));
        var start = text.IndexOf('\n') + 1;
        var end = text.IndexOf("\n---", start - 1, StringComparison.Ordinal) + 1;
        if (end == 0)
        {
            diagnostics.Error("template-header", "The header of this template is never closed.", new SourcePlace(source, 0),
                "Put a line `---` below `layout: base`.");
            return (new TemplateHeader(), 0);
        }

        var bodyStart = text.IndexOf('\n', end);
        var header = YamlText.Read(source, start, end - start, diagnostics) is YamlMap map
            ? new FieldScope(source, diagnostics, "template-header").Read(map, new TemplateHeader(), HeaderFields)
            : new TemplateHeader();
        return (header, bodyStart < 0 ? text.Length : bodyStart + 1);
    }

    IEnumerable<string> NamesIn(string folder) =>
        from path in theme.Files.Keys
        where path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal)
        select path[folder.Length..^Ending.Length];
}
