using System.CommandLine;
using System.Globalization;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Rendering;

namespace SiteGen.Cli;

/// <summary><c>sitegen stats</c>: a blog in numbers.</summary>
static class StatsCommand
{
    /// <summary>Cells of the longest bar.</summary>
    const int ChartWidth = 40;

    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var limit = new Option<int>("--limit") { Description = "How many posts and people to show.", DefaultValueFactory = _ => 10 };
        var command = new Command("stats", "Count posts by year, words, people, and tags used once.") { limit };
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request ? Run(request, Math.Max(0, parsed.GetValue(limit)), terminal) : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, int limit, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        // What rendering complains of is for a build to say; a text with a broken link still has its words.
        var statistics = SiteStatistics.Of(plan.Site, new SiteRenderer(plan, new DiagnosticBag()));
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(statistics));
        else
            WriteText(statistics, limit, terminal);
        DiagnosticOutput.Write(diagnostics, request.Format == "json" ? "text" : request.Format, terminal);
        return DiagnosticOutput.ExitCodeOf(diagnostics);
    }

    static void WriteText(SiteStatistics statistics, int limit, ITerminal terminal)
    {
        if (statistics.Posts.Count == 0)
        {
            terminal.Line(Messages.Nothing("posts"));
            return;
        }

        terminal.Line(Messages.Counted(statistics.Posts.Count, statistics.Words));
        Write(Messages.PostsByYear, Chart(statistics.Years), terminal);
        Write(Messages.LongestPosts, new TextTable(["words", "date", "title", "source"],
            [.. statistics.Posts.Take(limit).Select(post => new[] { Number(post.Words), post.Page.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Shortened(post.Page.Title), post.Page.Document.File.Path })], 1), terminal);
        Write(Messages.People(Math.Min(limit, statistics.People.Count), statistics.People.Count), new TextTable(["posts", "words said", "name"],
            [.. statistics.People.Take(limit).Select(person => new[] { Number(person.Posts), Number(person.Words), person.Name })], 2), terminal);
        if (statistics.TagsUsedOnce.Count == 0)
            return;
        terminal.Line("");
        terminal.Line(Messages.TagsUsedOnce(statistics.TagsUsedOnce.Count));
        foreach (var line in Lines(statistics.TagsUsedOnce))
            terminal.Line(line);
    }

    static void Write(string heading, TextTable table, ITerminal terminal)
    {
        if (table.Rows.Count == 0)
            return;
        terminal.Line("");
        terminal.Line(heading);
        table.Write(terminal);
    }

    static TextTable Chart(IReadOnlyList<YearStatistics> years)
    {
        var most = years.Max(year => year.Posts);
        // A year with a single post is not one without.
        string Bar(int posts) => new('█', posts == 0 ? 0 : Math.Max(1, (int)Math.Round((double)posts * ChartWidth / most)));
        return new TextTable(["year", "words", "posts", ""], [.. years.Select(year => new[] { Number(year.Year), Number(year.Words), Number(year.Posts), Bar(year.Posts) })], 3);
    }

    /// <summary>At most 48 cells, so that the file stands on the same line of most terminals.</summary>
    static string Shortened(string title)
    {
        const int most = 48;
        var printable = DiagnosticPrinter.Printable(title);
        if (DisplayWidth.Of(printable) <= most)
            return printable;
        var end = printable.Length;
        while (DisplayWidth.Of(printable[..end]) > most - 1 || char.IsHighSurrogate(printable[end - 1]))
            end--;
        return printable[..end] + "…";
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Words separated by commas in lines of at most 78 cells.</summary>
    static IEnumerable<string> Lines(IReadOnlyList<string> words)
    {
        var line = "";
        for (var i = 0; i < words.Count; i++)
        {
            var word = DiagnosticPrinter.Printable(words[i]) + (i + 1 < words.Count ? "," : "");
            if (line.Length > 0 && DisplayWidth.Of(line) + 1 + DisplayWidth.Of(word) > 78)
            {
                yield return line;
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        yield return line;
    }

    static string Json(SiteStatistics statistics) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("posts", statistics.Posts.Count);
        json.WriteNumber("words", statistics.Words);
        Write("years", statistics.Years, year => { json.WriteNumber("year", year.Year); json.WriteNumber("posts", year.Posts); json.WriteNumber("words", year.Words); });
        Write("longest", statistics.Posts, post =>
        {
            json.WriteNumber("words", post.Words);
            json.WriteString("date", Messages.Instant(post.Page.Date));
            json.WriteString("title", post.Page.Title);
            json.WriteString("path", post.Page.Path.Value);
            json.WriteString("source", post.Page.Document.File.Path);
        });
        Write("people", statistics.People, person => { json.WriteString("name", person.Name); json.WriteNumber("posts", person.Posts); json.WriteNumber("words", person.Words); });
        json.WriteStartArray("tags_used_once");
        foreach (var tag in statistics.TagsUsedOnce)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();

        void Write<T>(string name, IReadOnlyList<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });
}
