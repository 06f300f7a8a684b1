using System.Diagnostics;
using System.Text.Json;

namespace SiteGen.Publishing.Tests;

public sealed class DiffTests : IDisposable
{
    readonly Blog blog = new();

    [Fact]
    public void Pages_that_differ_from_what_is_published_are_named_by_title_and_counted()
    {
        blog.Publish();
        Assert.Equal(0, blog.Run("diff"));
        Assert.Equal("No page is different.\n", blog.Output);
        blog.Write("content/posts/b.md", "---\ntitle: 둘째 <글>\ndate: 2025-01-25\n---\n").Publish();
        File.Delete(blog["content/posts/b.md"]);
        blog.Write("content/posts/a.md", "---\ntitle: 고친 글\ndate: 2025-01-24\n---\n")
            .Write("content/posts/c.md", "---\ntitle: 셋째 글\ndate: 2025-01-26\naliases: [/old/]\n---\n");
        Assert.Equal(0, blog.Run("diff"));
        Assert.StartsWith("+ 셋째 글  /posts/c/\n~ 고친 글  /posts/a/\n", blog.Output);
        Assert.Contains("- 둘째 <글>  /posts/b/\n", blog.Output);
        Assert.DoesNotContain("/old/", blog.Output);
        Assert.Matches(@"\n1 page new, \d+ changed, 1 removed; \d+ other files\.\n$", blog.Output);
    }

    [Fact]
    public void Programs_get_everything_as_json()
    {
        blog.Publish();
        blog.Write("content/posts/b.md", "---\ntitle: 둘째 글\ndate: 2025-01-25\n---\n");
        Assert.Equal(0, blog.Run("diff", "--format", "json"));
        using var json = JsonDocument.Parse(blog.Output);
        Assert.Equal(1, json.RootElement.GetProperty("new").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("removed").GetInt32());
        var first = json.RootElement.GetProperty("pages")[0];
        Assert.Equal(("new", "둘째 글", "/posts/b/", true), (first.GetProperty("change").GetString(), first.GetProperty("title").GetString(),
            first.GetProperty("path").GetString(), first.GetProperty("post").GetBoolean()));
    }

    [Fact]
    public void A_built_folder_does_instead_of_what_is_published()
    {
        Assert.Equal(0, blog.Run("build"));
        Assert.Equal(0, blog.Run("diff", "output"));
        Assert.Equal("No page is different.\n", blog.Output);
        Directory.Delete(blog[".git"], recursive: true);
        blog.Write("content/posts/a.md", "---\ntitle: 고친 글\ndate: 2025-01-24\n---\n");
        Assert.Equal(0, blog.Run("diff", "output"));
        Assert.StartsWith("~ 고친 글  /posts/a/\n", blog.Output);
        Assert.Equal(2, blog.Run("diff", "nowhere"));
        Assert.Equal("There is no folder nowhere.\n", blog.Errors);
    }

    [UnixTheory]
    [InlineData("mkfifo output/x")]
    [InlineData("ln -s none output/x")]
    [InlineData("touch \"$(printf 'output/\\376')\" \"$(printf 'output/\\377')\"")]
    [InlineData("mkdir \"$(printf 'output/\\376')\" \"$(printf 'output/\\377')\"")]
    public void What_can_not_be_read_in_a_folder_is_an_error(string script)
    {
        Assert.Equal(0, blog.Run("build"));
        using (var shell = Process.Start(new ProcessStartInfo("sh", ["-ec", script]) { WorkingDirectory = blog.Root })!)
            shell.WaitForExit();
        Assert.Equal(1, blog.Run("diff", "output"));
        Assert.Contains(": error file-unreadable: The file can't be read: ", blog.Errors);
        using var cleaning = Process.Start(new ProcessStartInfo("rm", ["-r", "output"]) { WorkingDirectory = blog.Root })!;
        cleaning.WaitForExit();
    }

    [Fact]
    public void What_was_fetched_last_stands_in_where_the_remote_can_not_be_reached()
    {
        blog.Publish();
        blog.Git("remote", "set-url", "origin", "git://127.0.0.1:1/blog.git");
        Assert.Equal(0, blog.Run("diff"));
        Assert.Equal("No page is different.\n", blog.Output);
        Assert.Contains("warning publish-offline", blog.Errors);
        Assert.Equal(2, blog.Run("diff", "--branch", "other"));
        Assert.Contains("error publish-offline", blog.Errors);
    }

    [Fact]
    public void Before_the_first_publication_every_page_is_new()
    {
        Assert.Equal(0, blog.Run("diff"));
        Assert.Contains("no branch `gh-pages` yet", blog.Errors);
        Assert.Contains("+ 첫 글  /posts/a/", blog.Output);
        Assert.Null(blog.Head);
    }

    public void Dispose() => blog.Dispose();
}
