namespace SiteGen.Core.Tests.Sites;

public sealed class ListTests
{
    static readonly Lazy<TestSite> Sixty = new(() => Corpus.Maru(60).Built());

    [Theory]
    [InlineData("", 60)]
    [InlineData("archives/", 60)]
    [InlineData("tags/모두/", 60)]
    [InlineData("tags/스타게이트/", 15)]
    [InlineData("tags/csharp/", 15)]
    [InlineData("categories/에세이/", 30)]
    [InlineData("people/모두-나오는-사람/", 60)]
    [InlineData("archives/2024/", 37)]
    [InlineData("archives/2025/", 23)]
    [InlineData("archives/2024/10/", 13)]
    [InlineData("davos/", 15)]
    [InlineData("companies/회사1/", 30)]
    public void Every_post_of_a_list_is_reached_once_by_its_page_links(string list, int posts)
    {
        var reached = new List<string>();
        string? next = "/" + list;
        for (var number = 1; next is not null; number++)
        {
            var page = Sixty.Value.Page(Html.FileFor(Sixty.Value, next)!);
            reached.AddRange(page.QuerySelectorAll("main ul.posts h2 a, main ol.rows a").Select(a => a.GetAttribute("href")!));
            next = page.QuerySelector("nav.pages a[rel=next]")?.GetAttribute("href");
            Assert.True(next is null || Uri.UnescapeDataString(next) == $"/{list}page/{number + 1}/", next);
        }

        Assert.Equal(posts, reached.Count);
        Assert.Equal(posts, reached.Distinct().Count());
    }

    [Fact]
    public void Every_post_is_reachable_from_home_through_tags_people_and_archives()
    {
        var queue = new Queue<string>(["/"]);
        var seen = new HashSet<string> { "/" };
        while (queue.TryDequeue(out var path))
        {
            if (path.StartsWith("/posts/", StringComparison.Ordinal))
                continue;
            foreach (var href in Sixty.Value.Page(Html.FileFor(Sixty.Value, path)!).QuerySelectorAll("a[href^='/']")
                .Select(a => Uri.UnescapeDataString(a.GetAttribute("href")!).Split('#')[0]))
            {
                if (seen.Add(href) && Html.FileFor(Sixty.Value, href)?.EndsWith(".html", StringComparison.Ordinal) == true)
                    queue.Enqueue(href);
            }
        }

        for (var i = 0; i < 60; i++)
            Assert.Contains($"/posts/post-{i}/", seen);
    }

    [Fact]
    public void Lists_are_newest_first_and_equal_dates_stand_by_address()
    {
        var site = TestSite.Bare(
            TestSite.Post("c.md", "셋", "2025-01-01"), TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02"))
            .Built();
        Assert.Equal(["/posts/b/", "/posts/a/", "/posts/c/"],
            site.Page("index.html").QuerySelectorAll("p a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_post_of_half_past_midnight_in_Seoul_stands_on_its_own_day()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "새해", "2025-01-01 00:30")).Built();
        Assert.Contains("archives/2025/01/index.html", site.Output.Files.Keys);
        Assert.DoesNotContain("archives/2024/index.html", site.Output.Files.Keys);
        Assert.Contains("<time>2025. 1. 1.</time>", site["posts/a/index.html"]);
    }

    [Fact]
    public void Two_spellings_of_a_tag_are_one_list_under_the_more_frequent_one()
    {
        var site = TestSite.Bare(
            TestSite.Post("a.md", "하나", "2025-01-01", "tags: [LLaMA]"), TestSite.Post("b.md", "둘", "2025-01-02", "tags: [llama, LLaMA]"),
            TestSite.Post("c.md", "셋", "2025-01-03", "tags: [LLaMA]")).Built();
        Assert.Contains("<a href=\"/tags/llama/\">LLaMA</a> 3;", site["tags/index.html"]);
    }

    [Fact]
    public void An_authors_row_may_change_a_built_in_list()
    {
        var site = TestSite.Of(TestSite.BareTheme, "-- content/site.yml --\ntitle: 시험\ntheme: bare\nlists:\n  home: {paginate: 1}\n",
            TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02")).Built();
        Assert.Contains("page/2/index.html", site.Output.Files.Keys);
        Assert.DoesNotContain("archives/page/2/index.html", site.Output.Files.Keys);
    }

    [Fact]
    public void An_authors_row_may_change_a_part_of_a_taxonomys_list_and_neighbours_follow_its_order()
    {
        var site = TestSite.Of(TestSite.BareTheme, "-- content/site.yml --\ntitle: 시험\ntheme: bare\nlists:\n  categories: {order: title}\n",
            "-- content/theme/layouts/post.sbn-html --\n{{ page.next_in_category?.title }}<{{ page.prev_in_category?.title }}|{{ "
                + "page.next?.title }}<{{ page.prev?.title }}",
            TestSite.Post("a.md", "나", "2025-01-01", "category: 글"), TestSite.Post("b.md", "가", "2025-01-02", "category: 글"),
            TestSite.Post("c.md", "다", "2025-01-03", "category: 글")).Built();
        Assert.Equal(["가", "나", "다"], site.Page("categories/글/index.html").QuerySelectorAll("p a").Select(a => a.TextContent));
        Assert.Contains("categories/글/rss.xml", site.Output.Files.Keys);
        Assert.Equal("가<다|가<", site["posts/a/index.html"].Trim());
    }

    [Fact]
    public void Unlisted_posts_have_a_page_and_stand_in_no_list_feed_or_sitemap()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "보이는 글", "2025-01-01"),
            TestSite.Post("b.md", "숨은 글", "2025-01-02", "unlisted: true\ntags: [비밀]")).Built();
        Assert.Equal(["posts/b/index.html"],
            site.Output.Files.Keys.Where(file => !file.EndsWith(".css", StringComparison.Ordinal) && site[file].Contains("숨은 글")));
        Assert.DoesNotContain(site.Output.Files.Keys, file => site[file].Contains("/posts/b/") && file != "posts/b/index.html");
    }

    [Fact]
    public void Drafts_and_later_posts_are_in_no_output_until_they_are_asked_for()
    {
        string[] posts = [TestSite.Post("a.md", "글", "2025-01-01"), TestSite.Post("b.md", "초안글", "2025-01-02", "draft: true"),
            TestSite.Post("c.md", "예약글", "2030-01-02"), TestSite.Post("d.md", "지난글", "2024-01-02", "expiry_date: 2024-02-01")];
        var site = TestSite.Bare(posts).Built();
        Assert.DoesNotContain(site.Output.Files.Keys, file => site[file].Contains("초안글") || site[file].Contains("예약글")
            || site[file].Contains("지난글"));
        Assert.Equal(3, site.Report!.Unpublished.Count);
        site.Options = site.Options with { Drafts = true, Future = true };
        site.Built();
        Assert.Contains("초안글", site["index.html"]);
        Assert.Contains("예약글", site["index.html"]);
        Assert.DoesNotContain("지난글", site["index.html"]);
    }
}
