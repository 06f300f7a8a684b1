namespace SiteGen.Core.Tests.Sites;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: 글\ndate: 2025-01-24\ntags: [가, 나]\n---\n본문")]
    [InlineData("\uFEFF---\ntitle: 글\ndate: 2025-01-24\ntags: [가, 나]\n---\n본문")]
    [InlineData("\n\n---\ntitle: 글\ndate: 2025-01-24\ntags: [가, 나]\n---\n본문")]
    [InlineData("---\r\ntitle: 글\r\ndate: 2025-01-24\r\ntags: [가, 나]\r\n---\r\n본문")]
    [InlineData("---\ntitle: 글\ndate: 2025-01-24\ntags: [가, 나]\n--->\n본문")]
    [InlineData("---  \ntitle : 글\ndate : 2025.01.24\ntags: 가, 나\n---  \n본문")]
    [InlineData("---\ntitle: 글\ndate: 25.01.24\ntags:\n- 가\n- [나]\n---\n본문")]
    [InlineData("---\ntitle: 글\ndate: 2025-01-24\ntags: '#가 #나'\n---\n본문")]
    [InlineData("---\ntitle: 글\ndate: 2025-01-24\ntags: [가, null, '', 나]\n---\n본문")]
    public void Front_matter_seen_in_real_posts_is_read(string text)
    {
        var site = TestSite.Bare();
        site.Files.Add("content/posts/a.md", text);
        site.Built();
        Assert.Contains("<h1 title=\"글\">글</h1><time>2025. 1. 24.</time><p>본문</p>", site["posts/a/index.html"]);
        Assert.Contains("<a href=\"/tags/%EA%B0%80/\">가</a> 1;<a href=\"/tags/%EB%82%98/\">나</a> 1;", site["tags/index.html"]);
    }

    [Theory]
    [InlineData("123", "123")]
    [InlineData("2025", "2025")]
    [InlineData("true", "true")]
    [InlineData("1.10", "1.10")]
    [InlineData("C# 이야기", "C# 이야기")]
    [InlineData("\"제목: 부제\"", "제목: 부제")]
    [InlineData("2025-01-24", "2025-01-24")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    public void Any_scalar_may_be_a_title(string written, string title)
    {
        var site = TestSite.Bare(TestSite.Post("a.md", written, "2025-01-24")).Built();
        Assert.Contains($"<h1 title=\"{title}\">{title}</h1>", site["posts/a/index.html"]);
    }

    [Fact]
    public void A_date_may_come_from_the_file_name()
    {
        var site = TestSite.Bare("-- content/posts/2025-01-24-글.md --\n---\ntitle: 글\n---\n본문").Built();
        Assert.Contains("<time>2025. 1. 24.</time>", site["posts/글/index.html"]);
    }

    [Fact]
    public void Defaults_of_a_folder_hold_for_all_below_the_nearest_first_and_the_documents_own_above_all()
    {
        var site = TestSite.Bare(
            "-- content/_defaults.yml --\ncategories: [모두]\nseries: 위\n",
            "-- content/posts/2025/_defaults.yml --\ncategories: [새해]\n",
            TestSite.Post("a.md", "하나", "2025-01-01"),
            TestSite.Post("2025/b.md", "둘", "2025-01-02"),
            TestSite.Post("2025/c.md", "셋", "2025-01-03", "categories: [내것]")).Built();
        Assert.Contains("모두</a> 1;", site["categories/index.html"]);
        Assert.Contains("새해</a> 1;", site["categories/index.html"]);
        Assert.Contains("내것</a> 1;", site["categories/index.html"]);
    }

    [Fact]
    public void Free_keys_reach_templates_as_params()
    {
        var site = TestSite.Bare(
            "-- content/theme/layouts/post.sbn-html --\n{{ page.params.company }} {{ page.params.scores[1] }} {{ page.params.deep.x }} {{ "
                + "site.data.people.kim.name }} {{ site.data.rates.usd }}",
            "-- content/data/people.yml --\nkim: {name: 김}\n", "-- content/data/rates.json --\n{\"usd\": 1.5}",
            TestSite.Post("a.md", "하나", "2025-01-01", "company: 세일즈포스\nscores: [1, 2]\ndeep: {x: yes}")).Built();
        Assert.Contains("세일즈포스 2 yes 김 1.5", site["posts/a/index.html"]);
    }
}
