using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>The output is the old one or the new one; or an error says what it is. And most posts go only when that is meant.</summary>
public sealed class WholeOutputTests
{
    static readonly DateTimeOffset Clock = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static string Post(int i) => $"---\ntitle: 글 {i}\ndate: 2025-01-0{i}\n---\n";

    static DiskSite Blog(int posts)
    {
        var site = new DiskSite();
        Directory.Delete(site.At("content/posts"), recursive: true);
        for (var i = 1; i <= posts; i++)
            site.Write($"content/posts/p{i}.md", Post(i));
        return site.Built();
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    public void A_build_that_would_delete_most_posts_asks_for_force(int posts, int deleted)
    {
        using var site = Blog(posts);
        for (var i = 1; i <= deleted; i++)
            File.Delete(site.At($"content/posts/p{i}.md"));
        site.Refused("output-posts");
        Assert.Contains($"the pages of {deleted} of {posts} posts, such as content/posts/p1.md.", site.Printed);
        site.Refused("output-posts");
        site.Built(force: true).Built();
        Assert.False(File.Exists(site.At("output/posts/p1/index.html")));
    }

    [Fact]
    public void A_folder_of_posts_that_is_moved_away_asks_and_one_that_comes_back_builds()
    {
        using var site = Blog(3);
        Directory.Move(site.At("content/posts"), site.At("away"));
        site.Refused("output-posts");
        Directory.Move(site.At("away"), site.At("content/posts"));
        Assert.Equal(0, site.Build().Counts!.Deleted);
    }

    [Fact]
    public void Posts_that_all_become_drafts_ask()
    {
        using var site = Blog(3);
        site.Write("content/posts/_defaults.yml", "draft: true\n").Refused("output-posts");
    }

    [Fact]
    public void Posts_that_go_one_by_one_with_a_build_after_each_do_not_ask()
    {
        using var site = Blog(4);
        for (var i = 1; i <= 2; i++)
        {
            File.Delete(site.At($"content/posts/p{i}.md"));
            site.Built();
        }

        Assert.Equal(2, site.Build().Posts);
    }

    [Fact]
    public void The_only_post_may_go()
    {
        using var site = Blog(1);
        File.Delete(site.At("content/posts/p1.md"));
        Assert.Equal(0, site.Built().Build().Posts);
    }

    [Fact]
    public void Posts_that_move_to_other_addresses_do_not_ask()
    {
        using var site = Blog(3);
        var settings = File.ReadAllText(site.At("content/site.yml"));
        site.Write("content/site.yml", settings + "\npermalinks: {posts: '/writing/:slug/'}\n").Built();
        Assert.False(File.Exists(site.At("output/posts/p1/index.html")));
    }

    [Fact]
    public void Drafts_that_were_shown_once_do_not_ask()
    {
        using var site = Blog(1);
        for (var i = 2; i <= 4; i++)
            site.Write($"content/posts/p{i}.md", Post(i).Replace("title", "draft: true\ntitle", StringComparison.Ordinal));
        var options = new BuildOptions(Clock) { Drafts = true };
        Assert.Equal(4, SiteBuilder.Build(new DiskFiles(site.Root), site.OutputAt(site.Output), options, new DiagnosticBag()).Posts);
        Assert.Equal(1, site.Built().Build().Posts);
    }

    [Fact]
    public void Another_output_folder_and_one_that_is_gone_do_not_ask()
    {
        using var site = Blog(3);
        Directory.Delete(site.At("content/posts"), recursive: true);
        Assert.NotNull(site.Build(output: site.At("other")).Counts);
        Directory.Delete(site.Output, recursive: true);
        site.Built();
    }

    /// <summary>The first step deletes a page, the next ones put files in place.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_disk_that_fails_halfway_is_an_error_that_names_what_has_changed_and_the_next_build_repairs_it(int steps)
    {
        using var site = Blog(4);
        File.Delete(site.At("content/posts/p1.md"));
        site.Write("content/posts/p5.md", Post(5)).Write("content/posts/p6.md", Post(6));
        var before = DiskSite.Snapshot(site.Output);
        var diagnostics = new DiagnosticBag();
        var failing = new FailingOutput(site.OutputAt(site.Output), steps);
        var report = SiteBuilder.Build(new DiskFiles(site.Root), failing, new BuildOptions(Clock), diagnostics);
        Assert.Null(report.Counts);
        Assert.Equal(steps > 0, report.LeftOutputChanged);
        var error = DiagnosticPrinter.Text(Assert.Single(diagnostics.Sorted()));
        var after = DiskSite.Snapshot(site.Output);
        var changed = before.Keys.Union(after.Keys)
            .Where(file => !file.StartsWith(".sitegen", StringComparison.Ordinal) && Path.HasExtension(file))
            .Where(file => before.GetValueOrDefault(file) != after.GetValueOrDefault(file)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(steps == 0, changed is []);
        Assert.Contains(steps == 0
            ? "error output-unwritable: The folder output can't be written: No space left on device"
            : "error output-unfinished: The folder output could not be written to the end: No space left on device " +
                $"Written or deleted before that: {Names(changed)}.\n  hint: The next build repairs it.", error);
        site.Built().Build(output: site.At("clean"));
        Assert.Equal(Texts(site.At("clean")), Texts(site.Output));
    }

    static string Names(string[] files) => files.Length > 10
        ? $"{string.Join(", ", files.Take(10))} and {files.Length - 10} more"
        : string.Join(", ", files);

    static string[] Texts(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{Path.GetRelativePath(folder, file)} {File.ReadAllText(file)}")];

    /// <summary>Fails after so many files that were put in place or deleted.</summary>
    sealed class FailingOutput(IOutputFiles output, int steps) : OutputBehind(output)
    {
        readonly List<string> staged = [];
        int left = steps;

        public override FileStamp Stage(string path, ReadOnlySpan<byte> bytes)
        {
            lock (staged)
                staged.Add(path);
            return base.Stage(path, bytes);
        }

        public override void Commit(string path)
        {
            foreach (var file in staged.Order(StringComparer.Ordinal))
            {
                Step();
                base.Commit(file);
            }
        }

        public override void Delete(string path)
        {
            Step();
            base.Delete(path);
        }

        void Step()
        {
            if (left-- == 0)
                throw new IOException("No space left on device");
        }
    }
}
