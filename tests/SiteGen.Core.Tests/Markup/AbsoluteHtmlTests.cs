using System.Text.Json;
using SiteGen.Core.Markup;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Markup;

/// <summary>HTML in feeds: well-formed HTML is copied without being parsed, with the same result.</summary>
public sealed class AbsoluteHtmlTests
{
    const string Page = "https://example.org/blog/posts/a/";

    static readonly string[] Examples =
        [.. System.IO.File.ReadLines(Repository.PathOf("tests/SiteGen.Core.Tests/Markup/commonmark-0.31.2.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("html").GetString()!)];

    static readonly string[] Pieces =
    [
        "<p>", "</p>", "<p class=\"a\">", "<a href=\"/x\">", "<a href=\"../b/?a=1&amp;b=2#c\">", "</a>", "<em>", "</em>", "<strong>",
        "</strong>", "<code>", "</code>", "<pre>", "</pre>", "<ul>", "<li>", "</li>", "</ul>", "<br />", "<br>", "<hr />",
        "<img src=\"y.png\" alt=\"&quot;\" />", "<img src=\"//a/b\" srcset=\"a.png 1x, b.png 2x\">", "<h2 id=\"가\">", "</h2>",
        "<blockquote>", "</blockquote>", "<div hidden>", "</div>", "<table>", "<thead>", "<tr>", "<th>", "</th>", "</tr>", "</thead>",
        "<tbody>", "<td>", "</td>",
        "</tbody>", "</table>", "<figure>", "<figcaption>", "</figcaption>", "</figure>", "<dl>", "<dt>", "</dt>", "<dd>", "</dd>", "</dl>",
        "<span a=\"<\">", "</span>", "<sup>", "</sup>", "<details>", "<summary>", "</summary>", "</details>",
        "<input type=\"checkbox\" disabled=\"disabled\" />",
        "<script>", "</script>", "<iframe>", "</iframe>", "<!-- x -->", "글", "\n", " ", "&amp;", "&lt;", "&quot;", "&#39;", "&nbsp;",
        "\u00A0", "&copy", "&", ">", "\"", "'", "<", "<A HREF=x>", "<p/>", "<svg>", "</svg>",
    ];

    [Theory]
    [InlineData("<p>글 <a class=\"x\" href=\"/y/\">고리 &quot;&amp;&quot;</a><br /></p>\n",
        "<p>글 <a class=\"x\" href=\"https://example.org/y/\">고리 \"&amp;\"</a><br></p>")]
    [InlineData("<table><tr><td><img src=\"가.png\">",
        "<table><tbody><tr><td><img src=\"https://example.org/blog/posts/a/%EA%B0%80.png\"></td></tr></tbody></table>")]
    [InlineData("<p>하나<p>둘<script>x</script>", "<p>하나</p><p>둘</p>")]
    [InlineData("<!-- 메모 -->\n<p>글<!-- 둘 --></p>", "<p>글</p>")]
    [InlineData("<ul><li>글<!-- <b>x</b> --></li></ul><!--x", "<ul><li>글</li></ul>")]
    [InlineData("<p>글<!><?php x ?></p>", "<p>글</p>")]
    public void Addresses_become_absolute_and_HTML_whole(string html, string expected) =>
        Assert.Equal(expected, AbsoluteHtml.Of(html, Page));

    [Fact]
    public void The_specification_s_examples_come_out_as_parsed_ones() => Assert.All(Examples, Check);

    [Fact]
    public void Examples_that_lost_or_gained_something_come_out_as_parsed_ones()
    {
        var random = new Random(1);
        foreach (var example in Examples)
        {
            for (var round = 0; round < 6; round++)
            {
                var (at, piece) = (random.Next(example.Length + 1), Pieces[random.Next(Pieces.Length)]);
                Check(example.Insert(at, piece));
                Check(example.Remove(Math.Min(at, example.Length)) + example[Math.Min(at + 1, example.Length)..]);
            }
        }
    }

    [Fact]
    public void Any_row_of_tags_comes_out_as_a_parsed_one()
    {
        var random = new Random(2);
        for (var round = 0; round < 6000; round++)
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    [Fact]
    public void Any_nest_of_tags_comes_out_as_a_parsed_one()
    {
        string[] names = ["p", "a", "em", "strong", "b", "code", "span", "ul", "li", "h2", "blockquote", "div", "pre", "table", "thead",
            "tbody", "tr", "td", "dl", "dt", "dd", "figure", "details", "summary", "sup"];
        var random = new Random(3);
        for (var round = 0; round < 6000; round++)
            Check(Nest(4));

        string Nest(int depth) => depth == 0 ? "글" : string.Concat(Enumerable.Range(0, random.Next(1, 3))
            .Select(_ => names[random.Next(names.Length)]).Select(name => $"<{name}>{Nest(random.Next(depth))}</{name}>"));
    }

    static void Check(string html) => Assert.Equal(AbsoluteHtml.Parsed(html, new Uri(Page)), AbsoluteHtml.Of(html, Page));
}
