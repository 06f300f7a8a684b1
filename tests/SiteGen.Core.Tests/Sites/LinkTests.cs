using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Tests.Sites;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://example.github.io/", "/")]
    [InlineData("https://example.github.io/blog/", "/blog/")]
    public void Every_internal_link_and_asset_of_the_seeds_site_is_found(string baseUrl, string basePath) =>
        AssertLinks(new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl(baseUrl).Built(), baseUrl, basePath);

    [Theory]
    [InlineData("https://example.github.io/", "/")]
    [InlineData("https://example.github.io/%EC%9D%B8%ED%84%B0%EB%B7%B0/", "/인터뷰/")]
    public void Every_internal_link_and_asset_of_sixty_posts_is_found(string baseUrl, string basePath) =>
        AssertLinks(Corpus.Maru(60).WithBaseUrl(baseUrl).Built(), baseUrl, basePath);

    [Fact]
    public void Links_of_Markdown_and_raw_HTML_get_the_base_path()
    {
        var site =
            TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "slug: 첫-글",
                "[가](b.md#절) [나](/tags/) [다](https://a.kr/x) <a href=\"/about/\">라</a>\n\n<img src='/사진.png' alt=''>\n\n![마](/x.png)"),
                TestSite.Post("b.md", "둘", "2025-01-02", "tags: [가]", "## 절"),
            "-- content/pages/about.md --\n---\ntitle: 소개\n---\n-- content/static/사진.png --\n-\n-- content/static/x.png --\n-\n")
            .WithBaseUrl("https://example.com/blog/").Built();
        var html = site["posts/첫-글/index.html"];
        Assert.Contains("href=\"/blog/posts/b/#%EC%A0%88\"", html);
        Assert.Contains("href=\"/blog/tags/\"", html);
        Assert.Contains("href=\"https://a.kr/x\"", html);
        Assert.Contains("href=\"/blog/about/\"", html);
        Assert.Contains("src='/blog/%EC%82%AC%EC%A7%84.png'", html);
        Assert.Contains("src=\"/blog/x.png\"", html);
    }

    [Theory]
    [InlineData("[가](/about)", "href=\"/blog/about/\"")]
    [InlineData("[가](/about/index.html)", "href=\"/blog/about/\"")]
    [InlineData("[가](/about/?q=1#절)", "href=\"/blog/about/?q=1#%EC%A0%88\"")]
    [InlineData("[가](../../pages/about.md)", "href=\"/blog/about/\"")]
    [InlineData("[가][나]\n\n[나]: /about", "href=\"/blog/about/\"")]
    [InlineData("<a href=../../pages/about.md>가</a>", "<a href=/blog/about/>")]
    [InlineData("<div>\n<img src='사진.png' srcset=\"/공용.png 1x, 사진.png 2x\">\n</div>",
        "<img src='/blog/posts/a/%EC%82%AC%EC%A7%84.png' srcset=\"/blog/%EA%B3%B5%EC%9A%A9.png 1x, /blog/posts/a/%EC%82%AC%EC%A7%84.png "
            + "2x\">")]
    [InlineData("<!-- <a href=\"/none/\"> --><script>var a = '<a href=\"/none/\">';</script>",
        "<!-- <a href=\"/none/\"> --><script>var a = '<a href=\"/none/\">';</script>")]
    [InlineData("가{cite=\"/about\" data-x=\"/about\"}", "data-x=\"/about\"")]
    public void Every_way_to_write_a_link_leads_to_the_address(string markdown, string html)
    {
        var site = TestSite.Bare(TestSite.Post("a/index.md", "글", "2025-01-01", "", markdown),
            "-- content/pages/about.md --\n---\ntitle: 소개\n---\n-- content/posts/a/사진.png --\n-\n-- content/static/공용.png --\n-\n")
            .WithBaseUrl("https://example.com/blog/");
        Assert.Contains(html, site.Built()["posts/a/index.html"]);
    }

    [Fact]
    public void Files_beside_a_bundle_are_published_beside_its_page()
    {
        var site = TestSite.Bare(TestSite.Post("2025-01-24-여행/index.md", "여행", "2025-01-24", "", "![바다](바다.jpg)"),
            "-- content/posts/2025-01-24-여행/바다.jpg --\njpg\n").WithBaseUrl("https://example.com/blog/").Built();
        Assert.Contains("posts/여행/바다.jpg", site.Output.Files.Keys);
        Assert.Contains("src=\"/blog/posts/%EC%97%AC%ED%96%89/%EB%B0%94%EB%8B%A4.jpg\"", site["posts/여행/index.html"]);
    }

    [Fact]
    public void An_alias_leads_to_its_page_with_canonical_and_fragment_and_is_not_indexed()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "옮긴 글", "2025-01-01", "aliases: [/123, /entry/%EC%A0%9C%EB%AA%A9/, /old.html]"))
            .WithBaseUrl("https://example.com/blog/").Built();
        foreach (var file in new[] { "123/index.html", "entry/제목/index.html", "old.html" })
        {
            var page = site.Page(file);
            Assert.Equal("https://example.com/blog/posts/a/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Equal("0; url=/blog/posts/a/", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
            // Seen for a moment; in the dark it is no white flash.
            Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
            Assert.Contains("location.hash", page.QuerySelector("script")!.TextContent);
        }

        Assert.DoesNotContain("123", site["sitemap.xml"]);
    }

    static void AssertLinks(TestSite site, string baseUrl, string basePath)
    {
        var broken = new List<string>();
        var pages = site.HtmlFiles().ToDictionary(file => file, site.Page);
        foreach (var (file, page) in pages)
        {
            var here = new Uri(new Uri(baseUrl), Uri.EscapeDataString(file).Replace("%2F", "/"));
            foreach (var url in Addresses(page))
            {
                var target = new Uri(here, url);
                if (target.Host != "example.github.io")
                    continue;
                var path = Uri.UnescapeDataString(target.AbsolutePath);
                if (!path.StartsWith(basePath, StringComparison.Ordinal))
                    broken.Add($"{file}: {url} leaves {basePath}");
                else if (Html.FileFor(site,
                    target.AbsolutePath[Uri.EscapeDataString(basePath).Replace("%2F", "/").Length..]) is not { } found)
                    broken.Add($"{file}: {url} is not there");
                else if (target.Fragment.Length > 1 && pages.TryGetValue(found, out var other)
                    && other.GetElementById(Uri.UnescapeDataString(target.Fragment[1..])) is null)
                    broken.Add($"{file}: {url} has no such id");
            }
        }

        Assert.Empty(broken);
        Assert.True(pages.Count > 10);
    }

    static IEnumerable<string> Addresses(IHtmlDocument page) =>
        page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("[src]").Select(e => e.GetAttribute("src")!))
            .Concat(page.QuerySelectorAll("meta[property='og:url'],meta[property='og:image']").Select(e => e.GetAttribute("content")!))
            .Where(url => url.Length > 0);
}
