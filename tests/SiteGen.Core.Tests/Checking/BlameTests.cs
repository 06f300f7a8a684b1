using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Checking;

/// <summary>A finding stands at the element that causes it, and what only follows from it is not told.</summary>
public sealed class BlameTests
{
    const string Picture = "-- content/static/a.png --\n그림\n";
    const string Http = "http://x.example/a.png";

    static TestSite Site(string body, params string[] more) =>
        TestSite.Of([PlainSite.Text, Picture, TestSite.Post("a.md", "글", "2025-01-01", "", body), .. more]);

    static string Found(TestSite site)
    {
        var diagnostics = new DiagnosticBag();
        SiteCheck.Run(site.Files, site.Options, null, diagnostics);
        return string.Join(", ", diagnostics.Sorted().Select(found =>
            found.Place.Path == "content/posts/a.md" ? $"{found.Rule} {found.Place.Line}:{found.Place.Column}"
                : $"{found.Rule} {found.Place.Path}"));
    }

    [Theory]
    [InlineData("<div style=\"background:url(/a.png)\">x</div>", "url(/blog/a.png)")]
    [InlineData("<div style=\"background: url('/a.png') no-repeat\">x</div>", "url(&#39;/blog/a.png&#39;) no-repeat")]
    [InlineData("<div style='background:URL( \"/a.png\" )'>x</div>", "URL( &quot;/blog/a.png&quot; )")]
    [InlineData("글 <b style=\"background:url(&quot;/a.png&quot;), url(/a.png)\">x</b>", "url(&quot;/blog/a.png&quot;), url(/blog/a.png)")]
    [InlineData("<i style=\"mask:url(#m);background:url(data:image/png;base64,AA==)\">x</i>",
        "url(#m);background:url(data:image/png;base64,AA==)")]
    [InlineData("<i style=\"background:url(https://example.org/a.png)\">x</i>", "url(https://example.org/a.png)")]
    [InlineData("<i style=\"background:url(/a.png\">x</i>", "style=\"background:url(/a.png\"")]
    [InlineData("## 절 {#one style=\"background:url(/a.png)\"}", "url(/blog/a.png)")]
    public void Pictures_of_a_style_get_the_base_path(string html, string published)
    {
        var site = Site($"<img src=\"/a.png\" alt=\"가\"> <object data=\"/a.png\">나</object>\n\n{html}");
        Assert.Equal("", Found(site));
        Assert.Contains(published, site.Built()["posts/a/index.html"]);
    }

    [Theory]
    [InlineData($"![가]({Http})\n\n[나]({Http})", "mixed-content 6:6")]
    [InlineData($"[가]({Http})\n\n![나]({Http})", "mixed-content 8:6")]
    [InlineData($"[![가 [나]]({Http})]({Http})", "mixed-content 6:11")]
    [InlineData($"<a href=\"{Http}\">가</a>\n\n<img src='{Http}' alt='가'>", "mixed-content 8:11")]
    [InlineData($"[가]({Http})\n\n<i style=\"background:url('{Http}')\">x</i>", "mixed-content 8:27")]
    [InlineData($"<img src=\"/a.png\" alt=\"가\">\n\n<i style=\"background:url(/no.png)\">x</i>", "link-missing 8:26")]
    public void Only_the_element_that_loads_it_is_named(string body, string found) => Assert.Equal(found, Found(Site(body)));

    [Theory]
    [InlineData("[소개](/about/)")]
    [InlineData("<a href=\"/about/\">소개</a>")]
    [InlineData("![소개](/a.png) 그리고 [소개][1]\n\n[1]: /about/")]
    public void A_link_of_the_template_is_not_blamed_on_the_same_link_of_a_text(string body) =>
        Assert.Equal("link-base-path posts/a/index.html", Found(Site(body,
            "-- content/pages/about.md --\n---\ntitle: 소개\nsummary: 소개합니다.\n---\n소개\n",
            "-- themes/plain/layouts/page.sbn-html --\n---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ page.content }}",
            "-- themes/plain/layouts/post.sbn-html --\n---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ page.content }}"
                + "<a href=\"/about/\">메뉴</a>")));

    [Theory]
    [InlineData("## 절 <a id=\"item\" />\n\n글 하나\n\n글 둘", "html-syntax 6:6")]
    [InlineData("글 <span id='k'/> 하나\n\n글 둘", "html-syntax 6:3")]
    [InlineData("`<b id=\"z\" />`\n\n글 <b id=\"z\" /> 하나\n\n글 둘", "html-syntax 8:3")]
    [InlineData("<a id=\"x\" />\n\n글 <a id=\"x\" /> 하나\n\n<a id=\"y\" />글 둘",
        "html-syntax 6:1, html-syntax 8:3, id-duplicate 8:6, html-syntax 10:1")]
    [InlineData("글 <i id=\"u\">하나\n\n글 둘\n\n글 셋", "html-syntax posts/a/index.html")]
    [InlineData("<p id=\"x\">하나</p>\n\n`<p id=\"x\">`\n\n<p id=\"x\">둘</p>", "id-duplicate 10:4")]
    [InlineData("글 <br /> <img src=\"/a.png\" alt=\"가\" />\n\n<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" /></svg>", "")]
    public void A_tag_that_can_not_close_itself_is_told_and_not_the_ids_it_repeats(string body, string found) =>
        Assert.Equal(found, Found(Site(body)));
}
