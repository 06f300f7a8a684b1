using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>Texts of an author that look like HTML are text wherever they are printed.</summary>
public sealed class EscapingTests
{
    const string Text = """<script>alert(1)</script> & "x" 'y' </title><img src=x onerror=alert(1)> {{ 1 + 1 }}""";
    const string Yaml = """'<script>alert(1)</script> & "x" ''y'' </title><img src=x onerror=alert(1)> {{ 1 + 1 }}'""";

    static readonly string Config = $$"""
        -- content/site.yml --
        title: {{Yaml}}
        description: {{Yaml}}
        base_url: https://example.com/blog/
        author: {name: {{Yaml}}, url: 'https://example.com/?a="<b>', email: {{Yaml}}}
        license: {{Yaml}}
        menu: [{title: {{Yaml}}, url: '/"><script>alert(1)</script>'}]
        verification: {naver: {{Yaml}}, google: {{Yaml}}, bing: {{Yaml}}}
        social: {github: 'https://example.com/"><script>alert(1)</script>'}
        lists:
          mine: {title: {{Yaml}}, description: {{Yaml}}, path: /mine/, feed: true}
          by: {title: {{Yaml}}, path: "/by/:group/", group_by: params.company, feed: true}
        """;

    static readonly string Matter = $$"""
        summary: {{Yaml}}
        image: '/"><script>alert(1)</script>.png'
        image_alt: {{Yaml}}
        tags: [{{Yaml}}]
        categories: [{{Yaml}}]
        people: [{{Yaml}}]
        series: {{Yaml}}
        company: {{Yaml}}
        aliases: [/old]
        source: {title: {{Yaml}}, url: 'https://example.com/"><script>alert(1)</script>', publisher: {{Yaml}}}
        interview: {speakers: [{name: 'A & "B" <u>', role: host, person: {{Yaml}}}]}
        """;

    const string Body = """
        ## \<script>alert(1)\</script> & "x"

        첫 문단 \<script>alert(1)\</script> & "x"

        A & "B" <u> - 말합니다.

        ```html
        <script>alert(1)</script>
        ```

        ![\<script>alert(1)\</script> "x"](https://example.com/x.png "\"><script>alert(1)</script>")
        """;

    static TestSite Site(TestSite site) => site.Add(Config.Replace(
        "-- content/site.yml --\n", $"-- content/site.yml --\ntheme: {(site.Files.Exists("themes/maru/theme.yml") ? "maru" : "bare")}\n"))
        .Add(TestSite.Post("a.md", Yaml, "2025-01-01", Matter, Body))
        .Add(TestSite.Post("b.md", Yaml, "2025-01-02", Matter.Replace("/old", "/older"), Body))
        .Add($"-- content/data/category_links.yml --\n? {Yaml}\n: [{{title: {Yaml}, url: '/\"><script>alert(1)</script>', date: "
            + $"2025.01.24}}]\n")
        .Add($"-- content/pages/about.md --\n---\ntitle: {Yaml}\n---\n{Body}\n").Built();

    public static TheoryData<bool> Themes => [true, false];

    [Theory]
    [MemberData(nameof(Themes))]
    public void No_text_of_an_author_becomes_an_element_or_attribute_of_a_page(bool isMaru)
    {
        var site = Site(isMaru ? TestSite.Maru() : TestSite.Bare());
        foreach (var file in site.HtmlFiles())
        {
            var page = site.Page(file);
            Assert.All(page.QuerySelectorAll("script"),
                script => Assert.False(script.TextContent.Trim().StartsWith("alert", StringComparison.Ordinal), file));
            Assert.All(page.QuerySelectorAll("img"), image => Assert.NotEqual("x", image.GetAttribute("src")));
            Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on",
                StringComparison.Ordinal) || attribute.Name.AsSpan().ContainsAny("<>\"'&"), $"{file}: {attribute.Name}"));
            Assert.DoesNotContain("&lt;script&gt;alert(1)&lt;/script&gt;", page.DocumentElement.TextContent);
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Titles_are_shown_as_they_were_written(bool isMaru)
    {
        var site = Site(isMaru ? TestSite.Maru() : TestSite.Bare());
        Assert.Equal(Text, site.Page("posts/a/index.html").QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(Text, site.Page("about/index.html").QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(Text, site.Page("old/index.html").Title);
        Assert.StartsWith(Text, site.Page("posts/a/index.html").Title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Structured_data_is_JSON_that_holds_the_texts(bool isMaru)
    {
        var site = Site(isMaru ? TestSite.Maru() : TestSite.Bare());
        foreach (var file in site.HtmlFiles())
        {
            foreach (var script in site.Page(file).QuerySelectorAll("script[type='application/ld+json']"))
                JsonDocument.Parse(script.TextContent).Dispose();
        }

        using var posting = JsonDocument.Parse(site.Page("posts/a/index.html")
            .QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(Text, posting.RootElement.GetProperty("headline").GetString());
        Assert.Equal(Text, posting.RootElement.GetProperty("description").GetString());
        Assert.Equal(Text, posting.RootElement.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public void Feeds_and_sitemap_are_XML_that_holds_the_texts()
    {
        var site = Site(TestSite.Bare());
        foreach (var file in site.Output.Files.Keys.Where(file => file.EndsWith(".xml", StringComparison.Ordinal)))
            XDocument.Parse(site[file]);
        var item = XDocument.Parse(site["rss.xml"]).Descendants("item").First();
        Assert.Equal(Text, item.Element("title")!.Value);
        Assert.Equal(Text, item.Element("description")!.Value);
        Assert.All(item.Elements("category"), category => Assert.Equal(Text, category.Value));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(Text, XDocument.Parse(site["atom.xml"]).Root!.Element(atom + "entry")!.Element(atom + "title")!.Value);
    }

    [Fact]
    public void Control_characters_of_bodies_and_data_are_in_no_feed()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "글", "2025-01-01", "", "벨\u0007과 \u000B 탭, \uFFFE 그리고 \u0000 끝")).Built();
        foreach (var file in new[] { "rss.xml", "atom.xml", "sitemap.xml" })
            XDocument.Parse(site[file]);
        Assert.Contains("벨과", site["rss.xml"]);
    }
}
