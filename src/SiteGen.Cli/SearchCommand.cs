using System.CommandLine;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Markup;
using SiteGen.Core.Rendering;
using SiteGen.Core.Search;

namespace SiteGen.Cli;

/// <summary><c>sitegen search</c>: what the blog's search page would answer, in the terminal.</summary>
static class SearchCommand
{
    /// <summary>Units of text before and behind the first find.</summary>
    const int Before = 30, Behind = 70;

    public static Command Create(ITerminal terminal)
    {
        var site = new SiteArguments();
        var query = new Argument<string[]>("query") { Description = "What to look for: words, 초성, or what was typed on the wrong keyboard.", Arity = ArgumentArity.OneOrMore };
        var category = new Option<string?>("--category") { Description = "Only posts of this category." };
        var person = new Option<string?>("--person") { Description = "Only posts with this person." };
        var year = new Option<int?>("--year") { Description = "Only posts of this year." };
        var limit = new Option<int>("--limit") { Description = "How many posts to show.", DefaultValueFactory = _ => 10 };
        var command = new Command("search", "Find posts as the search page does.") { query, category, person, year, limit };
        site.AddTo(command);
        command.SetAction(parsed => site.Read(parsed, terminal) is { } request
            ? Run(request, string.Join(' ', parsed.GetValue(query)!), new SearchFilter(parsed.GetValue(category), parsed.GetValue(person), parsed.GetValue(year)), parsed.GetValue(limit), terminal)
            : ExitCode.Usage);
        return command;
    }

    static int Run(SiteRequest request, string query, SearchFilter filter, int limit, ITerminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var plan = SiteBuilder.Plan(new DiskFiles(request.Source), request.Options, diagnostics);
        if (diagnostics.HasErrors)
        {
            DiagnosticOutput.Write(diagnostics, request.Format == "json" ? "text" : request.Format, terminal);
            return DiagnosticOutput.ExitCodeOf(diagnostics);
        }

        if (!plan.Site.Config.Search.Enabled)
        {
            terminal.Error(Messages.NoSearch);
            return ExitCode.Usage;
        }

        var renderer = new SiteRenderer(plan, diagnostics);
        var result = new SearchEngine(renderer.Search).Search(query, filter);
        var shown = result.Hits.Take(Math.Max(0, limit)).Select(hit => (hit, PassageFinder.Best(renderer.PassagesOf(hit.Page), result.Query))).ToArray();
        if (request.Format == "json")
            terminal.OutputWriter.Write(Json(shown));
        else
            WriteText(result, shown, terminal);
        return ExitCode.Done;
    }

    static void WriteText(SearchResult result, (SearchHit Hit, FoundPassage? Passage)[] shown, ITerminal terminal)
    {
        if (result.Instead is { } instead)
            terminal.Line(Messages.FoundInstead(instead));
        foreach (var (hit, found) in shown)
        {
            terminal.Line(DiagnosticPrinter.Printable($"{Messages.Instant(hit.Page.Date)}  {hit.Page.Title}"));
            terminal.Line(DiagnosticPrinter.Printable($"    {Address(hit, found?.Passage)}"));
            if (found is not null)
                terminal.Line(DiagnosticPrinter.Printable("    " + Excerpt(found)));
        }

        terminal.Line(Messages.Found(result.Hits.Count, shown.Length));
    }

    static string Address(SearchHit hit, Passage? passage) => hit.Page.Path.Value + (passage is { Anchor.Length: > 0 } ? "#" + passage.Anchor : "");

    static string Excerpt(FoundPassage found)
    {
        var text = found.Passage.Text;
        var (at, behind) = found.Places.Count > 0 ? found.Places[0] : (0, 0);
        var (from, to) = (Math.Max(0, at - Before), Math.Min(text.Length, behind + Behind));
        // A character of two units stays whole.
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }

    static string Json((SearchHit Hit, FoundPassage? Passage)[] shown) => JsonOutput.Of(json =>
    {
        json.WriteStartArray();
        foreach (var (hit, found) in shown)
        {
            json.WriteStartObject();
            json.WriteString("title", hit.Page.Title);
            json.WriteString("path", hit.Page.Path.Value);
            json.WriteString("anchor", found?.Passage.Anchor);
            json.WriteString("passage", found?.Passage.Text);
            json.WriteNumber("points", hit.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
