using System.Globalization;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>
/// The repository's site with sixty more posts over ten years, a post with everything that Markdown and the shortcodes
/// can write, and a conversation of three; a strict policy is on.
/// </summary>
static class DressedSite
{
    static readonly Lazy<ServedSite> Once =
        new(() => ServedSite.With("license: CC BY-NC 4.0\n", [Everything, Three, .. Enumerable.Range(0, 60).Select(Post)]));

    // Words of two syllables, enough for tags under every letter.
    static readonly string[] Tags = ["가전", "나눔", "데이터", "로봇", "메타", "반도체", "스타트업", "에이전트", "전력", "칩", "클라우드", "투자", "플랫폼", "헬스케어", "AGI",
        "LLaMA"];

    const string Everything = """
        -- content/posts/dressed/pic.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400">
        <rect width="800" height="400" fill="#ccd"/></svg>
        -- content/posts/dressed/index.md --
        ---
        title: 마루가 입히는 모든 것
        date: 2025-02-10
        updated: 2025-02-12
        category: AI 인터뷰 및 최신 동향
        source:
          title: A very long English source title about everything
          url: "https://www.example.com/a/very/long/path/0123456789abcdef"
          publisher: The Circuit
          date: 2025-01-22
        translation: 초벌은 기계가, 다듬기는 사람이 했습니다.
        ---

        **굵은 글씨(Bold)**와 *강조한 글*, `코드 조각`. https://www.example.com/a/very/long/path/that/never/ends/and/goes/on/0123456789abcdef 를 보라.[^1]

        ## 목록과 표

        1. 첫째
           - 안쪽

        - [x] 한 일
        - [ ] 할 일

        | 회사이름하나 | 회사이름둘째 | 회사이름셋째 | 회사이름넷째 | 회사이름다섯 | 회사이름여섯 |
        |:--|--:|:-:|---|---|---|
        | 세일즈포스 | 1,234,567 | 가운데 | 데이터센터 | 데이터센터 | 데이터센터 |

        > 인용한 글이다.

        ```csharp
        public static string Hello(string name) => $"안녕하세요, {name}님! 아주 긴 줄은 옆으로 밀어서 본다. 아주 긴 줄은 옆으로 밀어서 본다.";
        ```

        ## 그림과 영상

        ![그림](pic.svg "그림의 제목이 설명이 된다")

        {{< youtube dQw4w9WgXcQ title="다보스의 대담" start=43 >}}

        ## 알림과 접기

        > [!NOTE]
        > 참고할 말이다.

        > [!WARNING]
        > 주의할 말이다.

        {{< fold "펼쳐 보는 글" >}}
        접어 둔 글이다.
        {{< /fold >}}

        {{< quote "마크 베니오프" title="다보스에서" href="https://example.com/x" >}}
        우리는 사람만 관리한 마지막 세대의 CEO입니다.
        {{< /quote >}}

        $$
        \int_0^1 x^2 \, dx = \frac{1}{3} + \sum_{i=0}^{n} a_i b_i c_i d_i e_i f_i g_i h_i
        $$

        [^1]: 각주의 글.
        """;

    const string Three = """
        -- content/posts/three.md --
        ---
        title: 세 사람이 나눈 이야기
        date: 2025-02-09
        people: [마크 베니오프]
        interview:
          speakers:
            - {name: 진행자, role: host}
            - {name: 마크 베니오프, role: guest}
            - {name: 알렉산드라 마리아 곤살레스페레스, role: guest}
        ---

        세 사람이 한자리에 모였다.

        ## 첫째 마당

        진행자 - 안녕하세요?
        마크 베니오프 - 네, 반갑습니다.
        알렉산드라 마리아 곤살레스페레스 - 저도 반갑습니다.
        (* 편집자의 주가 이 곁에 있다.)
        진행자 - 마지막으로 한마디?
        마크 베니오프 - https://www.example.com/a/very/long/path/that/never/ends/0123456789abcdef 에 있습니다.
        """;

    public static ServedSite Served => Once.Value;

    static string Post(int number)
    {
        var day = new DateTime(2015, 1, 10).AddDays(number * 61).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"-- content/posts/{number}.md --\n---\ntitle: {number}번째 글\ndate: {day}\ntags: [{Tags[number % Tags.Length]}]\n"
            + $"people: [사람{number % 9}]\n---\n\n{number}번째로 쓴 글이다.\n";
    }

    /// <summary>The hosts of films answer from here: a picture, and a page that says that it plays.</summary>
    public static async Task WithoutTheNetwork(ReaderPage reader)
    {
        await reader.Page.RouteAsync("https://i.ytimg.com/**", route => route.FulfillAsync(new()
        {
            ContentType = "image/svg+xml",
            Body = "<svg xmlns='http://www.w3.org/2000/svg' width='480' height='360'/>"
        }));
        await reader.Page.RouteAsync("https://www.youtube-nocookie.com/**",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>plays</title>" }));
    }
}
