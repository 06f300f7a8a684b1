using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Cli;

/// <summary><c>sitegen list</c>: what is there, as a table or as JSON.</summary>
static class ListCommand
{
    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var kind = new Argument<string>("kind") { Description = "posts, drafts, future, expired or routes.", DefaultValueFactory = _ => "posts" };
        kind.AcceptOnlyFromAmong("posts", "drafts", "future", "expired", "routes");
        var command = new Command("list", "List posts, what is held back, or every address of the site.") { kind };
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, parsed.GetValue(kind)!, terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, string kind, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        var table = kind switch
        {
            "routes" => Table(["path", "file", "kind"], plan.Routes.Select(route => new[] { route.Path.Value, route.OutputFile, route.GetType().Name.Replace("Route", "").ToLowerInvariant() })),
            "posts" => Table(["date", "title", "path", "source"], plan.Site.Posts.Select(page => new[] { Messages.Instant(page.Date), page.Title, page.Path.Value, page.Document.File.Path })),
            _ => Table(["until", "title", "source"], Unpublished(plan.Site, kind)),
        };
        if (request.Format == "json")
            terminal.OutputWriter.Write(table.Json());
        else if (table.Rows.Count == 0)
            terminal.Line(Messages.Nothing(kind));
        else
            table.Write(terminal);
        DiagnosticOutput.Write(diagnostics, request.Format == "json" ? "text" : request.Format, terminal);
        return DiagnosticOutput.ExitCodeOf(diagnostics);
    }

    static TextTable Table(string[] columns, IEnumerable<string[]> rows) => new(columns, [.. rows], Numbers: 0);

    static IEnumerable<string[]> Unpublished(Site site, string kind)
    {
        var reason = kind switch { "drafts" => UnpublishedReason.Draft, "future" => UnpublishedReason.Future, _ => UnpublishedReason.Expired };
        return site.Unpublished.Where(held => held.Reason == reason).Select(held => new[] { Messages.Instant(held.Until), held.Page.Title, held.Page.Document.File.Path });
    }
}
