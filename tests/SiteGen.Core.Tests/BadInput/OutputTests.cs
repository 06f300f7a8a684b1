using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What a build may do to the output folder on disk, and what it may not.</summary>
public sealed class OutputTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "content/site.yml", "title: [", "yaml-syntax" },
        { "content/posts/c.md", "---\ntitle: 글\ndate: 어제\n---\n", "front-matter-date" },
        { "content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-01\nslug: a\n---\n", "address-duplicate" },
        { "content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-01\nslug: ../../../x\n---\n", "slug" },
        { "content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-01\nlayout: none\n---\n", "layout-missing" },
        { "content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-01\n---\n[가](none.md)", "link-missing" },
        { "content/data/x.json", "{", "json-syntax" },
        { "themes/bare/layouts/post.sbn-html", "{{ if }}", "template-syntax" },
        { "themes/bare/layouts/post.sbn-html", "{{ nothing_of_the_kind page.title }}", "template-unknown-name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_leaves_the_output_as_it_was_in_bytes_and_times_without_litter(string path, string text, string rule)
    {
        using var site = new DiskSite();
        site.Built();
        site.Write(path, text).Refused(rule);
        Assert.False(Directory.Exists(site.At("output/.sitegen")));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_first_build_makes_no_output_folder(string path, string text, string rule)
    {
        using var site = new DiskSite();
        site.Write(path, text).Refused(rule);
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public void A_folder_with_strangers_files_is_refused_and_with_force_built_beside_them()
    {
        using var site = new DiskSite();
        site.Write("output/notes/mine.txt", "mine").Write("output/404.html", "mine too");
        site.Refused("output-foreign-files");
        Assert.Single(site.Diagnostics.Sorted());
        site.Built(force: true);
        Assert.Equal("mine", File.ReadAllText(site.At("output/notes/mine.txt")));
        Assert.NotEqual("mine too", File.ReadAllText(site.At("output/404.html")));
        Assert.DoesNotContain("notes", File.ReadAllText(site.Cached("manifest")));
    }

    [Fact]
    public void The_files_of_git_are_no_strangers_and_stay()
    {
        using var site = new DiskSite();
        site.Write("output/.gitignore", "*\n").Write("output/.git/HEAD", "ref: x").Built();
        Assert.Equal("*\n", File.ReadAllText(site.At("output/.gitignore")));
        Assert.Equal("ref: x", File.ReadAllText(site.At("output/.git/HEAD")));
        site.Write("content/static/.gitignore", "other\n").Refused("output-foreign-file");
    }

    [Fact]
    public void A_strangers_file_that_comes_later_is_never_replaced_or_deleted()
    {
        using var site = new DiskSite();
        site.Built().Write("output/posts/mine/index.html", "mine").Write("output/posts/a/mine.txt", "mine").Built();
        File.Delete(site.At("content/posts/a.md"));
        site.Built();
        Assert.Equal(["posts/a/mine.txt", "posts/b/index.html", "posts/mine/index.html"], Files(site.At("output"), "posts"));
        site.Write("content/posts/mine.md", "---\ntitle: 글\ndate: 2025-01-03\n---\n").Refused("output-foreign-file");
        site.Built(force: true);
        Assert.NotEqual("mine", File.ReadAllText(site.At("output/posts/mine/index.html")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_strangers_file_or_folder_of_the_other_kind_in_the_way_is_refused_even_by_force(bool force)
    {
        using var site = new DiskSite();
        site.Built().Write("output/posts/c", "a file where a folder belongs").Write("output/x.txt/mine", "a folder where a file belongs");
        site.Write("content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-03\n---\n").Refused("output-foreign-file", force);
        File.Delete(site.At("content/posts/c.md"));
        site.Write("content/static/x.txt", "x").Refused("output-foreign-file", force);
    }

    [Fact]
    public void Nothing_is_written_or_deleted_through_a_link_in_the_output_folder()
    {
        using var site = new DiskSite();
        site.Built();
        Directory.Move(site.At("output/posts"), site.At("elsewhere"));
        Directory.CreateSymbolicLink(site.At("output/posts"), site.At("elsewhere"));
        site.Write("content/posts/a.md", "---\ntitle: 새 제목\ndate: 2025-01-01\n---\n").Refused("output-foreign-file");
        File.Delete(site.At("content/posts/a.md"));
        File.Delete(site.At("content/posts/b.md"));
        var before = DiskSite.Snapshot(site.At("elsewhere"));
        site.Built();
        Assert.Equal(before, DiskSite.Snapshot(site.At("elsewhere")));
    }

    [Fact]
    public void Stale_files_are_deleted_with_their_folders_and_unchanged_ones_keep_their_time()
    {
        using var site = new DiskSite();
        site.Built();
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, old);
        File.Delete(site.At("content/posts/a.md"));
        site.Built();
        Assert.False(Directory.Exists(site.At("output/posts/a")));
        Assert.Equal(old, File.GetLastWriteTimeUtc(site.At("output/posts/b/index.html")));
        Assert.Equal(old, File.GetLastWriteTimeUtc(site.At("output/robots.txt")));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(site.At("output/index.html")));
        Assert.Equal(0, site.Build().Counts!.Written);
    }

    [Fact]
    public void A_file_may_become_a_folder_and_a_folder_a_file()
    {
        using var site = new DiskSite();
        site.Write("content/static/x", "file").Write("content/static/y/z", "below").Built();
        File.Delete(site.At("content/static/x"));
        Directory.Delete(site.At("content/static/y"), recursive: true);
        site.Write("content/static/x/z", "below").Write("content/static/y", "file").Built();
        Assert.Equal("below", File.ReadAllText(site.At("output/x/z")));
        Assert.Equal("file", File.ReadAllText(site.At("output/y")));
    }

    [Fact]
    public void A_damaged_manifest_deletes_nothing_outside_and_nothing_of_git()
    {
        using var site = new DiskSite();
        site.Write("precious.txt", "x").Write("output/.git/HEAD", "x").Built();
        Directory.CreateSymbolicLink(site.At("output/link"), site.Root);
        File.AppendAllText(site.Cached("manifest"),
            $"{site.At("precious.txt")}\n../precious.txt\nposts/../../precious.txt\n./../precious.txt\n"
                + "link/precious.txt\n.git/HEAD\n\n.sitegen/lock\n\0\n");
        site.Built();
        Assert.Equal("x", File.ReadAllText(site.At("precious.txt")));
        Assert.Equal("x", File.ReadAllText(site.At("output/.git/HEAD")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\nposts/a/index.html\n")]
    public void A_manifest_that_is_none_of_ours_makes_every_file_a_strangers(string manifest)
    {
        using var site = new DiskSite();
        site.Built();
        File.WriteAllText(site.Cached("manifest"), manifest);
        site.Write("content/posts/a.md", "---\ntitle: 새 제목\ndate: 2025-01-01\n---\n").Refused("output-foreign-files");
    }

    [Fact]
    public void Without_the_cache_an_output_that_is_as_it_would_be_written_is_known_again_and_another_is_not_touched()
    {
        using var site = new DiskSite();
        site.Built();
        Assert.Equal("*\n", File.ReadAllText(site.At(".sitegen/.gitignore")));
        Directory.Delete(site.At(".sitegen"), recursive: true);
        Assert.Equal(0, site.Build().Counts!.Written);
        Directory.Delete(site.At(".sitegen"), recursive: true);
        site.Write("output/mine.txt", "mine").Refused("output-foreign-files");
        File.Delete(site.At("output/mine.txt"));
        site.Built();
        Directory.Delete(site.At(".sitegen"), recursive: true);
        site.Write("content/posts/a.md", "---\ntitle: 새 제목\ndate: 2025-01-01\n---\n").Refused("output-foreign-files");
        site.Built(force: true);
    }

    [Fact]
    public void A_second_build_into_a_folder_is_refused_while_the_first_is_at_work()
    {
        using var site = new DiskSite();
        site.Built();
        var before = DiskSite.Snapshot(site.Output);
        using (site.OutputAt(site.Output).Open())
        {
            Assert.Null(site.Build().Counts);
            Assert.Contains("another build is writing there at this moment", site.Printed);
        }

        Assert.Equal(before, DiskSite.Snapshot(site.Output));
    }

    [Fact]
    public void Builds_into_one_folder_at_once_leave_a_whole_site()
    {
        using var site = new DiskSite();
        for (var round = 0; round < 5; round++)
        {
            site.Write("content/posts/a.md", $"---\ntitle: 판 {round}\ndate: 2025-01-01\n---\n");
            var reports = new BuildReport[4];
            Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = reports.Length }, i =>
            {
                var diagnostics = new DiagnosticBag();
                reports[i] = SiteBuilder.Build(new DiskFiles(site.Root), site.OutputAt(site.Output),
                    new BuildOptions(DateTimeOffset.UnixEpoch.AddYears(60)), diagnostics);
                Assert.All(diagnostics.Sorted(), found => Assert.Equal("output-unwritable", found.Rule));
            });
            Assert.Contains(reports, report => report.Counts is not null);
            Assert.Contains($"판 {round}", File.ReadAllText(site.At("output/posts/a/index.html")));
            Assert.False(Directory.Exists(site.At("output/.sitegen")));
        }

        Assert.Equal(0, site.Build().Counts!.Written);
    }

    [Theory]
    [InlineData("site.txt/below")]
    [InlineData("/proc/sitegen")]
    public void An_output_that_can_not_be_written_is_an_error(string output)
    {
        using var site = new DiskSite();
        site.Write("site.txt", "x");
        Assert.Null(site.Build(output: site.At(output)).Counts);
        Assert.Equal("output-unwritable", Assert.Single(site.Diagnostics.Sorted()).Rule);
    }

    [Fact]
    public void A_disk_that_fills_up_while_pages_are_staged_is_an_error()
    {
        var site = TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01"));
        var diagnostics = new DiagnosticBag();
        var output = new MemoryOutput();
        Assert.Null(SiteBuilder.Build(site.Files, new FullDisk(output), site.Options, diagnostics).Counts);
        Assert.Contains("No space left on device", Assert.Single(diagnostics.Sorted()).Message.ToString());
        Assert.Empty(output.Files);
    }

    static IEnumerable<string> Files(string root, string folder) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal);

    sealed class FullDisk(MemoryOutput memory) : OutputBehind(memory)
    {
        public override FileStamp Stage(string path, ReadOnlySpan<byte> bytes) => throw new IOException("No space left on device");
    }
}
