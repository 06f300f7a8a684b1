using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SiteGen.Core.Rendering;
using SiteGen.Core.Search;

namespace SiteGen.Benchmarks.Search;

/// <summary>
/// The figures of search: sizes, the time that the index takes of a build, and how well two hundred queries are answered.
/// </summary>
static class SearchRun
{
    const string Usage = "--search [POSTS] [--builds N] [--keep FOLDER] [--pagefind PROGRAM]";
    const int Shown = 10;

    static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        var (posts, builds, keep, pagefind) = (10_000, 3, (string?)null, (string?)null);
        for (var i = 0; i < args.Length; i++)
        {
            string? next = i + 1 < args.Length ? args[i + 1] : null;
            if (i == 0 && int.TryParse(args[0], out posts))
                continue;
            if (args[i] == "--builds" && int.TryParse(next, out builds) || args[i] == "--keep" && (keep = next) is not null
                || args[i] == "--pagefind" && (pagefind = next) is not null)
            {
                i++;
                continue;
            }

            Console.Error.WriteLine(Usage);
            return 2;
        }

        if (SharedFolder.Find("bench") is null || SharedFolder.Above("themes/maru") is null)
        {
            Console.Error.WriteLine("This needs the folder `shared`, above this repository or where SITEGEN_SHARED says.");
            return 2;
        }

