using AngleSharp.Html;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace SiteGen.Core.Tests.Sites;

public sealed class HtmlTests
{
    public static TheoryData<string> Sites => ["seeds", "sixty", "empty", "features"];

    [Theory]
    [MemberData(nameof(Sites))]
    public void No_page_has_a_parse_error(string which)
    {
        var site = Make(which);
        var errors = new List<string>();
        foreach (var file in site.HtmlFiles())
        {
            var parser = new HtmlParser();
            parser.Error += (_, e) => errors.Add($"{file}: {(e as HtmlErrorEvent)?.Message} {(e as HtmlErrorEvent)?.Position}");
            parser.ParseDocument(site[file]);
        }

        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_page_has_its_own_title_one_heading_a_language_and_unique_ids(string which)
    {
        var site = Make(which);
        var titles = new Dictionary<string, string>();
        foreach (var file in site.HtmlFiles())
        {
            var page = site.Page(file);
            Assert.True(titles.TryAdd(page.Title!,
                file), $"{file} and {titles.GetValueOrDefault(page.Title!)} are both called {page.Title}");
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("ko", page.DocumentElement.GetAttribute("lang"));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
        }
    }

    [Fact]
    public void A_post_names_itself_for_search_engines_and_previews()
    {
        var page = Make("seeds").Page("posts/marc-benioff-davos-2025/index.html");
        string Meta(string property) => page.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;
        Assert.Equal("https://example.github.io/posts/marc-benioff-davos-2025/",
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("article", Meta("og:type"));
        Assert.Equal("https://example.github.io/posts/marc-benioff-davos-2025/", Meta("og:url"));
        Assert.Equal("2025-01-24T00:00:00+09:00", Meta("article:published_time"));
        var data = page.QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => System.Text.Json.JsonDocument.Parse(script.TextContent).RootElement).ToArray();
        var posting = data.Single(item => item.GetProperty("@type").GetString() == "BlogPosting");
        Assert.Equal("2025-01-24T00:00:00+09:00", posting.GetProperty("datePublished").GetString());
        var crumbs = data.Single(item => item.GetProperty("@type").GetString() == "BreadcrumbList").GetProperty("itemListElement");
        Assert.Equal(3, crumbs.GetArrayLength());
        Assert.Equal("https://example.github.io/categories/ai-%EC%9D%B8%ED%84%B0%EB%B7%B0-%EB%B0%8F-%EC%B5%9C%EC%8B%A0-%EB%8F%99%ED%96%A5/",
            crumbs[1].GetProperty("item").GetString());
    }

    const string Features = """
        ## 절 {#own .lead}

        **굵게(b)**는 _기울임(i)_은 ~~지움(d)~~을 `코드` $x^2$이고 https://example.com/page에서 a@b.kr로.[^1]

        ![바다](https://example.com/x.png "제주 바다")

        - [ ] 할 일
        - [x] 한 일

        | 가 | 나 |
        |:-:|--:|
        | 1 | 2 |

        용어
        :   뜻

        > [!WARNING]
        > 조심

        ```mermaid
        A-->B
        ```

        $$
        x^2
        $$

        {{< youtube abc title="노래" start=3 >}}

        {{< figure src="https://example.com/x.png" alt="점" caption="한 점" href="/posts/a/" >}}

        {{< fold "제목" open=true >}}
        - 하나

        {{< quote "이름" title="책" href="https://example.com/" >}}
        인용
        {{< /quote >}}
        {{< /fold >}}

        그 말은 {{< video-time "1:02" href="https://youtu.be/abc" >}}에 있다.

        [^1]: 각주
        """;

    static TestSite Make(string which) => which switch
    {
        "seeds" => new TestSite().AddFolder("content").AddFolder("themes/maru").Built(),
        "sixty" => Corpus.Maru(60).Built(),
        "features" => TestSite.Maru("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.github.io/\n",
            TestSite.Post("a.md", "모두", "2025-01-24", "", Features)).Built(),
        _ => TestSite.Maru("-- content/site.yml --\ntitle: 빈 블로그\nbase_url: https://example.github.io/\n").Built(),
    };
}
