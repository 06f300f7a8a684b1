using System.Text.Json;

namespace SiteGen.Cli.Tests;

public sealed class ListTests : IDisposable
{
    readonly SiteFolder site = new();

    [Theory]
    [InlineData("posts",
        "date                     title    path        source\n2025-01-24 00:00 +09:00  지난 글  /posts/a/  content/posts/a.md\n")]
    [InlineData("drafts", "until  title  source\n       초안   content/posts/draft.md\n")]
    [InlineData("future", "until                    title    source\n2026-02-01 09:00 +09:00  나중 글  content/posts/later.md\n")]
    [InlineData("expired", "until                    title      source\n2024-12-31 00:00 +09:00  지나간 글  content/posts/gone.md\n")]
    public void A_list_is_a_table_in_whose_columns_Hangul_takes_two_cells(string kind, string table)
    {
        Assert.Equal(0, site.Run("list", kind));
        Assert.Equal(table.Replace("path        ", "path       "), site.Output);
        Assert.Equal("", site.Errors);
        Assert.False(Directory.Exists(site["output"]));
    }

    [Fact]
    public void Posts_are_listed_when_no_kind_is_named()
    {
        Assert.Equal(0, site.Run("list"));
        Assert.Contains("지난 글", site.Output);
        Assert.DoesNotContain("초안", site.Output);
        Assert.Equal(0, site.Run("list", "--drafts"));
        Assert.Contains("초안", site.Output);
    }

    [Fact]
    public void Routes_are_every_address_with_its_file()
    {
        Assert.Equal(0, site.Run("list", "routes", "--format", "json"));
        using var json = JsonDocument.Parse(site.Output);
        var routes = json.RootElement.EnumerateArray()
            .ToDictionary(route => route.GetProperty("path").GetString()!, route => route.GetProperty("file").GetString()!);
        Assert.Equal("posts/a/index.html", routes["/posts/a/"]);
        Assert.Equal("index.html", routes["/"]);
        Assert.Equal("rss.xml", routes["/rss.xml"]);
        Assert.Equal(0, site.Run("build"));
        Assert.Equal(Sitegen.Snapshot(site["output"]).Keys, routes.Values.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("posts")]
    [InlineData("drafts")]
    [InlineData("future")]
    [InlineData("expired")]
    public void A_list_can_be_read_by_programs(string kind)
    {
        Assert.Equal(0, site.Run("list", kind, "--format", "json"));
        using var json = JsonDocument.Parse(site.Output);
        Assert.NotEmpty(Assert.Single(json.RootElement.EnumerateArray()).GetProperty("title").GetString()!);
    }

    [Fact]
    public void An_empty_list_says_so_and_is_an_empty_array_for_programs()
    {
        Assert.Equal(0, site.RunAt("2030-01-01", "list", "future"));
        Assert.Equal("There are no future posts.\n", site.Output);
        Assert.Equal(0, site.RunAt("2030-01-01", "list", "future", "--format", "json"));
        Assert.Equal("[]\n", site.Output);
    }

    [Fact]
    public void Valid_posts_are_listed_beside_the_diagnostics()
    {
        site.Write("content/posts/b.md", "---\ntitle: 글\n---\n");
        Assert.Equal(1, site.Run("list", "--format", "json"));
        JsonDocument.Parse(site.Output).Dispose();
        Assert.Contains("The post has no date.", site.Errors);
    }

    [Fact]
    public void An_unknown_kind_is_wrong_usage()
    {
        Assert.Equal(2, site.Run("list", "postss"));
        Assert.Contains("postss", site.Errors);
    }

    [Fact]
    public void Control_characters_in_names_do_not_reach_the_terminal()
    {
        site.Write("content/posts/\u001B[31m.md", "---\ntitle: 글\ndate: 2025-01-01\nslug: x\n---\n");
        Assert.Equal(0, site.Run("list"));
        Assert.DoesNotContain('\u001B', site.Output);
    }

    public void Dispose() => site.Dispose();
}
