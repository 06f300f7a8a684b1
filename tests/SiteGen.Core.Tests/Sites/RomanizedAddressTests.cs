namespace SiteGen.Core.Tests.Sites;

public sealed class RomanizedAddressTests
{
    static TestSite Site(string permalinks) => TestSite.Bare(
        TestSite.Post("2025-01-24-신라 이야기.md", "신라", "2025-01-24", "tags: [종로, AI의 미래]\ncategories: [닭이]\npeople: [마크 베니오프]"),
        TestSite.Post("b.md", "둘", "2025-01-25", "slug: 손으로-쓴-것\naliases: [/옛-주소/]"),
        "-- content/pages/도움말/인쇄.md --\n---\ntitle: 인쇄\n---\n## 제목\n").Configured(permalinks);

    [Fact]
    public void Addresses_made_of_names_are_in_Latin_letters_and_those_that_the_author_wrote_stay()
    {
        var files = Site("permalinks: {romanize: true, posts: \"/:category/:slug/\"}").Built().Output.Files.Keys;
        foreach (var file in new[] { "dalgi/silla-iyagi/", "손으로-쓴-것/", "옛-주소/", "doummal/inswae/", "tags/jongno/", "tags/aiui-mirae/",
            "categories/dalgi/", "people/makeu-beniopeu/" })
            Assert.Contains(file + "index.html", files);
        Assert.DoesNotContain(files, file => file.Contains("종로") || file.Contains("신라"));
    }

    [Fact]
    public void Links_between_sources_find_romanised_addresses_and_ids_of_headings_keep_Hangul()
    {
        var site = Site("permalinks: {romanize: true}")
            .Add("-- content/posts/c.md --\n---\ntitle: 셋\ndate: 2025-01-26\n---\n[가](<2025-01-24-신라 이야기.md>) [나](../pages/도움말/인쇄.md#제목)\n")
            .Built();
        Assert.Contains("href=\"/posts/silla-iyagi/\"", site["posts/c/index.html"]);
        Assert.Contains("href=\"/doummal/inswae/#%EC%A0%9C%EB%AA%A9\"", site["posts/c/index.html"]);
    }

    [Fact]
    public void Hangul_is_kept_by_default() =>
        Assert.Contains("posts/신라-이야기/index.html", Site("permalinks: {romanize: false}").Built().Output.Files.Keys);

    [Fact]
    public void Two_names_that_sound_alike_are_an_error_that_names_both()
    {
        var site = Site("permalinks: {romanize: true}").Add(TestSite.Post("2025-01-27-실라 이야기.md", "실라", "2025-01-27")).Build();
        Assert.Contains("/posts/silla-iyagi/", site.Printed);
        Assert.Contains("신라 이야기.md", site.Printed);
        Assert.Contains("실라 이야기.md", site.Printed);
    }
}
