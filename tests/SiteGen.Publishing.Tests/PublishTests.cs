using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests;

public sealed class PublishTests : IDisposable
{
    readonly Blog blog = new();

    [Fact]
    public void The_first_time_a_branch_without_history_holds_exactly_what_a_build_makes()
    {
        blog.Publish();
        Assert.Contains("Published to origin/gh-pages as ", blog.Output);
        Assert.Contains("Settings, Pages", blog.Output);
        var (head, revision) = (Assert.Single(blog.History), blog.Git("rev-parse", "HEAD"));
        Assert.Equal("", Blog.GitIn(blog.Hub, "log", "-1", "--format=%P", head));
        Assert.Contains($"\nSource: {revision}\nGenerator: SiteGen ", Blog.GitIn(blog.Hub, "log", "-1", "--format=%B", head));
        Assert.Equal("글쓴이 author@example.com", Blog.GitIn(blog.Hub, "log", "-1", "--format=%an %ae", head));

        Assert.Equal(0, blog.Run("build"));
        var built = Sitegen.Snapshot(blog["output"]);
        Assert.Equal(built.Keys, blog.PublishedFiles);
        foreach (var (path, bytes) in built)
            Assert.Equal(System.Text.Encoding.UTF8.GetString(bytes).TrimEnd('\n'), blog.Published(path));
        Assert.Equal("", Blog.GitIn(blog.Hub, "fsck", "--strict", "--no-dangling"));
    }

    [Fact]
    public void Working_tree_index_and_branch_are_never_touched()
    {
        blog.Write("content/posts/staged.md", "---\ntitle: 아직 담기만 한 글\ndate: 2025-01-25\n---\n").Git("add", "content/posts/staged.md");
        blog.Write("content/posts/a.md", "---\ntitle: 고친 글\ndate: 2025-01-24\n---\n");
        // An index that git would like to refresh: looking at the state must not write it.
        File.SetLastWriteTimeUtc(blog["content/site.yml"], DateTime.UtcNow.AddMinutes(-5));
        var before = State();
        blog.Publish().Publish();
        Assert.Equal(before, State());
        Assert.Contains("warning publish-uncommitted", blog.Errors);

        string State() => string.Join('\n', Convert.ToHexString(File.ReadAllBytes(blog[".git/index"])), File.ReadAllText(blog[".git/HEAD"]),
            File.Exists(blog[".git/FETCH_HEAD"]),
            blog.Git("for-each-ref", "refs/heads"), string.Join(' ', Sitegen.Snapshot(blog["content"]).Keys),
            File.ReadAllText(blog["content/posts/a.md"]));
    }

    [Fact]
    public void The_second_time_one_commit_comes_on_top_and_without_a_change_none()
    {
        blog.Publish();
        var first = blog.Head;
        blog.Publish();
        Assert.EndsWith("Nothing has changed since the last time: origin/gh-pages is as it was.\n", blog.Output);
        Assert.Equal(first, blog.Head);

        blog.Write("content/posts/b.md", "---\ntitle: 둘째 글\ndate: 2025-01-25\n---\n").Commit("둘째");
        blog.Publish();
        Assert.Equal([blog.Head!, first!], blog.History);
        Assert.Contains("posts/b/index.html", blog.PublishedFiles);
        File.Delete(blog["content/posts/a.md"]);
        blog.Commit("지움");
        blog.Publish();
        Assert.Contains("1 removed", blog.Output);
        Assert.DoesNotContain("posts/a/index.html", blog.PublishedFiles);
        Assert.Equal(3, blog.History.Length);
    }

    [Fact]
    public void A_dry_run_names_every_page_by_its_title_and_writes_nothing()
    {
        blog.Publish();
        var (head, objects) = (blog.Head, blog.Git("count-objects"));
        blog.Write("content/posts/a.md", "---\ntitle: 첫 글\ndate: 2025-01-24\n---\n고친 본문\n")
            .Write("content/posts/b.md", "---\ntitle: 둘째 글\ndate: 2025-01-25\n---\n");
        blog.Publish("--dry-run");
        Assert.StartsWith("+ 둘째 글  /posts/b/\n~ 첫 글  /posts/a/\n", blog.Output);
        Assert.EndsWith("Nothing was pushed.\n", blog.Output);
        Assert.Equal(head, blog.Head);
        Assert.Equal(objects, blog.Git("count-objects"));
        File.Delete(blog["content/posts/a.md"]);
        blog.Publish("--dry-run");
        Assert.Contains("- 첫 글  /posts/a/\n", blog.Output);
    }

