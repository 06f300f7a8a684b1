using System.Text;
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

/// <summary>Builds a site in memory and checks it, without writing.</summary>
public static class SiteCheck
{
    /// <summary>Null after reporting errors when the site can't be planned: links to missing pages would be reported as broken.</summary>
    public static CheckReport? Run(ISiteFiles files, BuildOptions options, DiagnosticBag diagnostics) =>
        Run(files, options, null, diagnostics);

    /// <param name="external">How external links are checked; null to skip them.</param>
    public static CheckReport? Run(ISiteFiles files, BuildOptions options, ExternalOptions? external, DiagnosticBag diagnostics)
    {
        var plan = SiteBuilder.Plan(files, options, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var renderer = new SiteRenderer(plan, diagnostics);
        var check = new CheckOptions(plan.Site.Config.Check)
        {
            Parallelism = options.Parallelism,
            Progress = options.Progress,
            External = external
        };
        return SiteChecker.Check(Finished(plan, renderer.Render), check, diagnostics);
    }

    /// <summary>Checks a built folder by its files alone.</summary>
    /// <param name="address">Null for the canonical address of its home page.</param>
    public static CheckReport Run(ISiteFiles folder, SiteAddress? address, CheckOptions options, DiagnosticBag diagnostics) =>
        SiteChecker.Check(FinishedSite.FromFolder(folder, address?.Origin, address?.BasePath, diagnostics), options, diagnostics);

    /// <summary>The changes of <c>check --fix</c>; null when the site can't be planned, which the check reports.</summary>
    public static IReadOnlyList<ChangedDocument>? Fixes(ISiteFiles files, BuildOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(files, options, diagnostics);
        return diagnostics.HasErrors ? null : SourceFixes.Of(Finished(plan, _ => null), plan.Site.Config.Check);
    }

    /// <summary>The files of a plan with their sources.</summary>
    /// <param name="read">The bytes of a route, rendered or from an output folder.</param>
    public static FinishedSite Finished(RoutePlan plan, Func<Route, byte[]?> read)
    {
        var site = plan.Site;
        var documents = site.All.ToDictionary(page => page, page => AsWritten(site, page));
        var (placeholders, emptyKeys) = Placeholders(site);
        var address = site.Config.Address;
        var people = site.People.Spellings.ToHashSet(StringComparer.Ordinal);
        var unpublished = site.Unpublished.Where(held => held.Reason != UnpublishedReason.Expired).Select(held => held.Page);
        return new FinishedSite([.. plan.Routes.Select(route => File(route, read, documents))], address.Origin, address.BasePath)
        {
            Unpublished = [.. unpublished.Select(page => new UnpublishedText(page.Title, page.Path.Value, page.Place))],
            KnownNames = (HashSet<string>)
            [
                site.Config.Title, .. site.All.Select(page => page.Title), .. site.AllLists.Select(list => list.Title),
                .. site.Config.Menu.Select(entry => entry.Title), .. people,
            ],
            Terms = [.. site.All.SelectMany(page => Terms(site, people, page, documents[page]))],
            Placeholders = placeholders,
            EmptyKeys = emptyKeys,
        };
    }

    /// <summary>The document as its file has it: the build composes all Hangul.</summary>
    static SourceDocument AsWritten(Site site, Page page)
    {
        var (source, start) = site.BodyOf(page);
        var path = page.Document.File.DiskPath;
        var text = site.Sources.Files.TryRead(path, out var bytes, out _) ? Encoding.UTF8.GetString(bytes) : source.Text;
        return Nfc.IsNormalized(text)
            ? new SourceDocument(source, path, start)
            : new SourceDocument(new SourceText(source.Path, text), path, FrontMatterSplitter.Split(text).BodyStart);
    }

    static FinishedFile File(Route route, Func<Route, byte[]?> read, Dictionary<Page, SourceDocument> documents) =>
        new(route.OutputFile, () => read(route))
        {
            Document = route is PageRoute own ? documents[own.Page] : null,
            CopiedFrom = route is StaticRoute { File: var copied } ? copied.ShownPath : null,
            Phase = (int)route.Phase,
        };

    /// <summary>The terms of the front matter, without people of the data files, whose aliases are known.</summary>
    static IEnumerable<WrittenTerm> Terms(Site site, HashSet<string> people, Page page, SourceDocument document) =>
        from taxonomy in site.Config.Taxonomies
        let isPerson = taxonomy == Taxonomies.People
        from name in isPerson ? page.FrontMatter.People.Where(name => !people.Contains(name)) : PageField.Values(page, taxonomy)
        select new WrittenTerm(taxonomy, isPerson, name, document, page.Document.PlaceOf(taxonomy));

    /// <summary>The placeholder lines of the theme's archetypes, and the keys that they leave empty.</summary>
    static (HashSet<string> Lines, string[] EmptyKeys) Placeholders(Site site)
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
            var body = text[parts.BodyStart..].Split('\n').Select(line => line.Trim());
            lines.UnionWith(body.Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)));
            lines.UnionWith(matter.Select(line => line.Trim())
                .Where(line => line.StartsWith("- {", StringComparison.Ordinal) && line.Contains(speakers[^1].Name)));
            if (kind == "post")
                emptyKeys.AddRange(matter.Where(line => line.EndsWith(": []", StringComparison.Ordinal))
                    .Select(line => line[..^": []".Length]));
        }

        return (lines, [.. emptyKeys]);
    }
}
