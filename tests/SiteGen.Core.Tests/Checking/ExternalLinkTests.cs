using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Checking;

/// <summary>External links, checked against a local server.</summary>
public sealed class ExternalLinkTests : IDisposable
{
    readonly LoopbackServer server = new();
    readonly MemoryCache cache = new();
    readonly Clock clock = new();

    public void Dispose() => server.Dispose();

    ExternalOptions Options => new(clock) { Pause = TimeSpan.Zero, Cache = new ExternalLinkCache(cache) };

    (IReadOnlyList<Diagnostic> Found, CheckReport Report) Check(string body, ExternalOptions options, string config = "")
    {
        var site = TestSite.Of(PlainSite.Text, TestSite.Post("a.md", "글", "2025-01-01", "", body.Replace("~/", server.Address)))
            .Configured(config.Replace("~/", server.Address));
        var diagnostics = new DiagnosticBag();
        var report = SiteCheck.Run(site.Files, site.Options, options, diagnostics);
        return (diagnostics.Sorted(), report!);
    }

    [Fact]
    public void Each_address_is_asked_once_by_head_and_its_fragment_is_the_browsers()
    {
        var (found, report) = Check("[하나](~/ok) [둘](~/ok#절) [셋](~/ok) [넷](~/other)", Options);
        Assert.Empty(found);
        Assert.Equal(2, report.ExternalLinks);
        Assert.Equal(["HEAD /ok", "HEAD /other"], server.Requests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void External_links_are_not_requested_by_default()
    {
        Check("[하나](~/gone)", null!);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void What_was_answered_is_remembered_for_a_while()
    {
        Check("[하나](~/ok) [둘](~/gone) [셋](~/fails)", Options);
        var asked = server.Requests.Count;
        Assert.Equal(2, Check("[하나](~/ok) [둘](~/gone) [셋](~/fails)", Options).Found.Count);
        // A server that failed is asked again each time, by HEAD and GET, twice.
        Assert.Equal(asked + 4, server.Requests.Count);
        clock.Now += TimeSpan.FromDays(2);
        Check("[하나](~/ok) [둘](~/gone)", Options);
        Assert.Equal(2, server.Requests.Count(request => request == "GET /gone"));
        Assert.Single(server.Requests, request => request == "HEAD /ok");
        clock.Now += TimeSpan.FromDays(8);
        Check("[하나](~/ok)", Options);
        Assert.Equal(2, server.Requests.Count(request => request == "HEAD /ok"));
    }

    [Fact]
    public void A_damaged_cache_is_dropped()
    {
        cache.Write("external-links", "x\ty\n2025\tFine\thttp://\n\t\t\t\n"u8);
        Assert.Single(Check("[둘](~/gone)", Options).Found);
    }

    [Fact]
    public void Ignored_addresses_are_not_asked()
    {
        Assert.Empty(Check("[둘](~/gone)", Options, "check: {ignore: [\"~/*\"]}").Found);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void One_server_is_asked_by_no_more_than_two_at_a_time()
    {
        Check(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"[글](~/p{i})")), Options);
        Assert.Equal(40, server.Requests.Count);
        Assert.InRange(server.MostAtOnce, 1, 2);
    }

    [Fact]
    public void A_server_that_never_answers_is_waited_for_no_longer_than_said()
    {
        var found = Assert.Single(Check("[느린 곳](~/slow)", Options with { Timeout = TimeSpan.FromMilliseconds(200) }).Found);
        Assert.Equal(("external-unreachable", Severity.Warning), (found.Rule, found.Severity));
        Assert.Contains("no answer within 0.2 seconds", found.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_not_there_is_named_with_the_place_of_the_link()
    {
        var free = server.Address;
        server.Dispose();
        var found = Assert.Single(Check($"첫 줄\n\n[없는 곳]({free}x)", Options).Found);
        Assert.Equal(("external-unreachable", "content/posts/a.md", 8), (found.Rule, found.Place.Path, found.Place.Line));
    }

    [Theory]
    [InlineData("~/share?u=https%3A%2F%2Fexample.com%2Fblog%2Fposts%2F{0}%2F")]
    [InlineData("~/post?text={0}&url=https%3A%2F%2Fexample.com%2Fblog%2Fposts%2F%25EA%25B0%2580{0}%2F")]
    [InlineData("~/share?body=글%0Ahttps://example.com/blog/posts/{0}/&via=me")]
    public void Share_links_that_differ_in_the_page_they_share_are_asked_once(string pattern)
    {
        var links = string.Join(' ', Enumerable.Range(0, 9).Select(i => $"[나누기](<{string.Format(null, pattern, i)}>)"));
        Assert.Equal(1, Check(links, Options).Report.ExternalLinks);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_share_link_that_is_gone_is_told_once_and_other_queries_are_asked_one_by_one()
    {
        const string shared = "https%3A%2F%2Fexample.com%2Fblog%2F";
        var (found, report) = Check($"[가](~/gone?u={shared}a) [나](~/gone?u={shared}b) [다](~/ok?u=https://other.example/1) "
            + "[라](~/ok?u=https://other.example/2) [마](~/ok?page=1) [바](~/ok?page=2)", Options);
        Assert.Equal("external-gone", Assert.Single(found).Rule);
        Assert.Equal(5, report.ExternalLinks);
    }

    [Theory]
    [InlineData("[가](https://a.invalid/) [나](https://b.invalid/x) [다](http://c.invalid/)")]
    [InlineData("[가](https://a.invalid/)")]
    [InlineData("[가](https://a.invalid/)\n\n[나](http://127.0.0.1:1/)")]
    public void Without_a_network_that_is_said_once(string body)
    {
        var (found, report) = Check(body, Options);
        var said = Assert.Single(found);
        Assert.Equal(("external-unreachable", Severity.Warning, ""), (said.Rule, said.Severity, said.Place.Path));
        Assert.Contains("No server answered", said.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, report.ExternalLinks);
        Assert.Empty(cache.Read("external-links") ?? []);
    }

    [Fact]
    public void A_host_that_is_not_known_is_gone_where_another_server_answers() =>
        Assert.Equal("external-gone", Assert.Single(Check("[가](https://a.invalid/) [나](~/ok)", Options).Found).Rule);

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
