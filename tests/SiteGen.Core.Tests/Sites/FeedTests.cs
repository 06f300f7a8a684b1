using System.Globalization;
using System.Xml.Linq;

namespace SiteGen.Core.Tests.Sites;

public sealed class FeedTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    static readonly TestSite Site = TestSite.Bare(
        TestSite.Post("a.md", "'제목 & <b>'", "2025-01-24 09:30", "updated: 2025-02-01\ntags: [가, 나]\ncategories: [인터뷰]\nsummary: 요약 <글>",
            "[표](b.md) ![그림](/그림.png) <a href=\"/x/\">x</a> \u0007제어"),
        TestSite.Post("b.md", "둘", "2025-01-23", "tags: [가]"),
        "-- content/static/그림.png --\n그림\n-- content/static/x/index.html --\nx\n").WithBaseUrl("https://example.com/blog/").Built();

    [Fact]
    public void RSS_holds_whole_posts_with_absolute_addresses()
    {
        var channel = XDocument.Parse(Site["rss.xml"]).Root!.Element("channel")!;
        Assert.Equal("https://example.com/blog/", channel.Element("link")!.Value);
        Assert.Equal("https://example.com/blog/rss.xml", channel.Element(Atom + "link")!.Attribute("href")!.Value);
        var item = channel.Elements("item").First();
        Assert.Equal("제목 & <b>", item.Element("title")!.Value);
        Assert.Equal("https://example.com/blog/posts/a/", item.Element("link")!.Value);
        Assert.Equal("https://example.com/blog/posts/a/", item.Element("guid")!.Value);
        Assert.Equal("Fri, 24 Jan 2025 09:30:00 +0900", item.Element("pubDate")!.Value);
        Assert.Equal(["인터뷰", "가", "나"], item.Elements("category").Select(category => category.Value));
        Assert.Equal("요약 <글>", item.Element("description")!.Value);
        var html = item.Element(Content + "encoded")!.Value;
        Assert.Contains("href=\"https://example.com/blog/posts/b/\"", html);
        Assert.Contains("src=\"https://example.com/blog/%EA%B7%B8%EB%A6%BC.png\"", html);
        Assert.Contains("href=\"https://example.com/blog/x/\"", html);
        Assert.DoesNotContain("\u0007", html);
    }

    [Fact]
    public void Atom_has_what_its_specification_asks_of_feed_and_entries()
    {
        var feed = XDocument.Parse(Site["atom.xml"]).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var name in new[] { "title", "id", "updated", "author" })
            Assert.Single(feed.Elements(Atom + name));
        Assert.Equal("2025-02-01T00:00:00+09:00", feed.Element(Atom + "updated")!.Value);
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Assert.True(Uri.IsWellFormedUriString(entry.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.True(DateTimeOffset.TryParse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _));
            Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
        }
    }

    [Fact]
    public void Every_term_has_a_feed_of_its_posts_alone()
    {
        Assert.Equal(2, XDocument.Parse(Site["tags/가/rss.xml"]).Descendants("item").Count());
        Assert.Single(XDocument.Parse(Site["tags/나/rss.xml"]).Descendants("item"));
        Assert.Contains("categories/인터뷰/rss.xml", Site.Output.Files.Keys);
    }

    [Fact]
    public void Summaries_alone_stand_in_a_feed_that_asks_for_them()
    {
        var site = TestSite.Of(TestSite.BareTheme, "-- content/site.yml --\ntitle: 시험\ntheme: bare\nfeed: {limit: 1, full_text: false}\n",
            TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02")).Built();
        Assert.Single(XDocument.Parse(site["rss.xml"]).Descendants("item"));
        Assert.DoesNotContain("encoded", site["rss.xml"].Replace("xmlns:content", ""));
    }

    [Fact]
    public void The_sitemap_lists_pages_with_the_date_of_their_last_change()
    {
        var rows = XDocument.Parse(Site["sitemap.xml"]).Root!.Elements(Sitemap + "url")
            .ToDictionary(url => url.Element(Sitemap + "loc")!.Value, url => url.Element(Sitemap + "lastmod")?.Value);
        Assert.Equal("2025-02-01T00:00:00+09:00", rows["https://example.com/blog/posts/a/"]);
        Assert.Equal("2025-01-23T00:00:00+09:00", rows["https://example.com/blog/posts/b/"]);
        Assert.Equal("2025-02-01T00:00:00+09:00", rows["https://example.com/blog/"]);
        Assert.Equal("2025-02-01T00:00:00+09:00", rows["https://example.com/blog/tags/%EA%B0%80/"]);
        Assert.DoesNotContain(rows.Keys, url => url.Contains("404") || url.EndsWith(".xml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blog_without_posts_has_feeds_and_sitemap_too()
    {
        var site = TestSite.Bare().Built();
        Assert.Empty(XDocument.Parse(site["rss.xml"]).Descendants("item"));
        Assert.Single(XDocument.Parse(site["atom.xml"]).Root!.Elements(Atom + "updated"));
        XDocument.Parse(site["sitemap.xml"]);
    }

    [Fact]
    public void Robots_CNAME_and_nojekyll_are_written_and_the_authors_own_win()
    {
        var site = TestSite.Of(TestSite.BareTheme,
            "-- content/site.yml --\ntitle: 시험\ntheme: bare\ndomain: blog.example.com\nrobots: |\n  #DaumWebMasterTool:abc\n").Built();
        Assert.Equal("User-agent: *\nAllow: /\n#DaumWebMasterTool:abc\n\nSitemap: https://blog.example.com/sitemap.xml\n",
            site["robots.txt"]);
        Assert.Equal("blog.example.com\n", site["CNAME"]);
        Assert.Equal("", site[".nojekyll"]);
        site.Add("-- content/static/robots.txt --\nmine\n").Built();
        Assert.Equal("mine\n", site["robots.txt"]);
    }
}
