using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

public sealed class SeedTests
{
    static readonly Lazy<TestSite> Site = new(() => new TestSite().AddFolder("content").AddFolder("themes/maru").Built());

    [Theory]
    [InlineData("posts/mark-zuckerberg-the-circuit/index.html", "seed-1.txt")]
    [InlineData("posts/marc-benioff-davos-2025/index.html", "seed-2.txt")]
    public void Every_sentence_of_a_seed_is_published_as_it_stands(string page, string seed)
    {
        var expected = System.IO.File.ReadAllText(Repository.PathOf("tests/SiteGen.Core.Tests/Seeds/" + seed))
            .Split("'AI 인터뷰 및 최신 동향' 카테고리의 다른 글")[0];
        var prose = Site.Value.Page(page).QuerySelector(".prose")!.TextContent;
        Assert.Equal(WithoutBlanks(expected), WithoutBlanks(prose));
    }

    [Theory]
    [InlineData("posts/mark-zuckerberg-the-circuit/index.html", "읽는 데 3분")]
    [InlineData("posts/marc-benioff-davos-2025/index.html", "읽는 데 5분")]
    public void The_seeds_take_three_and_five_minutes(string page, string time) =>
        Assert.Contains(time, Site.Value.Page(page).QuerySelector(".meta")!.TextContent);

    [Fact]
    public void The_category_block_shows_the_five_posts_of_the_old_blog_in_their_order_without_links()
    {
        var rows = Site.Value.Page("posts/marc-benioff-davos-2025/index.html").QuerySelectorAll("section.entries li").ToArray();
        Assert.Equal(
        [
            "Scale AI, 알렉산드르 왕 인터뷰 (25.01.24) (0) 2025.01.24",
            "Stargate 프로젝트 뉴스 팔로업 (25.01.24) (0) 2025.01.24",
            "MS CEO 사티아 나델라, OpenAI와의 파트너십에 대해 언급 (0) 2025.01.23",
            "OpenAI 스타게이트 전력 계산 (0) 2025.01.22",
            "중국은 미국의 10배 더 투자하고 있다(scale AI, 알렉산드르 왕) (0) 2025.01.22",
        ],
        rows.Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.All(rows, row => Assert.Null(row.QuerySelector("a")));
    }

    [Fact]
    public void The_heading_of_the_category_block_is_that_of_the_old_blog() =>
        Assert.Equal("'AI 인터뷰 및 최신 동향' 카테고리의 다른 글",
            Site.Value.Page("posts/marc-benioff-davos-2025/index.html").QuerySelector("section.entries h2")!.TextContent);

    [Fact]
    public void The_category_page_shows_the_old_entries_with_dates_and_without_links()
    {
        var entries = Site.Value.Page("categories/ai-인터뷰-및-최신-동향/index.html").QuerySelectorAll("section.entries li").ToArray();
        Assert.Equal(5, entries.Length);
        Assert.All(entries, entry => Assert.NotNull(entry.QuerySelector("time[datetime]")));
        Assert.All(entries, entry => Assert.Null(entry.QuerySelector("a")));
    }

    [Fact]
    public void An_old_entry_gets_its_link_when_someone_adds_the_url()
    {
        var site = new TestSite().AddFolder("content").AddFolder("themes/maru").Add("""
            -- content/data/category_links.yml --
            AI 인터뷰 및 최신 동향:
              - {title: 옮긴 글, date: 2025.01.23, comments: 2, url: /posts/mark-zuckerberg-the-circuit/}
            """).WithBaseUrl("https://example.github.io/blog/").Built();
        var link = site.Page("posts/marc-benioff-davos-2025/index.html").QuerySelectorAll("section.entries a")
            .Single(a => a.TextContent == "옮긴 글");
        Assert.Equal("/blog/posts/mark-zuckerberg-the-circuit/", link.GetAttribute("href"));
    }

    static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
