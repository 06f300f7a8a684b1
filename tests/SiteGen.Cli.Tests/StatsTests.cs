using System.Text.Json;

namespace SiteGen.Cli.Tests;

public sealed class StatsTests : IDisposable
{
    readonly SiteFolder site = new();

    public StatsTests()
    {
        for (var i = 0; i < 10; i++)
            site.Write($"content/posts/many{i}.md", $"---\ntitle: 많은 글 {i}\ndate: 2022-03-1{i}\ntags: [여럿]\n---\n하나 둘\n");
        site.Write("content/posts/interview.md",
            "---\ntitle: 다보스\ndate: 2024-12-31T23:30:00Z\ntags: [한 번]\n"
                + "interview: {speakers: [{name: 진행자, role: host}, {name: 베니오프, role: guest, person: 마크 베니오프}]}\n---\n진행자 - 어떻게 보십니까?\n\n"
                + "베니오프 - 네, 아주 좋게 봅니다.\n")
            .Write("content/posts/b.md", "---\ntitle: English\ndate: 2025-05-05\ntags: [여럿, AI]\npeople: [래리 엘리슨, 마크 베니오프]\n---\n본문\n");
    }

    [Fact]
    public void A_blog_in_numbers_with_its_years_as_bars()
    {
        Assert.Equal(0, site.Run("stats", "--limit", "3"));
        Assert.Equal(
            """
            13 posts, 30 words: 2 a post

            Posts by year
            year  words  posts
            2022     20     10  ████████████████████████████████████████
            2023      0      0
            2024      0      0
            2025     10      3  ████████████

            Longest posts
            words  date        title      source
                8  2025-01-01  다보스     content/posts/interview.md
                2  2022-03-10  많은 글 0  content/posts/many0.md
                2  2022-03-11  많은 글 1  content/posts/many1.md

            People (2)
            posts  words said  name
                2           4  마크 베니오프
                1           0  래리 엘리슨

            Tags used once (2)
            한 번, AI

            """, site.Output);
        Assert.Equal("", site.Errors);
        Assert.False(Directory.Exists(site["output"]));
    }

    [Fact]
    public void Programs_get_all_of_it()
    {
        Assert.Equal(0, site.Run("stats", "--limit", "1", "--format", "json"));
        using var json = JsonDocument.Parse(site.Output);
        var root = json.RootElement;
        Assert.Equal((13, 30), (root.GetProperty("posts").GetInt32(), root.GetProperty("words").GetInt32()));
        Assert.Equal([2022, 2023, 2024, 2025],
            root.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetInt32()));
        Assert.Equal(13, root.GetProperty("longest").GetArrayLength());
        Assert.Equal("content/posts/interview.md", root.GetProperty("longest")[0].GetProperty("source").GetString());
        Assert.Equal(["마크 베니오프", "래리 엘리슨"],
            root.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
        Assert.Equal(["한 번", "AI"], root.GetProperty("tags_used_once").EnumerateArray().Select(tag => tag.GetString()));
    }

    [Fact]
    public void Held_back_posts_count_when_they_are_asked_for_and_a_slip_of_the_finger_makes_no_thousand_years()
    {
        site.Write("content/posts/slip.md", "---\ntitle: 옛날\ndate: 0202-01-01\n---\n");
        Assert.Equal(0, site.Run("stats", "--drafts", "--future"));
        Assert.StartsWith("16 posts, ", site.Output, StringComparison.Ordinal);
        Assert.Contains("\n 202      0      1  ████\n2022 ", site.Output);
    }

    [Fact]
    public void A_long_title_is_cut_where_a_character_ends()
    {
        site.Write(
            "content/posts/long.md", $"---\ntitle: {new string('가', 22)}a{string.Concat(Enumerable.Repeat("🎉", 20))}\ndate: 2025-01-01\n"
                + $"---\n{string.Concat(Enumerable.Repeat("말 ", 50))}");
        Assert.Equal(0, site.Run("stats", "--limit", "1"));
        Assert.Contains($"   50  2025-01-01  {new string('가', 22)}a🎉…  content/posts/long.md\n", site.Output);
    }

    [Fact]
    public void A_single_post_has_a_bar_beside_the_fullest_year()
    {
        for (var i = 0; i < 190; i++)
            site.Write($"content/posts/more{i}.md", $"---\ntitle: 더 {i}\ndate: 2022-01-01\n---\n");
        site.Write("content/posts/one.md", "---\ntitle: 하나\ndate: 2023-01-01\n---\n");
        Assert.Equal(0, site.Run("stats"));
        Assert.Matches("(?m)^2023 +0 +1  █$", site.Output);
        Assert.Matches("(?m)^2022 +20 +200  █{40}$", site.Output);
    }

    [Fact]
    public void Many_tags_are_set_in_lines_of_eighty_cells()
    {
        site.Write(
            "content/posts/tags.md", "---\ntitle: 태그\ndate: 2025-01-01\n"
                + $"tags: [{string.Join(", ", Enumerable.Range(100, 40).Select(i => $"태그이름{i}"))}]\n---\n");
        Assert.Equal(0, site.Run("stats"));
        var lines = site.Output.Split("Tags used once (42)\n")[1].TrimEnd('\n').Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.All(lines[..^1], line => Assert.InRange(line.Length + line.Count(c => c >= '가'), 66, 78));
        Assert.Equal(42, string.Join(' ', lines).Split(", ").Length);
    }

    [Fact]
    public void A_site_without_posts_says_so_and_mistakes_are_told_beside_the_numbers()
    {
        foreach (var file in Directory.GetFiles(site["content/posts"]))
            File.Delete(file);
        Assert.Equal(0, site.Run("stats"));
        Assert.Equal("There are no posts.\n", site.Output);
        site.Write("content/posts/x.md", "---\ntitle: 글\n---\n").Write("content/posts/y.md", "---\ntitle: 글\ndate: 2025-01-01\n---\n");
        Assert.Equal(1, site.Run("stats"));
        Assert.Contains("1 post, 0 words: 0 a post", site.Output);
        Assert.Contains("The post has no date.", site.Errors);
    }

    public void Dispose() => site.Dispose();
}
