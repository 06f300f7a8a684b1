using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Markup;

public sealed class ShortcodeTests
{
    const string Templates = """
        -- themes/bare/shortcodes/args.sbn-html --
        [{{ args | array.join "|" }};{{ title }};{{ content }}]
        -- themes/bare/shortcodes/fold.sbn-html --
        ---
        paired: true
        ---
        <details><summary>{{ args[0] }}</summary>{{ content }}</details>
        """;

    [Theory]
    [InlineData("{{< args 가 \"나 다\" title=\"라 <b>\" >}}", "[가|나 다;라 &lt;b&gt;;]")]
    [InlineData("{{<args 'a\"b' `c\\d` \"e\\\"f\">}}", "[a&quot;b|c\\d|e&quot;f;;]")]
    [InlineData("{{< args “굽은 따옴표” title=맨말 >}}", "[굽은 따옴표;맨말;]")]
    [InlineData("앞 {{< args x >}}를 뒤", "<p>앞 [x;;]를 뒤</p>")]
    [InlineData("- {{< args x >}}", "<ul>\n<li>\n[x;;]\n</li>\n</ul>")]
    [InlineData("문단에 바로\n{{< args x >}}\n붙는다", "<p>문단에 바로</p>\n[x;;]\n<p>붙는다</p>")]
    public void A_shortcode_gets_its_arguments_and_escapes_them(string markdown, string html) => Assert.Equal(html, Render(markdown));

    [Theory]
    [InlineData("{{< fold \"제목\" >}}\n\n**굵게(bold)**는\n\n- 하나\n\n{{< /fold >}}",
        "<details><summary>제목</summary><p><strong>굵게(bold)</strong>는</p>\n<ul>\n<li>하나</li>\n</ul>\n</details>")]
    [InlineData("{{< fold a >}}\n글\n{{< /fold >}}", "<details><summary>a</summary><p>글</p>\n</details>")]
    [InlineData("{{< fold a >}}\n{{< fold b >}}\n글\n{{< /fold >}}\n{{< /fold >}}",
        "<details><summary>a</summary><details><summary>b</summary><p>글</p>\n</details>\n</details>")]
    [InlineData("{{< fold a >}}\n```\n{{< /fold >}}\n```\n{{< /fold >}}",
        "<details><summary>a</summary><pre><code>{{&lt; /fold &gt;}}\n</code></pre>\n</details>")]
    [InlineData("{{< fold a >}}\n- 하나\n- 둘\n{{< /fold >}}",
        "<details><summary>a</summary><ul>\n<li>하나</li>\n<li>둘</li>\n</ul>\n</details>")]
    [InlineData("앞 {{< fold a >}}**굵게(b)**는{{< /fold >}} 뒤", "<p>앞 <details><summary>a</summary><strong>굵게(b)</strong>는</details> 뒤</p>")]
    [InlineData("> {{< fold a >}}\n> 글\n> {{< /fold >}}", "<blockquote>\n<details><summary>a</summary><p>글</p>\n</details>\n</blockquote>")]
    [InlineData("{{< fold a >}}\n{{< /fold >}}", "<details><summary>a</summary></details>")]
    public void A_paired_shortcode_stands_around_Markdown(string markdown, string html) => Assert.Equal(html, Render(markdown));

    [Theory]
    [InlineData("`{{< args x >}}`", "<p><code>{{&lt; args x &gt;}}</code></p>")]
    [InlineData("    {{< args x >}}", "<pre><code>{{&lt; args x &gt;}}\n</code></pre>")]
    [InlineData("{{</* args x */>}}", "<p>{{&lt; args x &gt;}}</p>")]
    [InlineData("{{ page.title }} {{< >}} {{<3}}", "<p>{{ page.title }} {{&lt; &gt;}} {{&lt;3}}</p>")]
    [InlineData("# 제목 {{ .Title }}", "<h1 id=\"제목--title-\">제목 {{ .Title }}</h1>")]
    public void What_only_looks_like_a_shortcode_is_text(string markdown, string html) => Assert.Equal(html, Render(markdown));

    [Fact]
    public void Headings_and_words_within_a_shortcode_count()
    {
        var site = Site("{{< fold a >}}\n\n## 안의 제목\n\n{{< /fold >}}");
        Assert.Contains("<h2 id=\"안의-제목\">", site["posts/a/index.html"]);
    }