        string folder = keep ?? Directory.CreateTempSubdirectory("sitegen-bench-").FullName;
        try
        {
            Measure(folder, posts, builds, pagefind).GetAwaiter().GetResult();
        }
        finally
        {
            if (keep is null)
                Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    static async Task Measure(string folder, int posts, int builds, string? pagefind)
    {
        BenchSite site = BenchSite.Make(Path.Combine(folder, "large"), posts);
        PrintCpu(site, builds);
        if (!Directory.Exists(site.Index))
            site.Build();
        PrintFiles(site, posts + 2);

        SiteRenderer renderer = site.Renderer();
        JudgedPost[] judged = Judged(renderer);
        IReadOnlyList<JudgedQuery> queries = QueryTable.Of(judged);
        var table = new JudgedTable(queries, judged);
        string[][] found = AskEngine(renderer, queries);
        Print(table.Judge("C#", found));

        await using BrowserSearch browser = await BrowserSearch.Start();
        using var server = new SiteServer(site.Output);
        await PrintSmall(browser, folder);
        IReadOnlyList<BrowserAnswer> answers = await browser.Ask(server, File.ReadAllText(Path.Combine(site.Index, "index.html")),
            queries.Select(query => query.Text));
        Print(table.Judge("JavaScript", answers.Select(answer => answer.First.ToArray()).ToArray()));
        PrintAnswers(server, queries, answers);
        for (var i = 0; i < queries.Count; i++)
        {
            if (!found[i].SequenceEqual(answers[i].First))
                Print(new
                {
                    differs = queries[i].Text,
                    csharp = found[i].Select(table.TitleOf),
                    javascript = answers[i].First.Select(table.TitleOf)
                });
        }

        await PrintPages(browser, server, queries);
        if (pagefind is not null)
            await PagefindRun.Run(pagefind, site, browser, server, table, posts + 2);
    }

    static void PrintCpu(BenchSite site, int builds)
    {
        if (builds == 0)
            return;
        var (with, without) = (new double[builds], new double[builds]);
        for (var i = 0; i < builds; i++)
        {
            without[i] = site.Build(withSearch: false);
            with[i] = site.Build();
        }

        Print(new
        {
            figure = "build",
            cpu_seconds_with_search = with,
            cpu_seconds_without = without,
            ratio_of_medians = Math.Round(Median(with) / Median(without), 3)
        });
    }

    static void PrintFiles(BenchSite site, int posts)
    {
        string[] files = Directory.GetFiles(site.Index, "*.json").Where(file => Path.GetFileName(file) != "index.json").ToArray();
        long resident = BenchSite.Gzip(files.Single(file => !IsShard(file)));
        long[] shards = files.Where(IsShard).Select(BenchSite.Gzip).ToArray();
        Print(new
        {
            figure = "index",
            posts,
            resident_gzip = resident,
            shards = shards.Length,
            shards_gzip = shards.Sum(),
            largest_shard_gzip = shards.DefaultIfEmpty().Max(),
            gzip_a_post = (resident + shards.Sum()) / posts
        });
    }

    static bool IsShard(string file) => Path.GetFileName(file).Contains('-');

    static JudgedPost[] Judged(SiteRenderer renderer)
    {
        SearchIndex index = renderer.Search;
        return index.Pages.Select(page => new JudgedPost(
            page.Path.Value,
            page.Title,
            page.People,
            index.Site.TermsOf(page, "tags").Select(term => term.Title).ToArray(),
            string.Join('\n', renderer.PassagesOf(page).Select(passage => passage.Text)))).ToArray();
    }

    static string[][] AskEngine(SiteRenderer renderer, IReadOnlyList<JudgedQuery> queries)
    {
        var engine = new SearchEngine(renderer.Search);
        var times = new double[queries.Count];
        var found = new string[queries.Count][];
        for (var i = 0; i < queries.Count; i++)
        {
            long from = Stopwatch.GetTimestamp();
            SearchResult result = engine.Search(queries[i].Text, new SearchFilter());
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            found[i] = result.Hits.Take(Shown).Select(hit => hit.Page.Path.Value).ToArray();
        }

        Print(new { figure = "csharp", milliseconds = Spread(times) });
        return found;
    }

    /// <summary>A blog of thirty posts: all that the search page fetches for its first query.</summary>
    static async Task PrintSmall(BrowserSearch browser, string folder)
    {
        BenchSite site = BenchSite.Make(Path.Combine(folder, "small"), 28);
        if (!Directory.Exists(site.Index))
            site.Build();
        using var server = new SiteServer(site.Output);
        IReadOnlyList<string> files = await browser.FilesOfPage(server, "베니오프 에이전트");
        Dictionary<string, long> sizes = files.Distinct().Where(file => file.Contains("search", StringComparison.Ordinal))
            .ToDictionary(file => file, server.Gzip);
        Print(new
        {
            figure = "small",
            posts = 30,
            files = sizes,
            search_gzip = sizes.Values.Sum(),
            page_gzip_with_style_and_all_scripts = files.Distinct().Sum(server.Gzip)
        });
    }

    static void PrintAnswers(SiteServer server, IReadOnlyList<JudgedQuery> queries, IReadOnlyList<BrowserAnswer> answers)
    {
        double[] bytes = answers.Select(answer => (double)answer.Files.Distinct().Sum(server.Gzip)).ToArray();
        double[] two = bytes.Where((_, i) => queries[i].Kind == "two").ToArray();
        Print(new
        {
            figure = "javascript",
            shards_gzip = Spread(bytes),
            two_words_shards_gzip = Spread(two),
            milliseconds = Spread(answers.Select(answer => answer.Milliseconds))
        });
        Print(new
        {
            slowest = answers.Select((answer, i) => (answer.Milliseconds, queries[i].Text)).OrderDescending().Take(8)
            .Select(row => $"{row.Text}: {row.Milliseconds:F0} ms")
        });
        Print(new
        {
            largest = bytes.Select((size, i) => (size, queries[i].Text)).OrderDescending().Take(8)
            .Select(row => $"{row.Text}: {row.size:F0}")
        });
    }

    /// <summary>The queries of two words in the search page itself, which fetches the posts that it shows passages of.</summary>
    static async Task PrintPages(BrowserSearch browser, SiteServer server, IReadOnlyList<JudgedQuery> queries)
    {
        var (shards, pages) = (new List<double>(), new List<double>());
        foreach (JudgedQuery query in queries.Where(query => query.Kind == "two"))
        {
            IReadOnlyList<string> files = await browser.FilesOfPage(server, query.Text);
            shards.Add(files.Where(file => file.StartsWith("/search/", StringComparison.Ordinal) && file.Contains('-')).Distinct()
                .Sum(server.Gzip));
            pages.Add(files.Where(file => file.StartsWith("/posts/", StringComparison.Ordinal)).Distinct().Sum(server.Gzip));
        }

        Print(new
        {
            figure = "two words in the page",
            shards_gzip = Spread(shards),
            shown_posts_gzip = Spread(pages),
            together = Spread(shards.Zip(pages, (a, b) => a + b))
        });
    }

    public static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Lines));

    static void Print(IEnumerable<object> lines)
    {
        foreach (object line in lines)
            Print(line);
    }

    static double Median(IEnumerable<double> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);

    /// <summary>The median, the 95th percentile and the largest.</summary>
    public static object Spread(IEnumerable<double> numbers)
    {
        double[] sorted = numbers.Order().ToArray();
        double At(double part) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))], 1);
        return new { median = At(0.5), p95 = At(0.95), most = At(1) };
    }
}
