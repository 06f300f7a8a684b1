using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Sites;

/// <summary>Letter case of addresses, and patterns that end in <c>.html</c>.</summary>
public sealed class AddressPatternTests
{
    const string Name = "2017-01-13-웹서버-2-PHP-설치.md";

    static TestSite Site(string permalinks, params string[] more) => TestSite.Maru(
        $"-- content/site.yml --\ntitle: 시험\ndescription: 시험\nbase_url: https://example.com/blog/\npermalinks: {permalinks}\n",
        TestSite.Post(Name, "PHP 설치", "2017-01-13", "tags: [PHP, php]\ncategories: [Web Server]\npeople: [Rasmus Lerdorf]"),
        "-- content/pages/About/Me.md --\n---\ntitle: 나\n---\n소개합니다.\n").Add(string.Join('\n', more));

    [Fact]
    public void Capitals_of_names_stay_where_the_site_keeps_them()
    {
        var files = Site("{keep_case: true, posts: \"/:category/:year/:slug/\"}").Built().Output.Files.Keys;
        foreach (var folder in new[] { "Web-Server/2017/웹서버-2-PHP-설치/", "About/Me/", "tags/PHP/", "categories/Web-Server/",
            "people/Rasmus-Lerdorf/" })
            Assert.Contains(folder + "index.html", files);
        Assert.DoesNotContain("tags/php/index.html", files);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{keep_case: false}")]
    public void Without_it_addresses_are_in_lower_case(string permalinks) =>
        Assert.Contains("posts/웹서버-2-php-설치/index.html", Site(permalinks).Built().Output.Files.Keys);

    [Fact]
    public void Romanized_addresses_keep_capitals_too() =>
        Assert.Contains("posts/wepseobeo-2-PHP-seolchi/index.html", Site("{keep_case: true, romanize: true}").Built().Output.Files.Keys);

    [Theory]
    [InlineData("/:year/:month/:day/:title.html", "2017/01/13/웹서버-2-PHP-설치.html")]
    [InlineData("/:category/:slug.html", "Web-Server/웹서버-2-PHP-설치.html")]
    [InlineData("/:title.html", "웹서버-2-PHP-설치.html")]
    [InlineData("/:title/", "웹서버-2-PHP-설치/index.html")]
    public void Every_link_feed_and_index_has_the_address_of_the_pattern(string pattern, string file)
    {
        var site = Site($"{{keep_case: true, posts: \"{pattern}\"}}",
            TestSite.Post("2017-02-01-B.md", "둘", "2017-02-01", "categories: 글", $"[가]({Name})")).Built();
        var path = "/blog/" + string.Join('/', file.Replace("index.html", "").Split('/').Select(Uri.EscapeDataString));
        Assert.Contains($"<link rel=\"canonical\" href=\"https://example.com{path}\">", site[file]);
        foreach (var other in new[] { "rss.xml", "atom.xml", "sitemap.xml" })
            Assert.Contains($"https://example.com{path}<", site[other].Replace('"', '<'));
        foreach (var other in new[] { "index.html", "tags/PHP/index.html", "archives/2017/01/index.html", "search/posts.json" })
            Assert.Contains($"\"{path}\"", site[other]);
        var diagnostics = new DiagnosticBag();
        SiteCheck.Run(site.Files, site.Options, null, diagnostics);
        Assert.DoesNotContain(diagnostics.Sorted(), found => found.Severity == Severity.Error);
    }

    [Fact]
    public void Links_find_an_html_page_with_and_without_its_extension_and_files_beside_it()
    {
        var site = Site("{posts: \"/:year/:title.html\"}",
            TestSite.Post("2025-01-02-b/index.md", "둘", "2025-01-02", "image: c.png", "![그림](c.png) [가](/2017/웹서버-2-php-설치)"),
            "-- content/posts/2025-01-02-b/c.png --\n그림",
            TestSite.Post("2025-01-03-c/index.md", "셋", "2025-01-03", "", "![그림](c.png)"),
            "-- content/posts/2025-01-03-c/c.png --\n그림").Built();
        Assert.Contains("src=\"/blog/2025/b/c.png\"", site["2025/b.html"]);
        Assert.Contains("https://example.com/blog/2025/b/c.png", site["2025/b.html"]);
        Assert.Contains("-php-%EC%84%A4%EC%B9%98.html\">가</a>", site["2025/b.html"]);
        Assert.Contains("src=\"/blog/2025/c/c.png\"", site["2025/c.html"]);
    }

    [Theory]
    [InlineData("{keep_case: true}", "2025-01-02-ABC.md", "2025-01-03-abc.md", "/posts/ABC/", "/posts/abc/")]
    [InlineData("{keep_case: true, posts: \"/:title.html\"}", "Über.md", "über.md", "/Über.html", "/über.html")]
    [InlineData("{keep_case: true, posts: \"/:title/\"}", "2025-01-02-about.md", "2025-01-03-ABOUT.md", "/about/", "/ABOUT/")]
    public void Two_addresses_that_differ_only_in_case_are_an_error_that_names_both(
        string permalinks, string one, string other, string first, string second)
    {
        var printed = Site(permalinks, TestSite.Post(one, "하나", "2025-01-02"), TestSite.Post(other, "둘", "2025-01-03")).Build().Printed;
        foreach (var part in (string[])["address-duplicate", one, other, first, second])
            Assert.Contains(part, printed);
    }

    [Theory]
    [InlineData("/:title.xml")]
    [InlineData("/:year.html")]
    [InlineData("/:title:output_ext")]
    [InlineData("/:tittle.html")]
    public void Other_patterns_are_an_error_with_a_right_one(string pattern)
    {
        var printed = Site($"{{posts: \"{pattern}\"}}").Build().Printed;
        Assert.Contains("content/site.yml:4:13: error config-permalink", printed);
        Assert.Contains("hint: ", printed);
    }
}
