using System.Net;
using System.Text.Json;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;
using static SiteGen.Preview.Tests.Waiting;

namespace SiteGen.Preview.Tests;

/// <summary>A preview outlives every failure of its own, and shows it.</summary>
public sealed class FaultTests : IDisposable
{
    readonly SiteFolder folder = new(TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02")));
    readonly BrokenClock clock = new();
    readonly List<string> told = [];
    readonly HttpClient client = new();
    readonly PreviewSite site;

    public FaultTests()
    {
        site = new PreviewSite(folder.Root, SiteFolder.Options, clock);
        site.Changed += state =>
        {
            lock (told)
                told.AddRange(state.Diagnostics.Select(found => found.Rule));
        };
    }

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void After_a_refresh_that_fails_the_fault_is_told_and_everything_is_read_again()
    {
        using var watcher = new SiteWatcher(site);
        clock.IsBroken = true;
        folder.Write("content/posts/a.md", Post("고침"));
        Eventually(() => Told(InternalFault.Rule) && Errors(site.State) is [InternalFault.Rule]);
        Assert.Equal(["하나", "둘"], Titles());
        clock.IsBroken = false;
        folder.Write("content/posts/b.md", Post("둘째"));
        Eventually(() => Titles().SequenceEqual(["고침", "둘째"]) && Errors(site.State).Length == 0);
    }

    [Fact]
    public void A_fault_that_is_over_when_the_disk_settles_needs_no_other_change()
    {
        using var watcher = new SiteWatcher(site);
        clock.Failures = 1;
        folder.Write("content/posts/a.md", Post("고침"));
        Eventually(() => Told(InternalFault.Rule) && Titles().Contains("고침") && Errors(site.State).Length == 0);
    }

    [Fact]
    public void Keys_and_the_timer_end_no_preview()
    {
        clock.IsBroken = true;
        site.Rebuild();
        site.ShowDrafts(false);
        site.Refresh([], listsToo: true);
        Assert.Equal([InternalFault.Rule], Errors(site.State));
        clock.IsBroken = false;
        site.Rebuild();
        Assert.Empty(Errors(site.State));
    }

    [Fact]
    public void A_console_that_fails_does_not_end_the_watching()
    {
        site.Changed += _ => throw new IOException("The pipe is broken.");
        using var watcher = new SiteWatcher(site);
        foreach (var title in (string[])["고침", "다시", "또"])
        {
            folder.Write("content/posts/a.md", Post(title));
            Eventually(() => Titles().Contains(title));
        }
    }

    [Fact]
    public async Task A_request_that_fails_says_why_on_the_page_the_console_and_the_panel_and_the_next_one_is_answered()
    {
        await using var server = await PreviewServer.Start(site, new PreviewOptions("127.0.0.1", 0, "")
        {
            Unpublished = _ => throw new InvalidCastException("가짜"),
        });
        Task<HttpResponseMessage> Get(string path) => client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/{path}"));
        var answer = await Get(".sitegen/changes");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("System.InvalidCastException: 가짜", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.True(Told(InternalFault.Rule));
        using var report = JsonDocument.Parse(await (await Get(".sitegen/page?path=/posts/a/")).Content.ReadAsStringAsync());
        Assert.Contains(report.RootElement.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("headline").GetString()!.Contains("InvalidCastException"));
        Assert.Equal(HttpStatusCode.OK, (await Get("posts/a/")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_can_not_be_made_says_why_and_only_that_page()
    {
        folder.Write("content/posts/b.md", "---\ntitle: 둘\ndate: 2025-01-02\nlayout: nowhere\n---\n");
        site.Rebuild();
        await using var server = await PreviewServer.Start(site, new PreviewOptions("127.0.0.1", 0, ""));
        Task<HttpResponseMessage> Get(string path) => client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/{path}"));
        var failed = await Get("posts/b/");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains("content/posts/b.md:4:9: ", await failed.Content.ReadAsStringAsync());
        foreach (var other in (string[])["", "posts/a/", "rss.xml", "sitemap.xml"])
            Assert.Equal(HttpStatusCode.OK, (await Get(other)).StatusCode);
    }

    static string Post(string title) => $"---\ntitle: {title}\ndate: 2025-01-01\n---\n\n{title} 본문\n";

    string[] Titles() => [.. site.State.Site.All.OrderBy(page => page.Document.File.Path).Select(page => page.Title)];

    static string[] Errors(PreviewState state) =>
        [.. state.Diagnostics.Where(found => found.Severity == Severity.Error).Select(found => found.Rule)];

    bool Told(string rule)
    {
        lock (told)
            return told.Contains(rule);
    }

    /// <summary>Every plan asks it for the time, so that a refresh fails with it.</summary>
    sealed class BrokenClock : TimeProvider
    {
        public volatile bool IsBroken;
        public volatile int Failures;

        public override DateTimeOffset GetUtcNow() =>
            IsBroken || Interlocked.Decrement(ref Failures) >= 0
                ? throw new InvalidCastException("가짜")
                : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
