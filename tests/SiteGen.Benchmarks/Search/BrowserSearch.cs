using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SiteGen.Benchmarks.Search;

/// <param name="First">Paths of the first ten posts.</param>
/// <param name="Files">What was fetched for the answer beyond the resident part.</param>
/// <param name="Milliseconds">Of script, for the same answer once its files were there.</param>
sealed record BrowserAnswer(IReadOnlyList<string> First, int Count, IReadOnlyList<string> Files, double Milliseconds);

/// <summary>The theme's module, and Pagefind, in Chromium.</summary>
sealed class BrowserSearch : IAsyncDisposable
{
    static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking"];

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Each query is asked of an engine of its own, which shows the files that it needs; then of another one that has answered something
    /// else before, with
    /// all files in memory, which shows the time: parsing of the shards and the ranking, but not what the engine does once for all queries.
    /// </summary>
    const string AskModule = """
        async ({ core, folder, queries }) => {
          const { open } = await import(core);
          const texts = new Map();
          let asked = [];
          const json = async address => {
            asked.push(address);
            if (!texts.has(address)) texts.set(address, await (await fetch(address)).text());
            return JSON.parse(texts.get(address));
          };
          const rows = [];
          for (const query of queries) {
            const cold = open(folder, json, async () => []);
            await cold.ready();
            asked = [];
            const found = await cold.search(query, {});
            const files = [...asked], warm = open(folder, json, async () => []);
            await warm.ready();
            await warm.search('힣힣힣', {});
            const from = performance.now();
            await warm.search(query, {});
            const first = found.posts.slice(0, 10).map(post => found.index.about(post).path);
            rows.push({ files, milliseconds: performance.now() - from, count: found.posts.length, first });
          }
          return JSON.stringify(rows);
        }
        """;

    const string AskPagefind = """
        async ({ queries }) => {
          const pagefind = await import('/pagefind/pagefind.js');
          await pagefind.init();
          const rows = [];
          for (const query of queries) {
            const from = performance.now();
            const { results } = await pagefind.search(query);
            const milliseconds = performance.now() - from;
            const first = await Promise.all(results.slice(0, 10).map(result => result.data()));
            rows.push({ files: [], milliseconds, count: results.length, first: first.map(data => data.url) });
          }
          return JSON.stringify(rows);
        }
        """;

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    BrowserSearch(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<BrowserSearch> Start()
    {
        IPlaywright driver = await Playwright.CreateAsync();
        string path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        return new BrowserSearch(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags }));
    }

    public Task<IReadOnlyList<BrowserAnswer>> Ask(SiteServer server, string html, IEnumerable<string> queries) =>
        Evaluate(server, AskModule,
            new { core = Regex.Match(html, "data-core=\"([^\"]+)\"").Groups[1].Value, folder = "/search/", queries });

    public Task<IReadOnlyList<BrowserAnswer>> AskPagefindFor(SiteServer server, IEnumerable<string> queries) =>
        Evaluate(server, AskPagefind, new { queries });

    async Task<IReadOnlyList<BrowserAnswer>> Evaluate(SiteServer server, string script, object argument)
    {
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(server.Url + SiteServer.Blank);
        return JsonSerializer.Deserialize<BrowserAnswer[]>(await page.EvaluateAsync<string>(script, argument), Web)!;
    }

    /// <summary>
    /// What a reader's browser fetches who opens the search page with a query, in a window of 1280 by 800, and looks at the first results.
    /// </summary>
    public async Task<IReadOnlyList<string>> FilesOfPage(SiteServer server, string query)
    {
        await using IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        IPage page = await context.NewPageAsync();
        server.TakeAsked();
        await page.GotoAsync($"{server.Url}/search/?q={Uri.EscapeDataString(query)}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForSelectorAsync("ol > li", new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.WaitForTimeoutAsync(300);
        return server.TakeAsked();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
