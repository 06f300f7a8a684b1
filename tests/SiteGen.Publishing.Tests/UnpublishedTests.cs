namespace SiteGen.Publishing.Tests;

/// <summary>What the bar of a preview says of changes since the last publication.</summary>
public sealed class UnpublishedTests : IDisposable
{
    readonly Blog blog = new();

    string[]? Changes() =>
        SourceChanges.SinceLast(blog.Root, "origin", "gh-pages")?.Select(change => $"{change.Kind} {change.Path}").ToArray();

    [Fact]
    public void Texts_changed_since_the_published_revision_are_named_committed_or_not()
    {
        Assert.Null(Changes());
        blog.Publish();
        Assert.Equal([], Changes()!);
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 2025-01-25\n---\n").Commit("둘째");
        blog.Write("content/posts/한글 이름.md", "---\ntitle: 셋째\ndate: 2025-01-26\n---\n").Write("README.md", "x");
        File.Delete(blog["content/posts/a.md"]);
        Assert.Equal(["Removed content/posts/a.md", "New content/posts/b.md", "New content/posts/한글 이름.md"], Changes()!);
        blog.Commit("셋째");
        blog.Publish();
        Assert.Equal([], Changes()!);
    }

    [Fact]
    public void Without_a_published_branch_what_was_pushed_is_what_a_workflow_publishes()
    {
        blog.Git("push", "--quiet", "--set-upstream", "origin", "main");
        Assert.Equal([], Changes()!);
        blog.Write("content/posts/a.md", "---\ntitle: 고친 글\ndate: 2025-01-24\n---\n");
        Assert.Equal(["Changed content/posts/a.md"], Changes()!);
    }

    [Fact]
    public void Outside_of_a_repository_nothing_is_known()
    {
        Directory.Delete(blog[".git"], recursive: true);
        Assert.Null(Changes());
    }

    public void Dispose() => blog.Dispose();
}
