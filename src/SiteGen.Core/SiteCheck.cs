using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Core;

/// <summary>Builds a site in memory and checks it, nothing written.</summary>
public static class SiteCheck
{
    /// <summary>
    /// Renders every route once and checks what comes out. Null after complaining when the site could not even be planned: then pages are missing,
    /// and every link to them would be called broken.
    /// </summary>
    public static CheckReport? Run(ISiteFiles files, BuildOptions options, DiagnosticBag diagnostics)
    {
        var plan = SiteBuilder.Plan(files, options, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var renderer = new SiteRenderer(plan, diagnostics);
        return SiteChecker.Check(Finished(plan, renderer.Render), new CheckOptions(CheckSettings.Default) { Parallelism = options.Parallelism, Progress = options.Progress }, diagnostics);
    }

    /// <summary>A plan's files with what is known of their sources.</summary>
    /// <param name="read">The bytes of a route's file, rendered or as they stand in an output folder.</param>
    public static FinishedSite Finished(RoutePlan plan, Func<Route, byte[]?> read)
    {
        var address = plan.Site.Config.Address;
        return new FinishedSite([.. plan.Routes.Select(route => File(route, read))], address.Origin, address.BasePath);
    }

    static FinishedFile File(Route route, Func<Route, byte[]?> read) => new(route.OutputFile, () => read(route))
    {
        Document = route is PageRoute { Page.Document: var document } ? new SourceDocument(document.Source, document.File.DiskPath, document.BodyStart) : null,
        CopyOf = route is StaticRoute { File: var copied } ? copied.ShownPath : null,
        IsLate = route.IsLate,
    };
}
