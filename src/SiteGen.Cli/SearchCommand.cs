using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Rendering;
using SiteGen.Core.Search;
using static SiteGen.Cli.Phrases;

namespace SiteGen.Cli;

/// <summary><c>sitegen search</c>: what the blog's search page would answer, in the terminal.</summary>
static class SearchCommand
{
    /// <summary>Characters of an excerpt before and after the first match.</summary>
    const int Before = 30, After = 70;

    public static Command Create(ITerminal terminal)
    {
        var query = new Argument<string[]>("query")
        {
            Description = "What to look for: words, 초성, or what was typed on the wrong keyboard.",
            Arity = ArgumentArity.OneOrMore,
        };
        var category = Arguments.Text("--category", "Only posts of this category.");
        var person = Arguments.Text("--person", "Only posts with this person.");
        var year = new Option<int?>("--year") { Description = "Only posts of this year." };
        var limit = Arguments.WithDefault("--limit", "How many posts to show.", 10);
        var command = new Command("search", "Find posts as the search page does.") { query, category, person, year, limit };
        return new SiteArguments().AddTo(command, terminal, (request, parsed) =>
        {
            var filter = new SearchFilter(parsed.GetValue(category), parsed.GetValue(person), parsed.GetValue(year));
            return Run(request, string.Join(' ', parsed.GetValue(query)!), filter, parsed.GetValue(limit), terminal);
        });
    }

    static int Run(SiteRequest request, string query, SearchFilter filter, int limit, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        if (diagnostics.HasErrors)
            return DiagnosticOutput.Write(diagnostics, request.DiagnosticFormat, request.All, terminal);
        if (!plan.Site.Config.Search.Enabled)
            return terminal.Refuse("Search is turned off for this site: content/site.yml says search: {enabled: false}.");
        var renderer = new SiteRenderer(plan, diagnostics);
        var result = new SearchEngine(renderer.Search).Search(query, filter);
        var shown = result.Hits.Take(Math.Max(0, limit))
            .Select(hit => (hit, PassageFinder.Best(renderer.PassagesOf(hit.Page), result.Query))).ToArray();
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(shown));
        else
            WriteText(result, shown, terminal);
        return ExitCode.Done;
    }

    static void WriteText(SearchResult result, (SearchHit Hit, FoundPassage? Match)[] shown, ITerminal terminal)
    {
        if (result.Instead is { } instead)
            terminal.Line($"As typed on the other keyboard: {DiagnosticPrinter.Printable(instead)}");
        foreach (var (hit, match) in shown)
        {
            var anchor = match?.Passage.Anchor is { Length: > 0 } id ? "#" + id : "";
            terminal.Write(DiagnosticPrinter.Printable($"{Instant(hit.Page.Date)}  {hit.Page.Title}"));
            terminal.Write(DiagnosticPrinter.Printable($"    {hit.Page.Path.Value}{anchor}"));
            if (match is not null)
                terminal.Write(DiagnosticPrinter.Printable("    " + Excerpt(match)));
        }

        var count = result.Hits.Count;
        terminal.Line(count == 0 ? (Message)"Nothing found."
            : count == shown.Length ? (Message)$"{Posts(count)} found."
            : $"{Posts(count)} found, {shown.Length} shown.");
    }

    static string Excerpt(FoundPassage match)
    {
        var text = match.Passage.Text;
        var (start, end) = match.Places.Count > 0 ? match.Places[0] : (0, 0);
        var (from, to) = (Math.Max(0, start - Before), Math.Min(text.Length, end + After));
        // Surrogate pairs stay whole.
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }

    static string Json((SearchHit Hit, FoundPassage? Match)[] shown) => JsonOutput.Of(json => json.WriteObjects(shown, one =>
    {
        json.WriteString("title", one.Hit.Page.Title);
        json.WriteString("path", one.Hit.Page.Path.Value);
        json.WriteString("anchor", one.Match?.Passage.Anchor);
        json.WriteString("passage", one.Match?.Passage.Text);
        json.WriteNumber("points", one.Hit.Points);
    }));
}
