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

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
