using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Core.Planning;

namespace SiteGen.Cli;

/// <summary><c>sitegen list</c>: what is there, as a table or as JSON.</summary>
static class ListCommand
{
    sealed record Table(string[] Columns, IEnumerable<string[]> Rows);

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
            "routes" => new Table(["path", "file", "kind"], plan.Routes.Select(route => new[] { route.Path.Value, route.OutputFile, route.GetType().Name.Replace("Route", "").ToLowerInvariant() })),
            "posts" => new Table(["date", "title", "path", "source"], plan.Site.Posts.Select(page => new[] { Messages.Instant(page.Date), page.Title, page.Path.Value, page.Document.File.Path })),
            _ => new Table(["until", "title", "source"], HeldBack(plan.Site, kind)),
        };
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(table));
        else
            WriteText(table, kind, terminal);
        DiagnosticOutput.Write(diagnostics, request.Format == "json" ? "text" : request.Format, terminal);
        return DiagnosticOutput.ExitCodeOf(diagnostics);
    }

    static IEnumerable<string[]> HeldBack(Site site, string kind)
    {
        var reason = kind switch { "drafts" => HeldBackReason.Draft, "future" => HeldBackReason.Future, _ => HeldBackReason.Expired };
        return site.HeldBack.Where(held => held.Reason == reason).Select(held => new[] { Messages.Instant(held.Until), held.Page.Title, held.Page.Document.File.Path });
    }

    static void WriteText(Table table, string kind, ITerminal terminal)
    {
        var rows = table.Rows.Prepend(table.Columns).Select(row => Array.ConvertAll(row, DiagnosticPrinter.Printable)).ToArray();
        if (rows.Length == 1)
        {
            terminal.Line(Messages.Nothing(kind));
            return;
        }

        var widths = Enumerable.Range(0, table.Columns.Length).Select(column => rows.Max(row => TextCells.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
                line.Append(row[i]).Append(' ', widths[i] - TextCells.Of(row[i]) + 2);
            terminal.Line(line.ToString().TrimEnd());
        }
    }

    static string Json(Table table)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var row in table.Rows)
            {
                writer.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                    writer.WriteString(table.Columns[i], row[i]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