    [Fact]
    public void The_themes_own_shortcodes_make_plain_HTML()
    {
        var site = TestSite.Maru("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/blog/\n",
            TestSite.Post("a/index.md", "글", "2025-01-24", "source: {title: 원문, url: \"https://www.youtube.com/watch?v=abc\"}", """
            {{< youtube dQw4w9WgXcQ title="노래" start=43 >}}

            {{< vimeo 76979871 title="대담" >}}

            {{< vimeo 1 poster="점.gif" title="점" start=43 >}}

            {{< figure src="점.gif" alt="점" caption="한 점" >}}

            {{< fold "펼치기" >}}
            안의 **글(text)**은
            {{< /fold >}}

            {{< quote "마크 베니오프" title="다보스" href="/posts/a/" >}}
            에이전트입니다.
            {{< /quote >}}

            그 말은 {{< video-time "1:02:03" >}}에 있다.
            """)).Add("-- content/posts/a/빈.txt --\n-\n");
        site.Files.Add("content/posts/a/점.gif", [.. "GIF89a"u8, 3, 0, 2, 0, 0, 0, 0]);
        var html = site.Built()["posts/a/index.html"];
        Assert.Contains(
            "<a class=\"video-still\" href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43\" "
                + "data-embed=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=43\">", html);
        Assert.Contains(
            "<a class=\"video-still\" href=\"https://vimeo.com/76979871\" data-embed=\"https://player.vimeo.com/video/76979871?dnt=1\">\n"
                + "<span>대담</span>\n</a>\n</figure>", html);
        Assert.Contains(
            "<a class=\"video-still\" href=\"https://vimeo.com/1#t=43s\" data-embed=\"https://player.vimeo.com/video/1?dnt=1#t=43s\">\n"
                + "<img src=\"/blog/posts/a/%EC%A0%90.gif\" alt=\"점\" loading=\"lazy\" decoding=\"async\">\n</a>\n"
                + "<figcaption>점</figcaption>", html);
        Assert.Contains(
            "<img src=\"/blog/posts/a/%EC%A0%90.gif\" alt=\"점\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\">\n"
                + "<figcaption>한 점</figcaption>", html);
        Assert.Contains("<details class=\"fold\">\n<summary>펼치기</summary>\n<p>안의 <strong>글(text)</strong>은</p>\n</details>", html);
        Assert.Contains(
            "<blockquote cite=\"/blog/posts/a/\">\n<p>에이전트입니다.</p>\n</blockquote>\n"
                + "<figcaption>마크 베니오프, <cite><a href=\"/blog/posts/a/\">다보스</a></cite></figcaption>", html);
        Assert.Contains(
            "그 말은 <a class=\"video-time\" href=\"https://www.youtube.com/watch?v=abc&t=3723\"><time "
                + "datetime=\"PT3723S\">1:02:03</time></a>에 있다.", html);
        Assert.DoesNotContain("style=\"", html);
    }

    [Fact]
    public void A_turn_of_an_interview_may_hold_and_begin_with_a_shortcode()
    {
        var site = TestSite.Bare(Templates,
            TestSite.Post("a.md", "글", "2025-01-24", "interview: {speakers: [{name: 진행자, role: host}, {name: 손님}]}",
                "진행자 - {{< args 1 >}} 물음\n손님 - 답\n\n{{< args 2 >}}\n\n진행자 - {{< args 3 >}}\n손님 - 끝")).Built();
        var html = site["posts/a/index.html"];
        Assert.Equal(4, site.Page("posts/a/index.html").QuerySelectorAll(".turn").Length);
        Assert.Contains("[1;;] 물음", html);
        Assert.Contains("[2;;]", html);
        Assert.Contains("[3;;]", html);
        Assert.Equal(2, site.Page("posts/a/index.html").QuerySelectorAll(".turn").Count(turn => turn.TextContent.Contains("진행자")));
    }

    static string Render(string markdown)
    {
        var html = Site(markdown)["posts/a/index.html"];
        var start = html.IndexOf("</time>", StringComparison.Ordinal) + "</time>".Length;
        return html[start..html.IndexOf("</article>", StringComparison.Ordinal)].Trim();
    }

    static TestSite Site(string markdown) => TestSite.Bare(Templates, TestSite.Post("a.md", "글", "2025-01-24", "", markdown)).Built();
}
