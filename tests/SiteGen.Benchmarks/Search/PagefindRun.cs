using System.Diagnostics;

namespace SiteGen.Benchmarks.Search;

/// <summary>
/// The same queries through Pagefind, over the same posts: its program indexes the built output, its module answers in the same browser.
/// </summary>
static class PagefindRun
{
    public static async Task Run(string program, BenchSite site, BrowserSearch browser, SiteServer server, JudgedTable table, int posts)
    {
        long from = Stopwatch.GetTimestamp();
        string folder = Path.Combine(site.Output, "pagefind");
        if (!Directory.Exists(folder))
        {
            // Its own lines go to the terminal beside the JSON of this program, which is read from the standard output.
            var start = new ProcessStartInfo(program, ["--site", site.Output, "--glob", "posts/*/index.html", "--root-selector",
                "article"])
            { RedirectStandardOutput = true, UseShellExecute = false };
            using Process indexer = Process.Start(start)!;
            string told = await indexer.StandardOutput.ReadToEndAsync();
            await indexer.WaitForExitAsync();
            if (indexer.ExitCode != 0)
                throw new InvalidOperationException(told);
        }

        string[] files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        double seconds = Math.Round(Stopwatch.GetElapsedTime(from).TotalSeconds, 1);
        long Size(string kind) => files.Where(file => file.Contains(kind)).Sum(BenchSite.Gzip);
        var (index, fragments) = (Size("/index/"), Size("/fragment/"));
        SearchRun.Print(new
        {
            figure = "pagefind index",
            posts,
            seconds,
            index_gzip = index,
            fragments_gzip = fragments,
            gzip_a_post = (index + fragments) / posts,
            index_gzip_a_post = index / posts
        });

        IReadOnlyList<BrowserAnswer> answers = await browser.AskPagefindFor(server, table.Queries.Select(query => query.Text));
        foreach (object line in table.Judge("Pagefind", answers.Select(answer => answer.First.ToArray()).ToArray()))
            SearchRun.Print(line);
        SearchRun.Print(new
        {
            figure = "pagefind",
            milliseconds_with_fetching = SearchRun.Spread(answers.Select(answer => answer.Milliseconds))
        });
        await PrintBytes(browser, server, table);
    }

    /// <summary>
    /// Each query of two words in a window of its own: what stays for all queries, what is fetched for this one, and the first ten posts'
    /// texts.
    /// </summary>
    static async Task PrintBytes(BrowserSearch browser, SiteServer server, JudgedTable table)
    {
        var (resident, words, fragments) = (new List<double>(), new List<double>(), new List<double>());
        foreach (JudgedQuery query in table.Queries.Where(query => query.Kind == "two"))
        {
            server.TakeAsked();
            await browser.AskPagefindFor(server, [query.Text]);
            string[] files = server.TakeAsked().Where(file => file.StartsWith("/pagefind/", StringComparison.Ordinal)).Distinct().ToArray();
            double Of(Func<string, bool> those) => files.Where(those).Sum(server.Gzip);
            words.Add(Of(file => file.Contains("/index/")));
            fragments.Add(Of(file => file.Contains("/fragment/")));
            resident.Add(Of(_ => true) - words[^1] - fragments[^1]);
        }

        SearchRun.Print(new
        {
            figure = "pagefind, two words",
            resident_gzip = SearchRun.Spread(resident),
            index_gzip = SearchRun.Spread(words),
            ten_fragments_gzip = SearchRun.Spread(fragments)
        });
    }
}
