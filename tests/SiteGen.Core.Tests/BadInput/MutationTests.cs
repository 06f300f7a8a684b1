using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>However a file is spoilt, a build ends with diagnostics or with a site inside its folder, never with an exception.</summary>
public sealed class MutationTests
{
    // What is read by the same code as another file here needs fewer.
    static readonly string[] ReadLikeOthers =
        ["content/posts/_defaults.yml", "themes/bare/i18n/ko.yml", "themes/bare/layouts/post.sbn-html"];

    static readonly Dictionary<string, string> Files = new()
    {
        ["content/site.yml"] = """
            title: 시험
            description: "설명: 하나"
            base_url: https://example.com/blog/
            theme: bare
            theme_options: {colour: green}
            domain: example.com
            language: ko
            time_zone: Asia/Seoul
            author: {name: 홍길동, url: https://example.com/, email: a@example.com}
            permalinks: {posts: "/:year/:category/:slug/"}
            paginate: 2
            taxonomies: [tags, categories, people]
            menu:
              - {title: 소개, url: /about/}
            feed: {limit: 5, full_text: true}
            markdown: {breaks: true}
            robots: |
              User-agent: x
            lists:
              mine: {title: 내 목록, path: /mine/, where: {tags: 가, has: summary}, order: title, paginate: 1, feed: true}
              by: {path: "/by/:group/", group_by: params.company, order: date desc}
              archives: {order: title asc}
            """,
        ["content/posts/a.md"] = """
            ---
            title: "글: 하나"
            date: 2025-01-24 09:30 +0900
            updated: 2025.01.25
            slug: 첫-글
            aliases: [/123, /entry/글/]
            tags: [가, 나, "#다 #라"]
            category: AI 인터뷰 및 최신 동향
            people: [마크 베니오프]
            summary: 한두 문장
            image: a.png
            weight: 3
            source: {title: 원문, url: https://example.com/, date: 2025-01-01}
            interview:
              speakers:
                - {name: 진행자, role: host, aliases: [나]}
            company: {name: 세일즈포스, scores: [1, 2.5, true, null]}
            ---

            ## 제목 하나 {#id}

            본문 **굵게(bold)**은 [링크](b.md#절) ![그림](https://example.com/x.png "제목") `코드` ~~지움~~ 2~3년 <b>raw</b>

            - 하나
              1. 둘

            > 인용

            | 가 | 나 |
            |---|---|
            | 1 | 2 |

            ```js
            alert(1)
            ```

            각주[^1] https://example.com에서

            [^1]: 주
            """,
        ["content/posts/_defaults.yml"] = "series: 연재\ntags: [기본]\ncompany: 오픈AI\n",
        ["content/data/category_links.yml"] = "AI 인터뷰 및 최신 동향:\n  - {title: 하나, url: https://example.com/1, date: 2025.01.22, comments: "
            + "3}\n에세이: &e\n  - {title: 둘, date: 2025.01.22}\n기타: *e\n",
        ["content/data/things.json"] = """{"마크": {"이름": "마크 \"베니오프\" \ud83d\ude00", "나이": 60, "키": 1.9e2, "목록": [1, [2, {"a": null}], """
            + """true]}, "b": ""}""",
        ["themes/bare/theme.yml"] = "name: bare\napi: 1\noptions:\n  colour: {type: choice, values: [red, green], default: red}\n"
            + "  size: {type: int, default: 3}\n  toc: {type: bool, default: true, description: 차례}\n",
        ["themes/bare/i18n/ko.yml"] = "posts: 글 {count}\nnot_found_title: 없음\ndeep:\n  word: 말\n",
        ["themes/bare/layouts/post.sbn-html"] = """
            ---
            layout: base
            ---
            {{ for t in page.tags }}<a href="{{ t.url }}">{{ t.name | string.upcase }}</a>{{ end }}
            {{ if page.series }}{{ page.params.company.name | string.truncate 5 }}{{ else }}{{ date_format page.date "long" }}{{ end }}
            {{ func f(x); ret x + 1; end }}{{ f 2 }} {{ josa page.title "은/는" }} {{ t "deep.word" }} {{ page.content }}
            """,
    };

    public static TheoryData<string> Paths => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_spoilt_file_makes_diagnostics_or_a_site_but_no_exception(string path) => Spoil(path, seeds: 40);

    [Theory]
    [MemberData(nameof(Paths))]
    [Trait("Category", "Slow")]
    public void A_file_spoilt_in_hundreds_of_ways_makes_diagnostics_or_a_site_but_no_exception(string path) =>
        Spoil(path, seeds: ReadLikeOthers.Contains(path) ? 150 : 500);

    static void Spoil(string path, int seeds)
    {
        var sound = Sound();
        Assert.False(sound.Build().Diagnostics.HasErrors, sound.Printed);
        Parallel.For(0, seeds, seed =>
        {
            var site = Sound();
            site.Files.Add(path, Mutation.Of(Files[path], seed));
            // Texts and templates show what they hold when they are rendered; of the rest nearly all is known when the plan is.
            var isRendered = path.Contains("/a.md") || path.Contains("layouts") || seed % 5 == 0;
            var failure = Record.Exception(() => isRendered ? site.Build() : site.Plan());
            Assert.True(failure is null, $"{path}, seed {seed}: {failure}\n{Mutation.Of(Files[path], seed)}");
            Assert.True(!isRendered || site.Diagnostics.HasErrors == site.Report!.Counts is null, $"{path}, seed {seed}");
            Assert.All(site.Diagnostics.Sorted(), CanBePrinted);
        });
    }

    /// <summary>Printed in all ways, and at a place that there is.</summary>
    static void CanBePrinted(Diagnostic found)
    {
        foreach (var language in Enum.GetValues<MessageLanguage>())
        {
            Assert.DoesNotContain('\u001B', DiagnosticPrinter.Text(found, language));
            Assert.NotEmpty(DiagnosticPrinter.GitHub(found, language));
            Assert.NotEmpty(DiagnosticPrinter.Json([found], language));
        }

        Assert.InRange(found.Place.Offset, -1, found.Place.Source?.Text.Length ?? 0);
        Assert.False(string.IsNullOrWhiteSpace(found.Message.ToString()));
        Assert.False(found.Rule == InternalFault.Rule, DiagnosticPrinter.Text(found));
    }

    static TestSite Sound()
    {
        var site = TestSite.Of(TestSite.BareTheme, TestSite.Post("b.md", "둘", "2025-01-20", "slug: 둘"));
        foreach (var (path, text) in Files)
            site.Files.Add(path, text);
        site.Options = site.Options with { Parallelism = 1 };
        return site;
    }
}
