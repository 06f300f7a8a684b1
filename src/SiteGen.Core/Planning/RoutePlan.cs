using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Planning;

/// <summary>Everything that will be published, by output file in ordinal order. What is not here is not published.</summary>
public sealed record RoutePlan(Site Site, IReadOnlyList<Route> Routes)
{
    /// <summary>Addresses that pages may link to: all but the parts of the search index, whose number varies.</summary>
    public IReadOnlySet<string> Addresses { get; init; } = Answering(Routes);

    static HashSet<string> Answering(IReadOnlyList<Route> routes)
    {
        var answering = new HashSet<string>(routes.Count, StringComparer.Ordinal);
        foreach (var path in routes.Where(route => route is not SearchRoute { Part: not SearchRoute.Manifest })
            .Select(route => route.Path.Value))
        {
            answering.Add(path);
            if (path.EndsWith("/index.html", StringComparison.Ordinal))
                answering.Add(path[..^"index.html".Length]);
        }

        return answering;
    }
}

/// <summary>The routes of a site, one line for each kind.</summary>
public static class RoutePlanner
{
    public static RoutePlan Plan(Site site, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("plan");
        var routes = new List<Route>();
        routes.AddRange(site.All.Select(page => new PageRoute(page)));
        routes.AddRange(ListRoutes.Of(site));
        routes.AddRange(ListRoutes.Indexes(site));
        routes.AddRange(FeedRoutes.Of(site));
        routes.AddRange(LayoutRoutes.Of(site));
        routes.AddRange(RedirectRoutes.Of(site));
        routes.AddRange(site.StaticFiles.Select(file => new StaticRoute(file)));
        routes.AddRange(site.Assets.Values.Select(asset => new AssetRoute(asset)));
        routes.AddRange(TextRoutes.Of(site));
        routes.AddRange(SearchRoutes.Of(site));
        routes.AddRange(SitemapRoutes.Of(routes));
        var sorted = Sorted(routes);
        Collisions.Report(sorted, diagnostics);
        ReportReserved(sorted, diagnostics);
        return new RoutePlan(site, sorted);
    }

    /// <summary>The plan of the same site with other bodies, which can change nothing but the number of search index files.</summary>
    public static RoutePlan WithBodies(RoutePlan plan, Site site)
    {
        var search = SearchRoutes.Of(site).ToList();
        return plan.Routes.Count(route => route is SearchRoute) == search.Count ? plan with { Site = site }
            : plan with { Site = site, Routes = Sorted([.. plan.Routes.Where(route => route is not SearchRoute), .. search]) };
    }

    /// <summary>Folders of the output that are not the site's. File systems may ignore case, and dots and spaces at the end.</summary>
    static void ReportReserved(List<Route> routes, DiagnosticBag diagnostics)
    {
        foreach (var group in routes.GroupBy(route => route.OutputFile.Split('/')[0].TrimEnd(' ', '.').ToLowerInvariant()))
        {
            if (group.Key is ".git" or ".sitegen")
            {
                var route = group.First();
                diagnostics.Error("address-reserved",
                    $"At {route.Path}, {route.Origin} would be published, but {group.Key} is no folder of the site.",
                    route.Place, "Git and SiteGen keep this name for themselves; give the folder another.");
            }
        }
    }

    static List<Route> Sorted(List<Route> routes)
    {
        routes.Sort((a, b) => string.CompareOrdinal(a.OutputFile, b.OutputFile) is not 0 and var order ? order : Collisions.Compare(a, b));
        return routes;
    }
}

/// <summary>Finds routes that can't both be published.</summary>
static class Collisions
{
    /// <summary>Routes of one file: the author's own first.</summary>
    public static int Compare(Route a, Route b) =>
        Distance(a).CompareTo(Distance(b)) is not 0 and var order
            ? order
            : string.CompareOrdinal(a.Place.Path + a.Origin, b.Place.Path + b.Origin);

    /// <summary>Reports addresses of two routes, also when only case or composition differs, and files in place of folders.</summary>
    public static void Report(List<Route> routes, DiagnosticBag diagnostics)
    {
        var byFile = new Dictionary<string, Route>(routes.Count, StringComparer.Ordinal);
        foreach (var route in routes)
        {
            var file = UrlPath.Fold(route.OutputFile);
            if (!byFile.TryAdd(file, route) && !(IsSequel(route) && IsSequel(byFile[file])))
                ReportPair(route, byFile[file], diagnostics);
        }

        // One error for each file, which may be in the way of hundreds of pages.
        var folders = byFile.GetAlternateLookup<ReadOnlySpan<char>>();
        var inTheWay = new HashSet<Route>(ReferenceEqualityComparer.Instance);
        foreach (var (file, route) in byFile)
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
            {
                if (folders.TryGetValue(file.AsSpan(0, slash), out var other) && inTheWay.Add(other))
                    diagnostics.Error("address-duplicate",
                        $"At {other.Path}, {other.Origin} would be published, where a folder must stand for {route.Path}.", other.Place,
                        "Give it another name.");
            }
        }
    }

    /// <summary>A list's feed and further pages collide only where the lists do, which is reported once.</summary>
    static bool IsSequel(Route route) => route is FeedRoute or ListRoute { Paginator.Number: > 1 };

    static void ReportPair(Route route, Route other, DiagnosticBag diagnostics)
    {
        // The error is at the place that the author can change.
        if (Distance(route) > Distance(other))
            (route, other) = (other, route);
        var where = other.Place.Path.Length == 0 ? other.Origin : (Message)$"{other.Origin} {other.Place.Path}";
        var same = route.Path == other.Path
            ? (Message)"the same address"
            : $"the address {other.Path} (the same but for case or Unicode form)";
        diagnostics.Add(new Diagnostic(Severity.Error, "address-duplicate",
            $"At {route.Path}, {route.Origin} would be published, and {where} has {same}.", route.Place, Hint(route, other))
        {
            Notes = other.Place.Path.Length == 0 ? [] : [new DiagnosticNote("the other stands here", other.Place)],
        });
    }

    /// <summary>How far a route is from the author: their own file, a line of a file, what every site has.</summary>
    static int Distance(Route route) => route switch
    {
        PageRoute or StaticRoute => 0,
        _ when route.Place.Path.Length > 0 => 1,
        _ => 2,
    };

    static Message Hint(Route route, Route other) => (route, other) switch
    {
        (_, RedirectRoute) => (Message)"Take the alias away.",
        (PageRoute, PageRoute) => "Give one of them another slug.",
        (PageRoute, _) => "Give it another slug.",
        (StaticRoute, { Place.Path: "" }) => "SiteGen makes that file itself; delete or rename yours.",
        _ => "Give one of the two another name.",
    };
}
