namespace SiteGen.Core.Tests.Sites;

/// <summary>Values in quotes over several lines, as the YAML libraries of other generators read them.</summary>
public sealed class QuotedValueTests
{
    const string Layout = """
        -- themes/bare/layouts/post.sbn-html --
        ---
        layout: base
        ---
        [{{ page.summary }}|{{ page.params.b }}|{{ page.tags | array.map "name" | array.join "," }}]
        """;

    static TestSite With(string matter)
    {
        var site = TestSite.Bare(Layout).Configured("params: [b]");
        site.Files.Add("content/posts/2025-01-24-a.md", $"---\n{matter}\ntitle: 글\ntags: [나]\n---\n본문\n");
        return site;
    }

    [Theory]
    [InlineData("summary: \"첫 줄\n둘째 줄\"", "[첫 줄 둘째 줄||나]")]
    [InlineData("summary: '첫 줄\n둘째 줄'", "[첫 줄 둘째 줄||나]")]
    [InlineData("summary: \"첫 줄\r\n둘째 줄\"", "[첫 줄 둘째 줄||나]")]
    [InlineData("summary: \"첫 줄\n둘째 줄\n  셋째 줄\n넷째 줄\"", "[첫 줄 둘째 줄 셋째 줄 넷째 줄||나]")]
    [InlineData("summary: \"첫 \\\"줄\\\"\n둘째 줄\" # 메모", "[첫 &quot;줄&quot; 둘째 줄||나]")]
    [InlineData("summary: 'It''s\nthis'\nb: \"하나\n둘\"", "[It&#39;s this|하나 둘|나]")]
    [InlineData("summary: \"첫 줄\n 둘째 줄\"", "[첫 줄 둘째 줄||나]")]
    [InlineData("b: {c: 1}\nsummary: \"첫: 줄,\n둘째 [줄]\"", "[첫: 줄, 둘째 [줄]|")]
    public void Lines_of_a_value_may_begin_at_the_margin(string matter, string shown)
    {
        var site = With(matter).Built();
        Assert.Contains(shown, site["posts/a/index.html"]);
        Assert.Equal("", site.Printed);
    }

    [Fact]
    public void Places_below_such_a_value_are_right()
    {
        var site = With("summary: \"첫 줄\n둘째 줄\"\nupdated: 언젠가").Build();
        Assert.Equal(4, Assert.Single(site.Diagnostics.Sorted()).Place.Line);
    }

    [Theory]
    [InlineData("summary: \"첫 줄\n\n둘째 줄\"", "goes on at the beginning of a line")]
    [InlineData("summary: \"첫 줄\ndraft: true\nb: 둘\"", "goes on at the beginning of a line")]
    [InlineData("summary: \"첫 줄\nb: \"둘\"", "is not closed")]
    [InlineData("summary: \"첫 줄", "is not closed")]
    [InlineData("summary: '첫 줄\n둘째 줄", "is not closed")]
    public void A_value_whose_end_is_unclear_is_an_error_where_it_begins(string matter, string words)
    {
        var site = With(matter).Build();
        var found = Assert.Single(site.Diagnostics.Sorted());
        Assert.Contains(words, found.Message.ToString());
        Assert.Equal((2, 10), (found.Place.Line, found.Place.Column));
    }
}
