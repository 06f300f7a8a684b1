using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen list</c>: posts, unpublished documents or routes, as a table or as JSON.</summary>
static class ListCommand
{
    public static Command Create(ITerminal terminal)
    {
        var kind = new Argument<string>("kind")
        {
            Description = "posts, drafts, future, expired or routes.",
            DefaultValueFactory = _ => "posts",
        };
        kind.AcceptOnlyFromAmong("posts", "drafts", "future", "expired", "routes");
        var command = new Command("list", "List posts, what is held back, or every address of the site.") { kind };
        return new SiteArguments().AddTo(command, terminal, (request, parsed) => Run(request, parsed.GetValue(kind)!, terminal));
    }

    static int Run(SiteRequest request, string kind, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        var table = kind switch
        {
            "routes" => Routes(plan),
            "posts" => Posts(plan.Site),
            "drafts" => Unpublished(plan.Site, UnpublishedReason.Draft),
            "future" => Unpublished(plan.Site, UnpublishedReason.Future),
            _ => Unpublished(plan.Site, UnpublishedReason.Expired),
        };
        if (request.Format == "json")
            terminal.OutputWriter.Write(table.Json());
        else if (table.Rows.Count == 0)
            terminal.Line(None(kind));
        else
            table.Write(terminal);
        return DiagnosticOutput.Write(diagnostics, request.DiagnosticFormat, request.All, terminal);
    }

    static Message None(string kind) => kind switch
    {
        "routes" => (Message)"There are no routes.",
        "drafts" => "There are no drafts.",
        "future" => "There are no future posts.",
        "expired" => "There are no expired posts.",
        _ => "There are no posts.",
    };

    static TextTable Routes(RoutePlan plan) => new(["path", "file", "kind"],
        [.. plan.Routes.Select(route => new[] { route.Path.Value, route.OutputFile, KindOf(route) })]);

    static string KindOf(Route route) => route.GetType().Name.Replace("Route", "").ToLowerInvariant();

    static TextTable Posts(Site site) => new(["date", "title", "path", "source"],
        [.. site.Posts.Select(page => new[] { Instant(page.Date), page.Title, page.Path.Value, page.Document.File.Path })]);

    static TextTable Unpublished(Site site, UnpublishedReason reason) => new(["until", "title", "source"],
        [.. site.Unpublished.Where(one => one.Reason == reason)
            .Select(one => new[] { Instant(one.Until), one.Page.Title, one.Page.Document.File.Path })]);
}
