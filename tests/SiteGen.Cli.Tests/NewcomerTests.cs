using System.Text.RegularExpressions;
using SiteGen.Core.Configuration;

namespace SiteGen.Cli.Tests;

/// <summary>The first two minutes, through the whole program: from an empty folder to a blog in the browser.</summary>
public sealed class NewcomerTests : IDisposable
{
    readonly Sitegen.Folder folder = new();

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task A_new_blog_is_built_checked_written_listed_and_served(string language)
    {
        var blog = folder["blog"];
        var before = Today;
        Succeed($"init \"{blog}\" --language {language} --github jane/notes --author Jane --email jane@example.com "
            + $"--title \"{Title}\"");
        var posts = Sitegen.Snapshot(Path.Combine(blog, "content/posts")).Keys.ToArray();
        Assert.Contains(posts[0][..10], new[] { before, Today });
        Assert.Equal(["-first-post.md", "-interview-example.md"], posts.Select(name => name[10..]));
        var built = Succeed($"build --source \"{blog}\"");
        Assert.Matches(@"^\d+ pages, 2 posts: \d+ files written, 0 unchanged, 0 deleted in \d+ ms\n$", built);
        Succeed($"check --source \"{blog}\"");

        var interview = File.ReadAllText(Path.Combine(blog, "output/posts/interview-example/index.html"));
        Assert.Contains("class=\"turn", interview);
        Assert.Contains("class=\"note", interview);
        Assert.Contains($"<title>{Title}</title>", File.ReadAllText(Path.Combine(blog, "output/index.html")));
        Assert.Contains("href=\"/notes/", File.ReadAllText(Path.Combine(blog, "output/index.html")));

        Assert.Equal($"{Path.Combine(blog, "content/posts/2026-01-02-hello.md")}\n",
            Succeed($"new Hello --date 2026-01-02 --slug hello --source \"{blog}\""));
        Assert.Contains("Hello", Succeed($"list drafts --source \"{blog}\""));
        await IsServed(blog);
    }

    static async Task IsServed(string blog)
    {
        using var server = Sitegen.Start($"serve --port 0 --source \"{blog}\"");
        try
        {
            var address = Regex.Match(await server.StandardOutput.ReadLineAsync() ?? "", "http://[^ ]+").Value;
            using var client = new HttpClient();
            var page = await client.GetStringAsync(new Uri(new Uri(address), "posts/hello/"));
            Assert.Contains("<h1", page);
            Assert.Contains("Hello", page);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    const string Title = "우리 동네 이야기";

    static string Today => SiteZone.Seoul.Local(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd");

    /// <summary>Neither errors nor warnings.</summary>
    static string Succeed(string arguments)
    {
        var (code, output, error) = Sitegen.Run(arguments);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return output;
    }

    public void Dispose() => folder.Dispose();
}
