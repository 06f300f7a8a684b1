using System.Globalization;
using System.Text;

namespace SiteGen.Core.Tests.Sites;

/// <summary>Posts made by rule, enough of them that every list has several pages.</summary>
static class Corpus
{
    static readonly string[] People = ["마크 베니오프", "사티아 나델라", "샘 알트먼"];
    static readonly string[] Tags = ["AGI", "스타게이트", "에이전트", "C#"];
    static readonly string[] Categories = ["AI 인터뷰 및 최신 동향", "에세이"];

    public const string Config = """
        -- content/site.yml --
        title: 시험 블로그
        description: 예순 편의 글
        base_url: https://example.github.io/
        theme: maru
        paginate: 5
        menu:
          - {title: 모든 글, url: /archives/}
        lists:
          davos: {title: 다보스에서, path: /davos/, where: {tags: 스타게이트, has: people}, order: date desc, paginate: 4, feed: true}
          by_company: {title: 회사별, path: /companies/:group/, group_by: params.company, order: title}
        """;

    /// <summary>A site with the theme maru and so many posts in five months.</summary>
    public static TestSite Maru(int posts) => TestSite.Maru(Config, Posts(posts));

    public static string Posts(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var date = new DateTime(2024, 10, 1, 0, 30, 0).AddDays(i * 2.5).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var more = $"tags: [{Tags[i % 4]}, 모두]\ncategories: [{Categories[i % 2]}]\npeople: [{People[i % 3]}, 모두 나오는 사람]\n"
                + $"company: 회사{i % 2}\n";
            text.Append(TestSite.Post($"post-{i}.md", $"글 {i} & <이야기>", date, more, $"""
                **마크다운(Markdown)**을 쓴 글 {i}입니다. [다음 글](post-{(i + 1) % count}.md#절-1)과 [목록](/archives/)을 보세요.

                ## 절 1

                2~3년 후면 4~5년.

                | 회사 | 날짜 |
                |---|---|
                | 오픈AI | 2025.01.{i % 28 + 1:00} |
                """));
        }

        return text.ToString();
    }
}
