using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

/// <summary>Posts generated from the sentences of the seeds: essays, interviews, and texts with lists, tables, quotes and code.</summary>
static class Transcripts
{
    const string Config = """
        -- content/site.yml --
        title: 대담
        description: 여러 대담
        base_url: https://example.com/blog/
        theme: maru
        """;

    static readonly string[] Guests = ["마크 베니오프", "마크 주커버그", "사티아 나델라", "샘 알트먼", "다리오 아모데이", "젠슨 황"];
    static readonly string[] Words = ["LLaMA", "오픈소스", "AGI", "스타게이트", "다보스", "코파일럿", "ChatGPT", "데이터센터"];

    static readonly string[] Blocks =
    [
        "- 하나\n- 둘\n  - 셋\n",
        "| 회사 | 날짜 |\n|---|---|\n| 오픈AI | 2025.01.22 |\n",
        "> 인용한 말 - 누가 한 말\n",
        "```text\n진행자 - 코드 안의 말\n```\n",
    ];

    static readonly string[] Sentences =
    [
        .. from number in (int[])[1, 2]
           from line in Repository.Read($"tests/SiteGen.Core.Tests/Seeds/seed-{number}.txt").Split('\n')
           where !line.Contains('|') && !line.Contains("---") && !line.StartsWith('#')
           let spoken = line.IndexOf(" - ", StringComparison.Ordinal)
           from sentence in line[(spoken is > 0 and < 12 ? spoken + 3 : 0)..].Split(". ")
           let trimmed = sentence.Trim()
           where trimmed.Length is > 15 and < 220 && char.IsLetter(trimmed[0]) && !trimmed.Contains(" - ")
           select trimmed.TrimEnd('.') + ".",
    ];

    /// <summary>A site with the theme maru; every third post is an interview.</summary>
    public static TestSite Site(IEnumerable<Transcript> posts) => TestSite.Maru([Config, .. posts.Select(post => post.Source)]);

    /// <summary>The same posts in every run.</summary>
    public static IEnumerable<Transcript> Make(int count)
    {
        var random = new Random(7);
        for (var number = 0; number < count; number++)
            yield return Make(number, random);
    }

    static Transcript Make(int number, Random random)
    {
        var (isInterview, isMixed) = (number % 3 == 1, number % 3 == 2);
        var guest = Guests[random.Next(Guests.Length)];
        var (body, turns) = (new List<string>(), 0);
        for (var section = 1; section <= random.Next(3, 7); section++)
        {
            body.Add($"## {Pick(random, Words)}에 대하여 {section}\n");
            for (var paragraphs = random.Next(3, 7); paragraphs > 0; paragraphs--)
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(2, 6)).Select(_ => Pick(random, Sentences)));
                if (isInterview)
                {
                    text = $"{(random.Next(2) == 0 ? "진행자" : guest)} - {text}";
                    turns++;
                }

                body.Add(text + (random.Next(3) == 0 ? $" **{Pick(random, Words)}(AI)**은 [회사](https://example.com/{number})\n" : "\n"));
            }

            if (isMixed)
                body.Add(Pick(random, Blocks));
        }

        var more = $"people: [{guest}]\ntags: [{Pick(random, Words)}, 모두]\nsummary: {number}번째 글의 요약\n"
            + (isInterview ? $"interview:\n  speakers: [{{name: 진행자, role: host}}, {{name: {guest}, role: guest}}]\n" : "");
        var date = new DateOnly(2024, 1, 1).AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var source = TestSite.Post($"post-{number}.md", $"글 {number}", date, more, string.Join('\n', body));
        return new Transcript($"post-{number}", source, turns);
    }

    static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}

/// <summary>A generated post.</summary>
/// <param name="Turns">How many lines name a speaker; 0 in posts that are no interviews.</param>
sealed record Transcript(string Slug, string Source, int Turns);
