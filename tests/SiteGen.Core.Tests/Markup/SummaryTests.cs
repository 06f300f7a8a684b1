using SiteGen.Core.Markup;

namespace SiteGen.Core.Tests.Markup;

public sealed class SummaryTests
{
    static string Words(int count) => string.Join(' ', Enumerable.Repeat("어절", count));

    [Fact]
    public void Paragraphs_are_added_until_there_is_enough()
    {
        Assert.Equal("하나. 둘.", Summary.Cut(["하나.", "", "둘."]));
        Assert.Equal(Words(40), Summary.Cut([Words(40), "더는 없다."]));
    }

    [Fact]
    public void A_long_text_is_cut_behind_its_last_sentence()
    {
        Assert.Equal(Words(40) + " 끝났다.", Summary.Cut([Words(40) + " 끝났다. " + Words(40)]));
        Assert.Equal(Words(40) + " “끝났다.”", Summary.Cut([Words(40) + " “끝났다.” " + Words(40)]));
        Assert.Equal(Words(40) + " 끝났나?", Summary.Cut([Words(40) + " 끝났나? " + Words(40)]));
    }

    [Fact]
    public void The_points_of_numbers_and_dates_end_no_sentence() =>
        Assert.Equal(Words(40) + " 2025. 1. 24. 그리고 3.5 " + Words(13) + "…",
            Summary.Cut([Words(40) + " 2025. 1. 24. 그리고 3.5 " + Words(40)]));

    [Fact]
    public void A_text_without_sentences_is_cut_between_words() => Assert.Equal(Words(60) + "…", Summary.Cut([Words(90)]));

    [Fact]
    public void A_text_without_blanks_is_cut_between_characters()
    {
        Assert.Equal(new string('가', 180) + "…", Summary.Cut([new string('가', 500)]));
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 90)) + "…", Summary.Cut([string.Concat(Enumerable.Repeat("😀", 200))]));
        Assert.Equal("가" + string.Concat(Enumerable.Repeat("😀", 89)) + "…",
            Summary.Cut(["가" + string.Concat(Enumerable.Repeat("😀", 200))]));
    }

    [Fact]
    public void An_address_is_never_cut() =>
        Assert.Equal(Words(20) + "…", Summary.Cut([Words(20) + " https://example.com/" + new string('a', 300)]));

    [Theory]
    [InlineData("앞 [링크](https://example.com/aaa) 뒤", "앞 링크 뒤")]
    [InlineData("각주[^1]가 있다\n\n[^1]: 각주", "각주가 있다")]
    [InlineData("[괄호] 안과 [열린 괄호", "[괄호] 안과 [열린 괄호")]
    [InlineData("<b>굵은</b> 글 <!-- 주석 -->", "굵은 글")]
    [InlineData("값은 $x$이다", "값은 x이다")]
    [InlineData("![바다](https://a.kr/x.png \"설명\")\n\n첫 문단", "첫 문단")]
    [InlineData("## 제목\n\n- 목록\n\n> 인용\n\n첫 문단", "첫 문단")]
    [InlineData("{{ 중괄호 }}", "{{ 중괄호 }}")]
    public void A_summary_is_what_a_reader_sees(string markdown, string summary) =>
        Assert.Equal(summary, MarkdownCase.Render(markdown).Digest.Summary);

    [Theory]
    [InlineData("<!--more-->")]
    [InlineData("<!-- more -->")]
    [InlineData("<!--MORE-->")]
    public void The_authors_mark_ends_the_summary(string mark) =>
        Assert.Equal("앞 글 목록", MarkdownCase.Render($"앞 글\n\n- 목록\n\n{mark}\n\n뒤 글").Digest.Summary);

    [Fact]
    public void The_authors_mark_is_no_text_where_HTML_is()
    {
        var (html, digest) = MarkdownCase.Render("앞 글\n<!--more-->\n뒤 <b>글</b>",
            new SiteGen.Core.Configuration.MarkdownConfig(RawHtml: false));
        Assert.Equal("앞 글", digest.Summary);
        Assert.Equal("<p>앞 글</p>\n<p>뒤 &lt;b&gt;글&lt;/b&gt;</p>\n", html);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(606, 3)]
    [InlineData(2020, 10)]
    public void Reading_takes_a_minute_for_202_words(int words, int minutes) =>
        Assert.Equal(minutes, MarkdownCase.Render(Words(words)).Digest.Minutes);
}
