using System.Text.Json;

namespace SiteGen.Cli.Tests;

public sealed class SearchTests : IDisposable
{
    readonly SiteFolder site = new();

    [Fact]
    public void A_find_is_shown_with_its_date_address_and_passage()
    {
        site.Write("content/posts/b.md", "---\ntitle: 면접 이야기\ndate: 2025-02-03\n---\n\n## 질문\n\n면접에서 묻는 것.\n");
        Assert.Equal(0, site.Run("search", "면접을"));
        Assert.Equal("2025-02-03 00:00 +09:00  면접 이야기\n    /posts/b/#질문\n    면접에서 묻는 것.\n1 post found.\n", site.Output);
        Assert.False(Directory.Exists(site["output"]));
    }

    [Fact]
    public void What_the_other_keyboard_gave_is_said()
    {
        Assert.Equal(0, site.Run("search", "wlsks", "rmf"));
        Assert.StartsWith("As typed on the other keyboard: 지난 글\n", site.Output);
        Assert.EndsWith("1 post found.\n", site.Output);
    }

    [Fact]
    public void Finds_can_be_read_by_programs()
    {
        Assert.Equal(0, site.Run("search", "지난", "--format", "json"));
        using var json = JsonDocument.Parse(site.Output);
        Assert.Equal("/posts/a/", Assert.Single(json.RootElement.EnumerateArray()).GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("지난 글", "--year", "2020")]
    [InlineData("지난 글", "--person", "아무개")]
    [InlineData("초안", "--limit", "5")]
    [InlineData("\ud83d(*<b>", "--limit", "5")]
    public void Nothing_found_is_no_error(string query, string option, string value)
    {
        Assert.Equal(0, site.Run("search", query, option, value));
        Assert.Equal("Nothing found.\n", site.Output);
    }

    [Fact]
    public void A_site_without_search_says_so()
    {
        site.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/\ntheme: bare\nsearch: {enabled: false}\n");
        Assert.Equal(2, site.Run("search", "글"));
        Assert.Contains("search: {enabled: false}", site.Errors);
    }

    public void Dispose() => site.Dispose();
}
