using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Rendering;

namespace SiteGen.Core.Tests.Sites;

public sealed class DeterminismTests
{
    [Fact]
    public void One_thread_and_many_write_the_same_bytes()
    {
        var one = Corpus.Maru(40);
        one.Options = one.Options with { Parallelism = 1 };
        var many = Corpus.Maru(40);
        many.Options = many.Options with { Parallelism = 8 };
        AssertSame(one.Built(), many.Built());
    }

    [Fact]
    public void A_build_without_a_cache_writes_the_same_bytes()
    {
        var site = Corpus.Maru(10).Built();
        var uncached = new MemoryOutput();
        var plan = SiteBuilder.Plan(site.Files, site.Options, site.Diagnostics);
        Assert.NotNull(SiteBuilder.Write(plan, uncached, site.Options, site.Diagnostics));
        TestSite.AssertSame(site.Output, uncached);
    }

    [Fact]
    public void The_day_of_the_build_changes_nothing()
    {
        var today = Corpus.Maru(10);
        var later = Corpus.Maru(10);
        later.Options = later.Options with { Now = later.Options.Now.AddDays(1000) };
        AssertSame(today.Built(), later.Built());
    }

    [Fact]
    public void A_second_build_writes_nothing_and_a_changed_post_only_what_shows_it()
    {
        var site = Corpus.Maru(30).Built();
        site.Built();
        Assert.Equal(0, site.Report!.Counts!.Written);
        site.Add(TestSite.Post("post-7.md", "바뀐 제목", "2024-10-18 12:30", "tags: [AGI, 모두]\ncategories: [에세이]\n")).Built();
        Assert.InRange(site.Report!.Counts!.Written, 5, site.Report.Counts.Unchanged);
        var clean = Corpus.Maru(30).Add(TestSite.Post("post-7.md", "바뀐 제목", "2024-10-18 12:30", "tags: [AGI, 모두]\ncategories: [에세이]\n"))
            .Built();
        AssertSame(clean, site);
    }

    [Fact]
    public void A_post_that_is_gone_leaves_nothing_behind()
    {
        var site = Corpus.Maru(12).Built();
        site.Files.Remove("content/posts/post-11.md");
        site.Add(TestSite.Post("post-10.md", "이제 끝", "2024-10-26 00:30")).Built();
        Assert.True(site.Report!.Counts!.Deleted > 0);
        Assert.DoesNotContain("posts/post-11/index.html", site.Output.Files.Keys);
    }

    /// <summary>
    /// A preview's readers ask for whatever they like, also for the index while texts are still being read for the first time.
    /// </summary>
    [Theory]
    [InlineData("search: {shard_above: 0}")]
    [InlineData("search: {}")]
    public void Routes_asked_for_at_once_and_in_any_order_are_the_same_bytes(string search)
    {
        // Words of long texts take a while to be read; those of the unlisted one stand nowhere else.
        var words = string.Join(' ', Enumerable.Range(0, 4000).Select(i => $"낱말{i}"));
        var site = Corpus.Maru(3).Configured(search + "\n").Add(TestSite.Post("long.md", "긴 글", "2024-10-20", body: words))
            .Add(TestSite.Post("hidden.md", "숨은 글", "2024-10-20", "unlisted: true\n", words.Replace("낱말", "딴말", StringComparison.Ordinal)));
        var plan = SiteBuilder.Plan(site.Files, site.Options, new DiagnosticBag());
        var alone = new SiteRenderer(plan, new DiagnosticBag());
        var expected = plan.Routes.ToDictionary(route => route.OutputFile, alone.Render, StringComparer.Ordinal);
        var random = new Random(5);
        for (var round = 0; round < 30; round++)
        {
            var renderer = new SiteRenderer(plan, new DiagnosticBag());
            // The long texts and the index come first in some order, so that they meet.
            var routes = plan.Routes.OrderBy(route => random.Next() - (route is SearchRoute or PageRoute ? int.MaxValue : 0)).ToArray();
            Parallel.ForEach(routes, new ParallelOptions { MaxDegreeOfParallelism = 4 },
                route => Assert.Equal(expected[route.OutputFile], renderer.Render(route)));
        }
    }

    static void AssertSame(TestSite expected, TestSite actual) => TestSite.AssertSame(expected.Output, actual.Output);
}
