using SiteGen.Core.Configuration;
using SiteGen.Core.Markup;

namespace SiteGen.Core.Tests.Markup;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**마크다운(Markdown)**을 씁니다", "<p><strong>마크다운(Markdown)</strong>을 씁니다</p>")]
    [InlineData("2~3년 후면 4~5년", "<p>2~3년 후면 4~5년</p>")]
    [InlineData("~~지운 말~~", "<p><del>지운 말</del></p>")]
    [InlineData("https://example.com에서 봤다", "<p><a href=\"https://example.com\">https://example.com</a>에서 봤다</p>")]
    [InlineData("https://ko.wikipedia.org/wiki/한국 참고",
        "<p><a href=\"https://ko.wikipedia.org/wiki/%ED%95%9C%EA%B5%AD\">https://ko.wikipedia.org/wiki/한국</a> 참고</p>")]
    [InlineData("-- 인터뷰 시작 --", "<p>-- 인터뷰 시작 --</p>")]
    [InlineData("앞 글\n-- 인터뷰 시작 --", "<p>앞 글\n-- 인터뷰 시작 --</p>")]
    [InlineData("(* 편집자 주)", "<p>(* 편집자 주)</p>")]
    [InlineData("| 가 | 나 |\n|---|---|\n| 1 | 2 |",
        "<table>\n<thead>\n<tr>\n<th>가</th>\n<th>나</th>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>")]
    public void Korean_text_comes_out_as_its_author_means_it(string markdown, string html) =>
        Assert.Equal(html, Render(markdown).Html.Trim());

    [Fact]
    public void Headings_keep_Hangul_in_their_ids_and_are_unique()
    {
        var (html, digest) = Render("## 첫 절\n\n## 첫 절\n\n## C# 이야기 {#own}\n\n## !!!");
        Assert.Equal(["첫-절", "첫-절-1", "own", "section"], digest.Headings.Select(heading => heading.Id));
        Assert.Contains("<h2 id=\"첫-절-1\">첫 절</h2>", html);
    }

    [Fact]
    public void A_table_of_contents_nests_what_is_below()
    {
        var headings = Render("## 하나\n\n### 둘\n\n### 셋\n\n## 넷\n\n#### 다섯").Digest.Headings;
        Assert.Equal(
            "<ol><li><a href=\"#%ED%95%98%EB%82%98\">하나</a><ol><li><a href=\"#%EB%91%98\">둘</a></li><li><a "
                + "href=\"#%EC%85%8B\">셋</a></li></ol></li><li><a href=\"#%EB%84%B7\">넷</a></li></ol>",
            TableOfContents.Html(headings));
    }

    [Theory]
    [InlineData("짧은 글입니다.", "짧은 글입니다.")]
    [InlineData("앞<!--more-->뒤", "앞뒤")]
    [InlineData("**굵은** [링크](https://a.kr)와 `코드`", "굵은 링크와 코드")]
    public void A_summary_is_the_text_of_the_first_paragraph(string markdown, string summary) =>
        Assert.Equal(summary, Render(markdown).Digest.Summary);

    [Fact]
    public void A_summary_ends_at_the_authors_mark()
    {
        var digest = Render("앞의 *글*\n\n<!--more-->\n\n뒤의 글").Digest;
        Assert.Equal("앞의 글", digest.Summary);
        Assert.Equal("<p>앞의 <em>글</em></p>\n", digest.SummaryHtml);
    }

    [Fact]
    public void A_long_summary_is_cut_behind_a_sentence()
    {
        var summary = Render(string.Concat(Enumerable.Repeat("마흔 자쯤 되는 한국어 문장을 여러 번 되풀이해서 길게 적어 봅니다. ", 10))).Digest.Summary;
        Assert.InRange(summary.Length, 90, 180);
        Assert.EndsWith("봅니다.", summary);
    }

    [Fact]
    public void Every_line_break_counts_when_the_site_asks_for_it()
    {
        Assert.Equal("<p>가<br />\n나</p>", Render("가\n나", new MarkdownConfig(Breaks: true)).Html.Trim());
        Assert.Equal("<p>가\n나</p>", Render("가\n나").Html.Trim());
    }

    [Fact]
    public void Raw_HTML_is_text_when_the_site_asks_for_it() =>
        Assert.Equal("<p>&lt;b&gt;가&lt;/b&gt;</p>", Render("<b>가</b>", new MarkdownConfig(RawHtml: false)).Html.Trim());

    static (string Html, PageDigest Digest) Render(string markdown, MarkdownConfig? config = null) => MarkdownCase.Render(markdown, config);
}
