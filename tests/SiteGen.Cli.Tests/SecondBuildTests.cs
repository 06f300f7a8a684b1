namespace SiteGen.Cli.Tests;

/// <summary>Second builds on a real disk, where files have times. What they render is tested in memory.</summary>
public sealed class SecondBuildTests : IDisposable
{
    static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly SiteFolder site = new();

    public SecondBuildTests()
    {
        site.Write("content/notes.txt", "x");
        Assert.Equal(0, site.Run("build"));
    }

    string Record => Path.Combine(Assert.Single(Directory.GetDirectories(site[".sitegen/builds"])), "build");

    [Fact]
    public void It_says_the_same_and_writes_nothing_whatever_the_times_of_the_files_are()
    {
        var (first, output, errors) = (Sitegen.Snapshot(site["output"]), site.Output, site.Errors);
        File.SetLastWriteTimeUtc(site["content/posts/a.md"], LongAgo);
        AssertUnchanged();
        File.SetLastWriteTimeUtc(site["output/index.html"], LongAgo);
        AssertUnchanged();
        // The time was an intruder's, the bytes were right: now the time is known.
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(site["output/index.html"]));
        AssertUnchanged();

        void AssertUnchanged()
        {
            Assert.Equal(0, site.Run("build"));
            Assert.Contains(": 0 files written, ", site.Output, StringComparison.Ordinal);
            Assert.Equal(output[output.IndexOf('\n')..], site.Output[site.Output.IndexOf('\n')..]);
            Assert.Equal(errors, site.Errors);
            Sitegen.AssertSame(first, Sitegen.Snapshot(site["output"]));
        }
    }

    [Fact]
    public void A_file_of_the_output_with_other_bytes_of_the_same_length_is_mended_and_so_is_one_that_became_a_link()
    {
        var first = Sitegen.Snapshot(site["output"]);
        File.WriteAllText(site["output/index.html"], new string('x', first["index.html"].Length));
        File.SetLastWriteTimeUtc(site["output/index.html"], LongAgo);
        Assert.Equal(0, site.Run("build"));
        Assert.Contains(": 1 file written, ", site.Output, StringComparison.Ordinal);
        Sitegen.AssertSame(first, Sitegen.Snapshot(site["output"]));
        File.Move(site["output/index.html"], site["elsewhere.html"]);
        File.CreateSymbolicLink(site["output/index.html"], site["elsewhere.html"]);
        Assert.Equal(0, site.Run("build"));
        Assert.Null(new FileInfo(site["output/index.html"]).LinkTarget);
        Sitegen.AssertSame(first, Sitegen.Snapshot(site["output"]));
    }

    [Fact]
    public void An_output_folder_that_was_copied_is_as_good_as_the_first()
    {
        Sitegen.Copy(site["output"], site["copy"]);
        Assert.Equal(0, site.Run("build", "--output", "copy"));
        Assert.Contains(": 0 files written, ", site.Output, StringComparison.Ordinal);
        site.Write("content/posts/a.md", "---\ntitle: 지난 글\ndate: 2025-01-24\n---\n다른 본문\n");
        Assert.Equal(0, site.Run("build", "--output", "copy"));
        Assert.Equal(0, site.Run("build", "--output", "clean"));
        Sitegen.AssertSame(Sitegen.Snapshot(site["clean"]), Sitegen.Snapshot(site["copy"]));
    }

    [Theory]
    [InlineData("read-only")]
    [InlineData("folder")]
    [InlineData("empty")]
    public void A_record_that_can_not_be_used_hinders_nothing(string kind)
    {
        if (kind == "read-only")
        {
            File.SetAttributes(Record, FileAttributes.ReadOnly);
        }
        else
        {
            File.Delete(Record);
            if (kind == "folder")
                Directory.CreateDirectory(Record);
            else
                File.WriteAllBytes(Record, []);
        }

        site.Write("content/posts/b.md", "---\ntitle: 새 글\ndate: 2025-01-25\n---\n본문\n");
        Assert.Equal(0, site.Run("build"));
        Assert.Equal(0, site.Run("build", "--output", "clean"));
        Sitegen.AssertSame(Sitegen.Snapshot(site["clean"]), Sitegen.Snapshot(site["output"]));
    }

    [Fact]
    public void A_build_beside_another_says_so_although_nothing_has_changed()
    {
        Directory.CreateDirectory(site["output/.sitegen"]);
        using (File.Open(site["output/.sitegen/lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(2, site.Run("build"));
            Assert.Contains("another build is writing there at this moment", site.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(0, site.Run("build"));
    }

    public void Dispose() => site.Dispose();
}
