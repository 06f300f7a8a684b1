using SiteGen.Core.Checking;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Korean;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;

namespace SiteGen.Core;

/// <summary>Builds a site in memory and checks it, nothing written.</summary>
public static class SiteCheck
{
    /// <summary>
    /// Renders every route once and checks what comes out. Null after complaining when the site could not even be planned: then pages are missing,
    /// and every link to them would be called broken.
    /// </summary>
    public static CheckReport? Run(ISiteFiles files, BuildOptions options, DiagnosticBag diagnostics) => Run(files, options, null, diagnostics);

    /// <param name="external">How links that lead away are asked; null for not at all.</param>
    public static CheckReport? Run(ISiteFiles files, BuildOptions options, ExternalOptions? external, DiagnosticBag diagnostics)
    {
        var plan = SiteBuilder.Plan(files, options, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var renderer = new SiteRenderer(plan, diagnostics);
        return SiteChecker.Check(Finished(plan, renderer.Render), new CheckOptions(plan.Site.Config.Check) { Parallelism = options.Parallelism, Progress = options.Progress, External = external }, diagnostics);
    }

    /// <summary>Checks a folder that somebody built, of which nothing is known but its files.</summary>
    /// <param name="address">Where it will stand; null for what its home page says.</param>
    public static CheckReport Run(ISiteFiles folder, SiteAddress? address, CheckOptions options, DiagnosticBag diagnostics) =>
        SiteChecker.Check(FinishedSite.FromFolder(folder, address?.Origin, address?.BasePath), options, diagnostics);

    /// <summary>What <c>check --fix</c> would change, document by document; null when the site can't be planned, which the check will say.</summary>
    public static IReadOnlyList<ChangedDocument>? Fixes(ISiteFiles files, BuildOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(files, options, diagnostics);
        return diagnostics.HasErrors ? null : SourceFixes.Of(Finished(plan, _ => null), plan.Site.Config.Check);
    }

    /// <summary>A plan's files with what is known of their sources.</summary>
    /// <param name="read">The bytes of a route's file, rendered or as they stand in an output folder.</param>
    public static FinishedSite Finished(RoutePlan plan, Func<Route, byte[]?> read)
    {
        var site = plan.Site;
        var documents = site.All.ToDictionary(page => page, page => AsWritten(site, page));
        var (placeholders, emptyKeys) = Beginnings(site);
        var known = site.People.Spellings.ToHashSet(StringComparer.Ordinal);
        return new FinishedSite([.. plan.Routes.Select(route => File(route, read, documents))], site.Config.Address.Origin, site.Config.Address.BasePath)
        {
            Unpublished = [.. from held in site.Unpublished where held.Reason != UnpublishedReason.Expired select new UnpublishedText(held.Page.Title, held.Page.Path.Value, held.Page.Place)],
            KnownNames = KnownNames(site),
            Terms = [.. site.All.SelectMany(page => Terms(site, known, page, documents[page]))],
            Placeholders = placeholders,
            EmptyKeys = emptyKeys,
        };
    }

    /// <summary>The document as its file has it: the build reads all Hangul composed, and an author's editor may show something else.</summary>
    static SourceDocument AsWritten(Site site, Page page)
    {
        var (source, start) = site.BodyOf(page);
        var path = page.Document.File.DiskPath;
        var text = site.Sources.Files.TryRead(path, out var bytes, out _) ? System.Text.Encoding.UTF8.GetString(bytes) : source.Text;
        return Nfc.IsNormalized(text)
            ? new SourceDocument(source, path, start)
            : new SourceDocument(new SourceText(source.Path, text), path, FrontMatterSplitter.Split(text).BodyStart);
    }

    static FinishedFile File(Route route, Func<Route, byte[]?> read, Dictionary<Page, SourceDocument> documents) => new(route.OutputFile, () => read(route))
    {
        Document = route is PageRoute own ? documents[own.Page] : null,
        CopiedFrom = route is StaticRoute { File: var copied } ? copied.ShownPath : null,
        Phase = (int)route.Phase,
    };

    static HashSet<string> KnownNames(Site site) =>
        [site.Config.Title, .. site.All.Select(page => page.Title), .. site.AllLists.Select(list => list.Title), .. site.Config.Menu.Select(entry => entry.Title), .. site.People.Spellings];

    /// <summary>What front matter writes; for people, whose other names are known by themselves, only what no data file knows.</summary>
    static IEnumerable<WrittenTerm> Terms(Site site, HashSet<string> known, Page page, SourceDocument document)
    {
        return from taxonomy in site.Config.Taxonomies
               let isPerson = taxonomy == Taxonomies.People
               from name in isPerson ? page.FrontMatter.People.Where(name => !known.Contains(name)) : PageField.Values(page, taxonomy)
               select new WrittenTerm(taxonomy, isPerson, name, document, page.Document.PlaceOf(taxonomy));
    }

    /// <summary>
    /// The lines that new documents begin with and that are there to be replaced, and the keys that they leave empty: the theme's archetypes without what
    /// their author had already said. Marks of interviews stay as they are, and so may who asks.
    /// </summary>
    static (HashSet<string> Lines, string[] EmptyKeys) Beginnings(Site site)
    {
        const string title = "\u2063";
        var speakers = NewDocument.UsualSpeakers(site.Config);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var emptyKeys = new List<string>();
        foreach (var kind in (string[])["post", "interview", "page"])
        {
            if (Archetype.Render(site, new ArchetypeModel(kind, title, title, null, speakers, null), new DiagnosticBag()) is not { } text)
                continue;
            var parts = FrontMatterSplitter.Split(text);
            var matter = text[..parts.BodyStart].Split('\n');
            lines.UnionWith(text[parts.BodyStart..].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)));
            lines.UnionWith(matter.Select(line => line.Trim()).Where(line => line.StartsWith("- {", StringComparison.Ordinal) && line.Contains(speakers[^1].Name)));
            if (kind == "post")
                emptyKeys.AddRange(matter.Where(line => line.EndsWith(": []", StringComparison.Ordinal)).Select(line => line[..^": []".Length]));
        }

        return (lines, [.. emptyKeys]);
    }
}
