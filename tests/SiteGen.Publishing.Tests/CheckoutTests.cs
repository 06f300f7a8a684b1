namespace SiteGen.Publishing.Tests;

/// <summary>The many ways in which the texts of a blog may be checked out.</summary>
public sealed class CheckoutTests : IDisposable
{
    readonly Blog blog = new();

    [Fact]
    public void From_a_worktree_beside_the_repository()
    {
        var tree = Path.Combine(blog.Outside, "곁 나무");
        blog.Git("worktree", "add", "--quiet", "-b", "writing", tree);
        Published(tree);
    }

    [Fact]
    public void From_a_submodule_of_another_repository()
    {
        var outer = Path.Combine(blog.Outside, "outer");
        Blog.GitIn(blog.Outside, "init", "--quiet", outer);
        Blog.GitIn(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file://" + blog.Hub, "블로그");
        Published(Path.Combine(outer, "블로그"));
    }

    [Fact]
    public void From_a_clone_with_the_last_commit_alone_as_in_workflows()
    {
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 2025-01-25\n---\n").Commit("둘째");
        blog.Git("push", "--quiet", "origin", "main");
        blog.Publish();
        blog.CommitElsewhere("CNAME", "blog.example.kr\n");
        var clone = Path.Combine(blog.Outside, "shallow");
        Blog.GitIn(blog.Outside, "clone", "--quiet", "--depth=1", "file://" + blog.Hub, clone);
        File.WriteAllText(Path.Combine(clone, "content/posts/c.md"), "---\ntitle: 셋째\ndate: 2025-01-26\n---\n");
        Published(clone);
        Assert.Equal(3, blog.History.Length);
        Assert.Equal("blog.example.kr", blog.Published("CNAME"));
        Assert.Equal("true", Blog.GitIn(clone, "rev-parse", "--is-shallow-repository"));
    }

    [Fact]
    public void From_a_folder_in_a_larger_repository_and_from_no_branch_at_all()
    {
        blog.Git("checkout", "--quiet", "--detach");
        Directory.CreateDirectory(blog["sites/둘째 블로그"]);
        foreach (var folder in new[] { "content", "themes" })
            Directory.Move(blog[folder], blog["sites/둘째 블로그/" + folder]);
        Published(blog["sites/둘째 블로그"]);
        Assert.Contains("publish-uncommitted", blog.Errors);
    }

    [Fact]
    public void Before_the_first_commit()
    {
        var fresh = Path.Combine(blog.Outside, "fresh");
        Blog.GitIn(blog.Outside, "init", "--quiet", fresh);
        Blog.GitIn(fresh, "remote", "add", "origin", "file://" + blog.Hub);
        foreach (var folder in new[] { "content", "themes" })
            Directory.Move(blog[folder], Path.Combine(fresh, folder));
        Published(fresh);
        Assert.Contains("Source: texts that are in no commit", Blog.GitIn(blog.Hub, "log", "-1", "--format=%B", "gh-pages"));
    }

    void Published(string folder)
    {
        var code = blog.RunIn(folder, "publish");
        Assert.True(code == 0, blog.Errors);
        Assert.Contains("Published to origin/gh-pages", blog.Output);
        Assert.Contains("<p>첫 본문</p>", blog.Published("posts/a/index.html"));
        Assert.Equal("", Blog.GitIn(blog.Hub, "fsck", "--strict", "--no-dangling"));
    }

    public void Dispose() => blog.Dispose();
}
