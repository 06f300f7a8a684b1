using SiteGen.Cli.Tests;

namespace SiteGen.Publishing.Tests;

/// <summary>Others push too, and computers are switched off.</summary>
public sealed class RaceTests : IDisposable
{
    readonly Blog blog = new();

    [Fact]
    public void A_push_that_was_outrun_is_done_again_on_the_new_head()
    {
        blog.Write("content/site.yml", File.ReadAllText(blog["content/site.yml"]) + "publish: {keep: [README.md]}\n").Commit("keep");
        blog.Publish();
        var first = blog.Head!;
        OthersPushFirst(times: 1);
        blog.Write("content/posts/b.md", "---\ntitle: 둘째\ndate: 2025-01-25\n---\n").Publish();
        Assert.Equal(3, blog.History.Length);
        Assert.Equal(first, blog.History[2]);
        Assert.Equal("1", blog.Published("README.md"));
        Assert.Contains("posts/b/index.html", blog.PublishedFiles);
    }

    [Fact]
    public void The_first_publication_of_two_people_keeps_both()
    {
        OthersPushFirst(times: 1);
        blog.Publish();
        Assert.Contains("publish-strangers", blog.Errors);
        Assert.Equal(blog.History[1], Blog.GitIn(blog.Hub, "log", "--format=%H", "--grep=By hand", "-1", "gh-pages"));
    }

    [Fact]
    public void A_push_that_is_outrun_twice_is_an_error_and_nothing_is_forced()
    {
        OthersPushFirst(times: 2);
        Assert.Equal(2, blog.Run("publish"));
        Assert.Contains("error publish-outrun: Somebody else keeps pushing to the branch `gh-pages`", blog.Errors);
        Assert.Equal("2", blog.Published("README.md"));
    }

    [Fact]
    public async Task Two_people_who_publish_at_the_same_moment_both_get_through()
    {
        using var other = new Blog();
        other.Git("remote", "set-url", "origin", "file://" + blog.Hub);
        for (var round = 0; round < 3; round++)
        {
            foreach (var one in new[] { blog, other })
                one.Write($"content/posts/{round}.md", $"---\ntitle: {round}째 글\ndate: 2025-02-0{round + 1}\n---\n"
                    + $"{(one == blog ? "하나" : "둘")}\n");
            using var start = new Barrier(2);
            await Task.WhenAll(new[] { blog, other }.Select(one => Task.Run(() =>
            {
                start.SignalAndWait();
                one.Publish();
            })));
            Assert.Equal(2 * (round + 1), blog.History.Length);
        }

        Assert.Equal("", Blog.GitIn(blog.Hub, "fsck", "--strict", "--no-dangling"));
    }

    [Fact]
    public void Killed_at_some_moment_the_branch_is_the_old_one_or_the_new_one() => Kill(moments: 2);

    [Fact]
    [Trait("Category", "Slow")]
    public void Killed_at_any_of_eight_moments_the_branch_is_the_old_one_or_the_new_one() =>
        Assert.True(Kill(moments: 8) > 0, "no kill came before the push");

    /// <summary>How many of the kills came before the push.</summary>
    int Kill(int moments)
    {
        blog.Publish();
        var whole = TimeOf();
        var random = new Random(20250124);
        int killed = 0, old = 0;
        for (var tries = 0; killed < moments; tries++)
        {
            Assert.True(tries < 5 * moments, $"only {killed} of {tries} could be killed before they ended");
            var before = blog.Head!;
            blog.Write("content/posts/a.md", $"---\ntitle: 판 {tries}\ndate: 2025-01-24\n---\n판 {tries}의 본문\n");
            using var process = Sitegen.Start($"publish --source \"{blog.Root}\"");
            var moment = random.Next(whole / 3, whole);
            if (process.WaitForExit(moment))
            {
                whole = Math.Max(60, moment);
                continue;
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            killed++;
            if (blog.Head == before)
                old++;
            else
                Assert.Contains($"판 {tries}의 본문", blog.Published("posts/a/index.html"));
            Assert.Contains(before, blog.History);
            Assert.Contains("404.html", blog.PublishedFiles);
        }

        blog.Publish();
        Assert.Equal("", Blog.GitIn(blog.Hub, "fsck", "--strict", "--no-dangling"));
        Assert.Equal("", blog.Git("fsck", "--strict", "--no-dangling"));
        return old;
    }

    int TimeOf()
    {
        blog.Write("content/posts/b.md", "---\ntitle: 재는 글\ndate: 2025-01-25\n---\n");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var run = Sitegen.Run($"publish --source \"{blog.Root}\"");
        Assert.True(run.ExitCode == 0, run.Error);
        return (int)watch.ElapsedMilliseconds;
    }

    /// <summary>
    /// Between our look at the branch and our push, somebody else's commit arrives: the program that receives pushes takes theirs first.
    /// </summary>
    void OthersPushFirst(int times)
    {
        var others = Path.Combine(blog.Outside, "others");
        Blog.GitIn(blog.Outside, "clone", "--quiet", "file://" + blog.Hub, others);
        Blog.Configure(others);
        var count = Path.Combine(blog.Outside, "count");
        File.WriteAllText(count, "0");
        var script = Blog.Script(Path.Combine(blog.Outside, "receive.sh"), $"""
            n=$(cat "{count}")
            if [ "$n" -lt {times} ]; then
              n=$((n + 1)); echo $n > "{count}"
              cd "{others}" && git fetch -q origin
              if git rev-parse -q --verify origin/gh-pages >/dev/null; then git checkout -q -B gh-pages origin/gh-pages
              else git checkout -q --orphan gh-pages; git rm -rfq .; fi
              printf %s $n > README.md && git add README.md && git commit -q -m "By hand" && git push -q origin gh-pages
            fi >&2 </dev/null
            exec git-receive-pack "$@"
            """.Replace("\r", "", StringComparison.Ordinal));
        blog.Git("config", "remote.origin.receivepack", script);
    }

    public void Dispose() => blog.Dispose();
}
