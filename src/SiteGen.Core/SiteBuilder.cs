using System.Reflection;
using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;
using SiteGen.Core.Writing;

namespace SiteGen.Core;

/// <summary>What a build is asked for besides what the site's files say.</summary>
/// <param name="Now">The instant against which future and expired posts are judged.</param>
/// <param name="BaseUrl">Takes the place of the configuration's.</param>
/// <param name="Theme">Takes the place of the configuration's.</param>
/// <param name="Force">Build into a folder that holds other files.</param>
/// <param name="Parallelism">Threads; the output is the same with any number.</param>
public sealed record BuildOptions(DateTimeOffset Now)
{
    public SiteAddress? BaseUrl { get; init; }
    public string? Theme { get; init; }
    public bool Drafts { get; init; }
    public bool Future { get; init; }

    /// <summary>Unlisted posts stand in lists, as a preview shows them.</summary>
    public bool Unlisted { get; init; }
    public bool Force { get; init; }
    public int Parallelism { get; init; } = Environment.ProcessorCount;
    public IProgress<double>? Progress { get; init; }

    /// <summary>Told what each verb takes; null for nobody.</summary>
    public Timings? Timings { get; init; }
}

/// <summary>How a build ended.</summary>
/// <param name="Pages">HTML pages of the plan.</param>
/// <param name="Counts">Null when nothing was written because of errors.</param>
public sealed record BuildReport(int Pages, int Posts, IReadOnlyList<UnpublishedDocument> Unpublished, WriteCounts? Counts);

/// <summary>A site, from its files to its output: six verbs, one each.</summary>
public static class SiteBuilder
{
    /// <summary>
    /// Builds the site. What an earlier build left in the output folder spares work where it proves that the result would be the same; the output and what is
    /// said of the site are those of a build into an empty folder.
    /// </summary>
    public static BuildReport Build(ISiteFiles files, IOutputFiles output, BuildOptions options, DiagnosticBag diagnostics)
    {
        var basis = BasisOf(options, files);
        var earlier = Timings.Measure(options.Timings, "compare", () => PreviousBuild.Find(files, output, basis));
        if (earlier is not null && Timings.Measure(options.Timings, "repeat", () => earlier.Repeat(output, options.Now, diagnostics)) is { } same)
            return new BuildReport(same.Pages, same.Posts, same.Unpublished, new WriteCounts(0, same.Files, 0));
        var log = new TrackedFiles(files, earlier?.Record.Folders);
        var plan = Plan(log, options, new DocumentCache(), diagnostics);
        var summary = SummaryOf(plan, diagnostics.Language);
        var counts = Write(plan, output, options, diagnostics, renderer => new BuildCache(renderer, log, basis, summary, earlier));
        return new BuildReport(summary.Pages, summary.Posts, summary.Unpublished, counts);
    }

    static BuildSummary SummaryOf(RoutePlan plan, MessageLanguage? language) => new(
        plan.Routes.Count(route => route.IsInSitemap || route is PageRoute or LayoutRoute),
        plan.Site.All.Count(page => page.IsPost),
        plan.Routes.Count,
        language,
        [.. plan.Site.Unpublished.Select(UnpublishedDocument.Of)]);

    /// <summary>The program, to the last of the assemblies that it renders with, what it is asked for, and the site's configuration. The instant is told apart, and the number of threads makes no difference.</summary>
    static ContentHash BasisOf(BuildOptions options, ISiteFiles files)
    {
        var own = typeof(SiteBuilder).Assembly;
        var modules = own.GetReferencedAssemblies().Where(name => name.Name?.StartsWith("System", StringComparison.Ordinal) == false)
            .Select(name => Assembly.Load(name).ManifestModule).Append(own.ManifestModule).Append(typeof(object).Module).Select(module => module.ModuleVersionId.ToString());
        var text = $"{options.BaseUrl}\n{options.Theme}\n{options.Drafts}\n{options.Future}\n{options.Unlisted}\n{string.Join('\n', modules)}";
        var configuration = files.TryRead(SiteConfig.Path, out var bytes, out _) ? bytes : [];
        return ContentHash.Of([.. Encoding.UTF8.GetBytes(text), .. configuration]);
    }

    /// <summary>From the plan on, all of it and without a record; null after complaining, and then the output is as it was.</summary>
    public static WriteCounts? Write(RoutePlan plan, IOutputFiles output, BuildOptions options, DiagnosticBag diagnostics) => Write(plan, output, options, diagnostics, _ => null);

    static WriteCounts? Write(RoutePlan plan, IOutputFiles output, BuildOptions options, DiagnosticBag diagnostics, Func<SiteRenderer, BuildCache?> record)
    {
        // Without a theme every page would complain of its layout; one complaint is enough.
        if (plan.Site.Theme.Files.Count == 0)
            return null;
        return Timings.Measure(options.Timings, "render and write", () =>
        {
            var renderer = new SiteRenderer(plan, diagnostics);
            return new OutputWriter(output, diagnostics).Write(renderer, record(renderer), new WriteOptions(options.Force, options.Parallelism, options.Progress, options.Timings));
        });
    }

    /// <summary>The same as far as the plan: all that is known without rendering.</summary>
    public static RoutePlan Plan(ISiteFiles files, BuildOptions options, DiagnosticBag diagnostics) => Plan(files, options, new DocumentCache(), diagnostics);

    /// <summary>
    /// The plan after a few files were written anew. Lists, addresses and all that is planned are made of front matter, so where only texts below it have changed
    /// nothing else is made again. Null when more has changed, and then everything is to be planned.
    /// </summary>
    /// <param name="paths">Of the changed files; none other has changed.</param>
    public static RoutePlan? Replan(RoutePlan plan, ISiteFiles files, IReadOnlyCollection<string> paths, DateTimeOffset now, DocumentCache cache)
    {
        var site = plan.Site;
        if (site.PublicationTimes.Any(instant => instant > site.Now != instant > now))
            return null;
        var rewritten = new Dictionary<Page, DocumentBody>(site.Rewritten);
        foreach (var path in paths)
        {
            if (cache.Rewritten(path, files) is not { } document || !site.BySource.TryGetValue(document.File.Path, out var page))
                return null;
            rewritten[page] = document.Body;
        }

        return RoutePlanner.Rewritten(plan, site with { Now = now, Rewritten = rewritten });
    }

    /// <summary>The same again and again: documents that the cache knows are not read anew.</summary>
    public static RoutePlan Plan(ISiteFiles files, BuildOptions options, DocumentCache cache, DiagnosticBag diagnostics)
    {
        var timings = options.Timings;
        var config = Timings.Measure(timings, "configure", () => SiteConfigReader.Read(files, diagnostics));
        config = config with { Address = options.BaseUrl ?? config.Address };
        if (options.Theme is { } theme)
            config = config.WithTheme(theme);
        var visibility = new Visibility(options.Drafts, options.Future, options.Unlisted, options.Now);
        var sources = Timings.Measure(timings, "scan", () => SourceScanner.Scan(files, config, diagnostics));
        var documents = Timings.Measure(timings, "read", () => DocumentReader.ReadAll(sources, config, cache, diagnostics));
        var site = Timings.Measure(timings, "model", () => SiteModeler.Model(documents, config, visibility, diagnostics));
        return Timings.Measure(timings, "plan", () => RoutePlanner.Plan(site, diagnostics));
    }
}
