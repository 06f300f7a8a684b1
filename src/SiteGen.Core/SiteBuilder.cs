using System.Text;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Incremental;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using SiteGen.Core.Reading;
using SiteGen.Core.Rendering;
using SiteGen.Core.Templates;
using SiteGen.Core.Themes;
using SiteGen.Core.Writing;

namespace SiteGen.Core;

/// <summary>What a build is asked for besides what the site's files say.</summary>
/// <param name="Now">The instant against which future and expired posts are judged.</param>
public sealed record BuildOptions(DateTimeOffset Now)
{
    /// <summary>Takes the place of the configuration's.</summary>
    public SiteAddress? BaseUrl { get; init; }

    /// <summary>Takes the place of the configuration's.</summary>
    public string? Theme { get; init; }
    public bool Drafts { get; init; }
    public bool Future { get; init; }

    /// <summary>Unlisted posts stand in lists, as a preview shows them.</summary>
    public bool Unlisted { get; init; }

    /// <summary>Build into a folder that holds other files, and also when most posts would be deleted.</summary>
    public bool Force { get; init; }

    /// <summary>Threads; the output is the same with any number.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;
    public IProgress<double>? Progress { get; init; }

    internal Visibility Visibility => new(Drafts, Future, Unlisted, Now);
}

/// <summary>How a build ended.</summary>
/// <param name="Pages">HTML pages of the plan.</param>
/// <param name="Counts">Null when nothing was written because of errors.</param>
public sealed record BuildReport(int Pages, int Posts, IReadOnlyList<UnpublishedDocument> Unpublished, WriteCounts? Counts)
{
    /// <summary>Whether the errors came when the output was changed already.</summary>
    public bool LeftOutputChanged { get; init; }
}

/// <summary>A site, from its files to its output: scan, read, model, plan, render, write.</summary>
public static class SiteBuilder
{
    /// <summary>Builds the site. The result is that of a build into an empty folder; a previous build only saves time.</summary>
    public static BuildReport Build(ISiteFiles files, IOutputFiles output, BuildOptions options, DiagnosticBag diagnostics)
    {
        files = BuiltInTheme.Under(files);
        var basis = BasisOf(options, files);
        var previous = PreviousBuild.Find(files, output, basis);
        if (previous?.Unchanged(output, options.Now, diagnostics) is { } unchanged)
            return new BuildReport(unchanged.Pages, unchanged.Posts, unchanged.Unpublished, new WriteCounts(0, unchanged.Files, 0));
        _ = Task.Run(RenderContexts.Prepare);
        var tracked = new TrackedFiles(files, previous?.Build.Folders);
        var plan = PlanThemed(tracked, options, new DocumentCache(), diagnostics);
        var renderer = new SiteRenderer(plan, diagnostics);
        var cache = new BuildCache(renderer, tracked, basis, previous);
        var written = OutputWriter.Write(renderer, output, cache, WritingOf(options));
        var summary = BuildSummary.Of(plan, diagnostics.Language);
        return new BuildReport(summary.Pages, summary.Posts, summary.Unpublished, written)
        {
            LeftOutputChanged = written is null && OutputWriter.LeftChanged(diagnostics),
        };
    }

    /// <summary>Renders and writes a plan without a cache. Null after reporting errors.</summary>
    public static WriteCounts? Write(RoutePlan plan, IOutputFiles output, BuildOptions options, DiagnosticBag diagnostics) =>
        OutputWriter.Write(new SiteRenderer(plan, diagnostics), output, null, WritingOf(options));

    static WriteOptions WritingOf(BuildOptions options) => new(options.Force, options.Parallelism, options.Progress);

    /// <summary>Everything before rendering.</summary>
    public static RoutePlan Plan(ISiteFiles files, BuildOptions options, DiagnosticBag diagnostics) =>
        Plan(files, options, new DocumentCache(), diagnostics);

    /// <param name="cache">Documents that it knows are not read again.</param>
    public static RoutePlan Plan(ISiteFiles files, BuildOptions options, DocumentCache cache, DiagnosticBag diagnostics) =>
        PlanThemed(BuiltInTheme.Under(files), options, cache, diagnostics);

    static RoutePlan PlanThemed(ISiteFiles files, BuildOptions options, DocumentCache cache, DiagnosticBag diagnostics)
    {
        var config = Configured(SiteConfigReader.Read(files, diagnostics), options);
        var sources = SourceScanner.Scan(files, config, diagnostics);
        ThemeCopies.Check(sources, diagnostics);
        var documents = DocumentReader.ReadAll(sources, config, cache, diagnostics);
        var site = SiteModeler.Model(documents, config, options.Visibility, diagnostics);
        return RoutePlanner.Plan(site, diagnostics);
    }

    static SiteConfig Configured(SiteConfig config, BuildOptions options)
    {
        config = config with { Address = options.BaseUrl ?? config.Address };
        return options.Theme is { } theme ? config.WithTheme(theme) : config;
    }

    /// <summary>
    /// The plan after some files have changed. Lists and addresses depend on front matter, so the plan stays when only bodies have changed.
    /// Null when more has changed; then plan again.
    /// </summary>
    /// <param name="paths">The changed files. No other has changed.</param>
    public static RoutePlan? Replan(
        RoutePlan plan, ISiteFiles files, IReadOnlyCollection<string> paths, DateTimeOffset now, DocumentCache cache)
    {
        var site = plan.Site;
        if (site.PublicationTimes.Any(instant => instant > site.Now != instant > now))
            return null;
        var bodies = new Dictionary<Document, DocumentBody>(site.Bodies);
        foreach (var path in paths)
        {
            if (cache.ReadBody(path, files) is not var (document, body) || !site.BySource.ContainsKey(document.File.Path))
                return null;
            bodies[document] = body;
        }

        return RoutePlanner.WithBodies(plan, site with { Now = now, Bodies = bodies });
    }

    /// <summary>Hash of the program, its options and the configuration. The time is compared separately.</summary>
    static ContentHash BasisOf(BuildOptions options, ISiteFiles files)
    {
        var text = $"{options.BaseUrl}\n{options.Theme}\n{options.Drafts}\n{options.Future}\n{options.Unlisted}\n{ProgramIdentity.Value}";
        var configuration = files.TryRead(SiteConfig.Path, out var bytes, out _) ? bytes : [];
        return ContentHash.Of([.. Encoding.UTF8.GetBytes(text), .. configuration]);
    }
}
