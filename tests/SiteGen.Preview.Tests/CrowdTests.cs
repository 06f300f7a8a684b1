using System.Diagnostics;
using System.Globalization;
using SiteGen.Core.Tests.Sites;
using Xunit.Abstractions;

namespace SiteGen.Preview.Tests;

/// <summary>Two hundred open pages while files change twenty times a second, for SITEGEN_CROWD_SECONDS (default 4).</summary>
[Trait("Category", "Slow")]
public sealed class CrowdTests(ITestOutputHelper output)
{
    const int Pages = 200;

    int requests;

    static readonly TimeSpan Length = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("SITEGEN_CROWD_SECONDS") ?? "4", CultureInfo.InvariantCulture));

    [Fact]
    public async Task No_request_fails_no_page_stays_old_and_nothing_piles_up()
    {
        var posts = Enumerable.Range(0, 20).Select(i => TestSite.Post($"p{i}.md", $"글 {i}", "2025-01-01"));
        using var folder = new SiteFolder(TestSite.Bare([.. posts]));
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        await using var server = await PreviewServer.Start(site, new PreviewOptions("127.0.0.1", 0, ""));
        using var watcher = new SiteWatcher(site);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}/"), Timeout = TimeSpan.FromMinutes(3) };
        using var leaving = new CancellationTokenSource();
        var last = new string[Pages];
        var readers = Enumerable.Range(0, Pages).Select(i => Read(client, i, last, leaving.Token)).ToArray();
        await Waiting.EventuallyAsync(() => server.Listeners == Pages);

        var memory = new List<long>();
        var watch = Stopwatch.StartNew();
        var edits = 0;
        for (; watch.Elapsed < Length; edits++)
        {
            folder.Write($"content/posts/p{edits % 20}.md", $"---\ntitle: 고침 {edits}\ndate: 2025-01-01\n---\n\n본문 {edits}\n");
            await Task.Delay(50);
            if (edits % 4 == 0)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        folder.Write("content/posts/p0.md", "---\ntitle: 마지막\ndate: 2025-01-01\n---\n\n마지막 본문\n");
        await Waiting.EventuallyAsync(() => last.All(page => page.Contains("마지막 본문", StringComparison.Ordinal)));
        await leaving.CancelAsync();
        await Task.WhenAll(readers);
        // The first quarter is warm-up. Medians, because the number of responses in flight varies.
        var (early, late) = (Median(memory[(memory.Count / 4)..(memory.Count / 2)]), Median(memory[(memory.Count * 3 / 4)..]));
        output.WriteLine($"{edits} edits, {requests} pages; {early >> 10} KB in the second quarter, {late >> 10} KB in the last.");
        // A run of a few seconds is still warming up, which is no leak; a run of a minute gets no allowance.
        var warmth = Length < TimeSpan.FromMinutes(1) ? 4 << 20 : 0;
        Assert.True(late < early * 1.1 + warmth, $"{early >> 10} KB in the second quarter of {edits} edits, {late >> 10} KB in the last.");
    }

    static long Median(List<long> numbers) => numbers.Order().ElementAt(numbers.Count / 2);

    async Task Read(HttpClient client, int number, string[] last, CancellationToken leaving)
    {
        try
        {
            var address = new Uri(".sitegen/events", UriKind.Relative);
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, leaving);
            using var events = new StreamReader(await answer.Content.ReadAsStreamAsync(leaving));
            while (await events.ReadLineAsync(leaving) is { } line)
            {
                if (!line.StartsWith("data:", StringComparison.Ordinal))
                    continue;
                using var page = await client.GetAsync(new Uri("posts/p0/", UriKind.Relative), leaving);
                page.EnsureSuccessStatusCode();
                Interlocked.Increment(ref requests);
                last[number] = await page.Content.ReadAsStringAsync(leaving);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