    [Fact]
    public void Errors_of_the_content_stop_it_before_anything_is_pushed()
    {
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 어제\n---\n");
        Assert.Equal(1, blog.Run("publish"));
        Assert.Contains("content/posts/b.md:3:7: error", blog.Errors);
        Assert.EndsWith("1 error: nothing was published.\n", blog.Errors);
        Assert.Null(blog.Head);

        // What only the finished page shows.
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 2025-01-25\n---\n<a href=\"/nowhere/\">없는 쪽</a>\n");
        Assert.Equal(1, blog.Run("publish"));
        Assert.Contains("content/posts/b.md:5:", blog.Errors);
        Assert.Null(blog.Head);
    }

    [Fact]
    public void A_domain_that_was_set_in_the_branch_is_never_lost_and_the_sites_own_wins()
    {
        blog.Publish();
        blog.CommitElsewhere("CNAME", "blog.example.kr\n");
        blog.Publish();
        Assert.Equal("blog.example.kr", blog.Published("CNAME"));
        Assert.Contains("https://blog.example.kr/, since CNAME says blog.example.kr", blog.Errors);

        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"])
            .Replace("base_url: https://example.com/", "domain: own.example.kr", StringComparison.Ordinal)).Commit("도메인");
        blog.Publish();
        Assert.Equal("own.example.kr", blog.Published("CNAME"));
        Assert.Equal("", blog.Errors);
    }

    [Fact]
    public void Files_that_the_keep_list_names_stay_and_others_go_with_a_word()
    {
        blog.Write("content/site.yml",
            File.ReadAllText(blog["content/site.yml"]) + "publish:\n  keep: [README.md, .well-known, \"old/**/*.pdf\"]\n").Commit("keep");
        blog.Publish();
        blog.CommitElsewhere("README.md", "지우지 마세요\n");
        blog.CommitElsewhere(".well-known/security.txt", "Contact\n");
        blog.CommitElsewhere("old/2020/글.pdf", "pdf\n");
        blog.CommitElsewhere("old/note.txt", "gone\n");
        blog.Publish();
        Assert.Contains("a file that the site does not make goes, such as old/note.txt", blog.Errors);
        Assert.Equal([".nojekyll", ".well-known/security.txt", "404.html", "README.md"],
            blog.PublishedFiles.Where(file => file is "404.html" || !file.Contains('/') && !file.Contains("ml", StringComparison.Ordinal)
                && file != "robots.txt" || file.StartsWith('.')));
        Assert.Contains("old/2020/글.pdf", blog.PublishedFiles);
        Assert.DoesNotContain("old/note.txt", blog.PublishedFiles);
        var head = blog.Head;
        blog.Publish();
        Assert.Equal(head, blog.Head);
        Assert.Equal("", blog.Errors);
    }

    [Fact]
    public void What_the_author_configured_for_git_does_not_meddle()
    {
        blog.Git("tag", "-a", "--no-sign", "-m", "x", "v1");
        Blog.Script(blog[".git/hooks/pre-push"], "exit 1\n");
        blog.Git("config", "core.autocrlf", "true");
        blog.Git("config", "commit.gpgSign", "true");
        blog.Git("config", "push.followTags", "true");
        blog.Git("config", "user.useConfigOnly", "true");
        blog.Git("config", "--unset", "user.email");
        blog.Write(".gitattributes", "* text eol=crlf\n*.xml filter=broken\n");
        blog.Git("config", "filter.broken.clean", "false");
        blog.Git("config", "filter.broken.required", "true");
        blog.Publish();
        Assert.Equal("SiteGen sitegen@localhost", Blog.GitIn(blog.Hub, "log", "-1", "--format=%an %ae", "gh-pages"));
        Assert.DoesNotContain('\r', blog.Published("index.html"));
        Assert.Equal("", Blog.GitIn(blog.Hub, "tag"));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Two_hundred_posts_take_as_many_calls_of_git_as_one()
    {
        var one = Calls();
        for (var i = 0; i < 200; i++)
            blog.Write($"content/posts/{i}.md", $"---\ntitle: {i}째 글\ndate: 2025-01-25\n---\n");
        blog.Commit("많은 글");
        Assert.Equal(one, Calls());
        Assert.Contains("posts/199/index.html", blog.PublishedFiles);
    }

    /// <summary>How often a first publication calls git.</summary>
    int Calls()
    {
        var (folder, log) = (Path.Combine(blog.Outside, "bin"), Path.Combine(blog.Outside, "calls"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(log, "");
        var path = Environment.GetEnvironmentVariable("PATH")!;
        Blog.Script(Path.Combine(folder, "git"), $"echo \"$*\" >> \"{log}\"\nPATH=\"{path}\" exec git \"$@\"\n");
        Blog.TryGit(blog.Hub, "update-ref", "-d", "refs/heads/gh-pages");
        var run = Sitegen.Run($"publish --source \"{blog.Root}\"", ("PATH", folder + Path.PathSeparator + path));
        Assert.True(run.ExitCode == 0, run.Error);
        return File.ReadAllLines(log).Length;
    }

    public void Dispose() => blog.Dispose();
}
