using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>Two thousand documents of every construct, mixed and spoilt, are built and checked without an exception.</summary>
public sealed class FuzzTests
{
    const int Documents = 2000;
    const int OfOneSite = 100;

    static readonly string[] Constructs =
    [
        "용어\n: 뜻", "용어\n: 뜻 하나\n\n: 뜻 둘", "용어\n: 설명\n\n\n: 설명2", "용어\n: 뜻\n\n\n",
        "용어 하나\n용어 둘\n:   뜻\n\n    - 목록\n\n    ```\n    코드\n    ```", "| 가 | 나 |\n|---|:-:|\n| 1 | `a|b` |\n{: .narrow}",
        "| 머리 |\n| 둘 | 셋 |\n| :--- | --- |\n| 1 |", "+---+---+\n| 가 | 나 |\n+===+===+\n| 1 | 2 |\n+---+---+",
        "당신은 {role}입니다. /users/{id}/posts {#a .b c=d}", "## 제목 {#답}\n{: .no_toc}", "> 인용\n{: .prompt-tip }", "* TOC\n{:toc}",
        "[링크](https://example.com){:target=\"_blank\"} ![그림](a.png){.w-50}\n다음 줄",
        "```py {file=\"a.py\"}\nx = {1}\n```\n{: file=\"a.py\"}", "각주[^1]와 또[^가]\n\n[^1]: 하나\n\n    이어지는 글\n\n[^가]: 둘 [^1]",
        "[^ㄱ]: > 인용\n    | 가 |\n    |---|", "진행자 - 반갑습니다.\n\n손님 - 네, **안녕하세요(Hello)**.\n(웃음)",
        "진행자: 질문?\n손님: 대답.\n\n-- 쉬는 시간 --\n\n진행자 - 다시", "(* 주석) 진행자 - {말}", "<div class=\"box\">\n\n**글**\n\n</div>",
        "<a id=\"x\" />글 <b>굵게</b> <String> <br/> <!-- 주석 -->", "<details><summary>더</summary>\n\n- 가\n\n</details>",
        "<table><tr><td>가</table>", "<script>x</script>\n<style>a{}</style>", "<svg><path d=\"M0\"/></svg>", "<!-- 열린 주석",
        "- 하나\n  1. 둘\n     > 셋\n\n- [ ] 넷\n- [x] 다섯", "  1. 하나\n    - 가\n    - 나\n  2. 둘",
        "인공지능(Artificial Intelligence, AI)은 용어(Term)입니다.", "{{< fold \"가\" >}}\n\n글\n\n{{< /fold >}}",
        "{% raw %}글{% endraw %} {{ site.baseurl }} {{% notice %}}", "$$\nx_{ab}\n$$\n식 \\\\(F_{A}\\\\) $a$",
        "> [!NOTE]\n> 알림\n> - 목록", ":::note\n글\n:::", "[[위키]] ![](a b.png) [자료](/발표 자료.pdf)",
        "[가]: https://a.kr \"제목\"\n[가][] [나][가]", "제목\n===\n\n소제목\n---", "*가*나 **다**라 ~~마~~ 2~3년 “바”은", "***\n* * *\n_ _ _",
        "    코드\n\n\t코드", "https://example.com에서 a@b.kr을", "![그림][없음] [글](other.md#절) [셋](#없음)", "H~2~O ^위^ ==강조== ++더함++",
        "\u1112\u1161\u11AB\u1100\u1173\u11AF \u200B😀\u00A0",
    ];

    static readonly string[] Between =
        ["\n", "\n\n", "\n\n\n", "\n\n\n\n", " ", "\n> ", "\n- ", "\n: ", "\n    ", "\n\n    ", "\n| ", "\n{: .a}\n"];

    static readonly string[] FrontMatters =
    [
        "", "interview: {speakers: [{name: 진행자, role: host}, {name: 손님, role: guest}]}\n", "people: [진행자]\ntags: [.NET, 가]\ntoc: true\n",
        "summary: \"{요약} *글*\"\nimage: {path: a.png, alt: 그림}\n",
    ];

    public static TheoryData<int> Sites => [.. Enumerable.Range(0, Documents / OfOneSite)];

    [Theory]
    [MemberData(nameof(Sites))]
    [Trait("Category", "Slow")]
    public void Mixed_and_spoilt_documents_end_in_a_site_or_in_errors_of_the_author(int number)
    {
        var site = TestSite.Bare("-- themes/bare/shortcodes/fold.sbn-html --\n---\npaired: true\n---\n<i>{{ content }}</i>\n")
            .Configured($"markdown: {{breaks: {(number % 2 == 0 ? "true" : "false")}, quotes: {(number % 3 == 0 ? "true" : "false")}}}");
        for (var i = 0; i < OfOneSite; i++)
            site.Files.Add($"content/posts/p{i}.md", Document((number * OfOneSite) + i));
        site.Build();
        AssertNoFault(site.Diagnostics);
        var found = new DiagnosticBag();
        var report = SiteCheck.Run(site.Files, site.Options, found);
        AssertNoFault(found);
        Assert.Equal(number % 5 != 0, report?.Pages > OfOneSite);

        void AssertNoFault(DiagnosticBag diagnostics)
        {
            foreach (var one in diagnostics.Sorted())
            {
                Assert.False(one.Rule == InternalFault.Rule, DiagnosticPrinter.Text(one));
                Assert.InRange(one.Place.Offset, -1, one.Place.Source?.Text.Length ?? 0);
            }
        }
    }

    /// <summary>One of five is spoilt in its front matter too; a site of the others is rendered, checked and written.</summary>
    static string Document(int seed)
    {
        var random = new Random(seed);
        var body = Constructs[random.Next(Constructs.Length)];
        for (var more = random.Next(1, 10); more > 0; more--)
            body += Between[random.Next(Between.Length)] + Constructs[random.Next(Constructs.Length)];
        var matter = $"---\ntitle: 글 {seed}\ndate: 2025-01-01\n{FrontMatters[random.Next(FrontMatters.Length)]}---\n\n";
        return seed / OfOneSite % 5 == 0 ? Mutation.Of(matter + body, seed) : matter + Mutation.Of(body, seed);
    }
}
