using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Model;
using SiteGen.Core.Rendering;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen stats</c>: a blog in numbers.</summary>
static class StatsCommand
{
    /// <summary>Cells of the longest bar.</summary>
    const int ChartWidth = 40;

    public static Command Create(ITerminal terminal)
    {
        var limit = Arguments.WithDefault("--limit", "How many posts and people to show.", 10);
        var command = new Command("stats", "Count posts by year, words, people, and tags used once.") { limit };
        return new SiteArguments().AddTo(command, terminal, (request, parsed) =>
            Run(request, Math.Max(0, parsed.GetValue(limit)), terminal));
    }

    static int Run(SiteRequest request, int limit, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        // Rendering diagnostics are left to a build: a text with a broken link still has its words.
        var statistics = SiteStatistics.Of(plan.Site, new SiteRenderer(plan, new DiagnosticBag()));
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(statistics));
        else
            WriteText(statistics, limit, terminal);
        return DiagnosticOutput.Write(diagnostics, request.DiagnosticFormat, request.All, terminal);
    }

    static void WriteText(SiteStatistics statistics, int limit, ITerminal terminal)
    {
        if (statistics.Posts.Count == 0)
        {
            terminal.Line("There are no posts.");
            return;
        }

        var (posts, people, tags) = (statistics.Posts, statistics.People, statistics.TagsUsedOnce);
        terminal.Line(statistics.Words == 1 ? (Message)$"{Posts(posts.Count)}, 1 word: 1 a post"
            : $"{Posts(posts.Count)}, {statistics.Words} words: {statistics.Words / posts.Count} a post");
        Write("Posts by year", Chart(statistics.Years), terminal);
        Write("Longest posts", Longest(posts.Take(limit)), terminal);
        Write(people.Count > limit ? $"People ({limit} of {people.Count})" : (Message)$"People ({people.Count})",
            People(people.Take(limit)), terminal);
        if (tags.Count == 0)
            return;
        terminal.Write("");
        terminal.Line($"Tags used once ({tags.Count})");
        foreach (var line in Lines(tags))
            terminal.Write(line);
    }

    static void Write(Message heading, TextTable table, ITerminal terminal)
    {
        if (table.Rows.Count == 0)
            return;
        terminal.Write("");
        terminal.Line(heading);
        table.Write(terminal);
    }

    static TextTable Chart(IReadOnlyList<YearStatistics> years)
    {
        var most = years.Max(year => year.Posts);
        return new TextTable(["year", "words", "posts", ""],
            [.. years.Select(year => new[] { $"{year.Year}", $"{year.Words}", $"{year.Posts}", Bar(year.Posts) })])
        { Numbers = 3 };

        // Even a single post gets a cell.
        string Bar(int posts) => new('█', posts == 0 ? 0 : Math.Max(1, (int)Math.Round((double)posts * ChartWidth / most)));
    }

    static TextTable Longest(IEnumerable<(Page Page, int Words)> posts) => new(["words", "date", "title", "source"],
        [.. posts.Select(post => Row(post.Words, post.Page))])
    { Numbers = 1 };

    static string[] Row(int words, Page page) => [$"{words}", $"{page.Date:yyyy-MM-dd}", ShortTitle(page.Title), page.Document.File.Path];

    static TextTable People(IEnumerable<PersonStatistics> people) => new(["posts", "words said", "name"],
        [.. people.Select(person => new[] { $"{person.Posts}", $"{person.Words}", person.Name })])
    { Numbers = 2 };

    /// <summary>At most 48 cells, so that the file fits on the same line of most terminals.</summary>
    static string ShortTitle(string title)
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

    static string Json(SiteStatistics statistics) => JsonOutput.Of(json => json.WriteObject(() =>
    {
        json.WriteNumber("posts", statistics.Posts.Count);
        json.WriteNumber("words", statistics.Words);
        json.WriteObjects("years", statistics.Years, year =>
        {
            json.WriteNumber("year", year.Year);
            json.WriteNumber("posts", year.Posts);
            json.WriteNumber("words", year.Words);
        });
        json.WriteObjects("longest", statistics.Posts, post =>
        {
            json.WriteNumber("words", post.Words);
            json.WriteString("date", Instant(post.Page.Date));
            json.WriteString("title", post.Page.Title);
            json.WriteString("path", post.Page.Path.Value);
            json.WriteString("source", post.Page.Document.File.Path);
        });
        json.WriteObjects("people", statistics.People, person =>
        {
            json.WriteString("name", person.Name);
            json.WriteNumber("posts", person.Posts);
            json.WriteNumber("words", person.Words);
        });
        json.WriteArray("tags_used_once", statistics.TagsUsedOnce, json.WriteStringValue);
    }));
}
