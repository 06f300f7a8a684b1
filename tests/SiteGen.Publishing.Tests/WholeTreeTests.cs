using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests;

/// <summary>What is published is all that was built, and no more goes than was meant.</summary>
public sealed class WholeTreeTests : IDisposable
{
    readonly Blog blog = new();

    [UnixTheory]
    [InlineData("sub/.git/config")]
    [InlineData("git~1/a.txt", "sub/.GIT/config", "sub/.git /config", "sub/.git./config", "sub/GIT~1")]
    public void Paths_that_git_refuses_are_an_error_and_nothing_is_published(params string[] paths)
    {
        blog.Publish();
        var before = blog.Head;
        var refused = paths.Length == 1 ? "the path " : $"{paths.Length} paths, ";
        foreach (var path in paths)
            blog.Write($"content/static/{path}", "mine");
        foreach (var arguments in new string[][] { ["publish"], ["publish", "--dry-run"] })
        {
            Assert.Equal(2, blog.Run(arguments));
            Assert.Contains($"error publish-path: Git refuses {refused}", blog.Errors);
            Assert.Equal(before, blog.Head);
        }

        Directory.Delete(blog["content/static"], recursive: true);
        blog.Publish();
        Assert.Single(blog.History);
        Assert.Equal("", blog.Git("fsck", "--strict", "--no-dangling"));
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("HEAD")]
    [InlineData("@{-1}")]
    [InlineData("pages.lock")]
    [InlineData("가/")]
    public void A_name_that_is_none_of_a_branch_is_refused_with_gits_reason(string name)
    {
        Assert.Equal(2, blog.Run("publish", "--branch", name));
        Assert.Contains($"error publish-branch: A branch can't be called “{name}”. Git says: ", blog.Errors);
    }

    [Theory]
    [InlineData("gh-pages/live")]
    [InlineData("main/pages")]
    [Trait("Category", "Slow")]
    public void A_branch_below_another_is_refused_with_gits_reason(string name)
    {
        blog.Publish();
        Refused(name);
    }

    [Fact]
    public void A_branch_whose_name_no_disk_takes_is_refused_with_gits_reason() => Refused(new string('a', 300));

    void Refused(string branch)
    {
        Assert.Equal(2, blog.Run("publish", "--branch", branch));
        Assert.Matches("error publish-git: Git could not do it. It says: .+", blog.Errors);
        Assert.DoesNotContain("keeps pushing", blog.Errors);
    }

    [Fact]
    public void Most_posts_go_only_when_that_is_meant()
    {
        blog.Write("themes/bare/layouts/post.sbn-html", "<!doctype html><html lang=\"ko\"><head><title>{{ page.title }}</title>" +
            "<meta property=\"og:type\" content=\"article\"></head><body>{{ page.content }}</body></html>");
        for (var i = 2; i <= 4; i++)
            blog.Write($"content/posts/p{i}.md", $"---\ntitle: 글 {i}\ndate: 2025-02-0{i}\n---\n본문 {i}\n");
        blog.Publish();
        var before = blog.Head;
        Directory.Move(blog["content/posts"], blog["away"]);
        foreach (var arguments in new string[][] { ["publish"], ["publish", "--dry-run"] })
        {
            Assert.Equal(2, blog.Run(arguments));
            Assert.Contains("error publish-posts: This would delete 4 of 4 published posts, such as ", blog.Errors);
            Assert.Equal(before, blog.Head);
        }

        Directory.Move(blog["away"], blog["content/posts"]);
        File.Delete(blog["content/posts/p2.md"]);
        File.Delete(blog["content/posts/p3.md"]);
        blog.Publish();
        Directory.Delete(blog["content/posts"], recursive: true);
        Assert.Equal(2, blog.Run("publish"));
        blog.Publish("--force");
        Assert.DoesNotContain(blog.PublishedFiles, path => path.StartsWith("posts/", StringComparison.Ordinal));
    }

    [Fact]
    public void Posts_that_all_move_to_other_addresses_are_published()
    {
        blog.Write("themes/bare/layouts/post.sbn-html", "<!doctype html><html lang=\"ko\"><head><title>{{ page.title }}</title>" +
            "<meta property=\"og:type\" content=\"article\"></head><body>{{ page.content }}</body></html>");
        blog.Write("content/posts/b.md", "---\ntitle: 둘째 글\ndate: 2025-02-01\n---\n둘째 본문\n").Publish();
        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"]) + "permalinks: {posts: '/writing/:slug/'}\n").Publish();
        Assert.Contains("writing/a/index.html", blog.PublishedFiles);
    }

    [Fact]
    public void Temporary_folders_of_killed_runs_are_deleted_and_those_of_running_ones_stay()
    {
        var (killed, running, strange) = (Folder("publish"), Folder("diff"), Folder("mine"));
        File.Delete(Path.Combine(strange, ".sitegen-lock"));
        try
        {
            using var held = new FileStream(
                Path.Combine(running, ".sitegen-lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            blog.Publish();
            Assert.False(Directory.Exists(killed));
            Assert.True(File.Exists(Path.Combine(running, "files/index.html")));
            Assert.True(File.Exists(Path.Combine(strange, "files/index.html")));
        }
        finally
        {
            Directory.Delete(running, recursive: true);
            Directory.Delete(strange, recursive: true);
        }
    }

    static string Folder(string purpose)
    {
        var folder = Directory.CreateTempSubdirectory($"sitegen-{purpose}-").FullName;
        File.WriteAllText(Path.Combine(folder, ".sitegen-lock"), "");
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        File.WriteAllText(Path.Combine(folder, "files/index.html"), "x");
        return folder;
    }

    public void Dispose() => blog.Dispose();
}

/// <summary>A theory with names that Windows does not take.</summary>
sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "This test needs file names that Windows does not take." : null;
}
