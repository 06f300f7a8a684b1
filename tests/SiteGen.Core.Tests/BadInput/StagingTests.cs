using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>How the tree that is staged comes into place beside what stands there.</summary>
public sealed class StagingTests : IDisposable
{
    readonly DiskSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void Folders_that_stand_take_the_new_entries_in_and_keep_their_own()
    {
        Directory.CreateDirectory(site.At("output/posts/empty"));
        site.Write("output/posts/mine/deep/mine.txt", "mine").Write("output/posts/old.txt", "old");
        Commit("", ("posts/mine/index.html", "1"), ("posts/mine/deep/a.txt", "2"), ("posts/empty/b.txt", "3"),
            ("posts/new/deep/c.txt", "4"), ("posts/old.txt", "5"), (".nojekyll", ""));
        Assert.Equal(
            [".nojekyll ", "posts/empty/b.txt 3", "posts/mine/deep/a.txt 2", "posts/mine/deep/mine.txt mine", "posts/mine/index.html 1",
                "posts/new/deep/c.txt 4", "posts/old.txt 5"],
            new DiskOutput(site.Output, "output").List()
                .Select(file => $"{file.Path} {File.ReadAllText(Path.Combine(site.Output, file.Path))}"));
        Assert.False(Directory.Exists(site.At("output/.sitegen")));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/b/c.txt")]
    public void What_is_staged_under_another_path_is_not_put_in_place(string path)
    {
        Commit(path, ("a/b/c.txt", "1"), ("a/bc.txt", "2"), ("d.txt", "3"));
        Assert.Equal(["a/b/c.txt"], new DiskOutput(site.Output, "output").List().Select(file => file.Path));
        var memory = new MemoryOutput();
        foreach (var file in new[] { "a/b/c.txt", "a/bc.txt", "d.txt" })
            memory.Stage(file, []);
        memory.Commit(path);
        Assert.Equal(["a/b/c.txt"], memory.Files.Keys);
    }

    [Fact]
    public void A_staged_file_keeps_its_stamp_in_place()
    {
        var output = new DiskOutput(site.Output, "output");
        using var claim = output.Open();
        var stamps = new[] { "a/b.txt", "c.txt" }.Select(path => new OutputFile(path, output.Stage(path, "text"u8))).ToArray();
        Assert.Empty(output.List());
        Thread.Sleep(20);
        output.Commit("");
        Assert.Equal(stamps, output.List());
    }

    /// <summary>The writer refuses to begin when it finds one; this one comes while it renders.</summary>
    [Theory]
    [InlineData("elsewhere")]
    [InlineData("nowhere")]
    public void Nothing_goes_through_a_link_that_appears_after_staging(string target)
    {
        Directory.CreateDirectory(site.At("elsewhere"));
        var output = new DiskOutput(site.Output, "output");
        using var claim = output.Open();
        output.Stage("posts/a.txt", "text"u8);
        Directory.CreateSymbolicLink(site.At("output/posts"), site.At(target));
        Assert.Throws<IOException>(() => output.Commit(""));
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.At("elsewhere")));
        Assert.Equal(site.At(target), new FileInfo(site.At("output/posts")).LinkTarget);
    }

    [Fact]
    public void A_file_that_appears_where_a_folder_belongs_stays()
    {
        var output = new DiskOutput(site.Output, "output");
        using var claim = output.Open();
        output.Stage("posts/a.txt", "text"u8);
        site.Write("output/posts", "mine");
        Assert.Throws<IOException>(() => output.Commit(""));
        Assert.Equal("mine", File.ReadAllText(site.At("output/posts")));
    }

    [Fact]
    public void What_a_killed_build_staged_is_forgotten()
    {
        site.Built();
        var clean = DiskSite.Snapshot(site.Output);
        site.Write("output/.sitegen/new/posts/stale/index.html", "half").Write("output/.sitegen/new/index.html", "ha").Built();
        Assert.Equal(clean, DiskSite.Snapshot(site.Output));
        site.Write("output/.sitegen/new/posts/stale/index.html", "half")
            .Write("content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-03\n---\n").Built();
        Assert.False(Directory.Exists(site.At("output/posts/stale")));
        Assert.False(Directory.Exists(site.At("output/.sitegen/new")));
    }

    /// <summary>
    /// After each number of steps: the manifest, folders and files of the first build, then of one that deletes, replaces and adds.
    /// </summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void A_build_that_ends_between_two_steps_is_repaired_by_the_next_which_knows_its_own_files()
    {
        foreach (var isFirst in new[] { true, false })
        {
            for (var steps = 0; ; steps++)
            {
                using var one = new DiskSite();
                if (!isFirst)
                {
                    one.Built();
                    File.Delete(one.At("content/posts/a.md"));
                    one.Write("content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-03\n---\n");
                }

                var ended = Ended(one, steps);
                one.Built();
                Assert.Equal(FilesOfCleanBuild(one), FilesOf(one.Output));
                Assert.True(ended || steps > 5, $"there were only {steps} steps");
                if (!ended)
                    break;
            }
        }
    }

    static bool Ended(DiskSite one, int steps)
    {
        try
        {
            SiteBuilder.Build(new DiskFiles(one.Root), new EndingOutput(one.OutputAt(one.Output), steps),
                new BuildOptions(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new DiagnosticBag());
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    static IEnumerable<string> FilesOfCleanBuild(DiskSite one)
    {
        one.Build(output: one.At("clean"));
        return FilesOf(one.At("clean"));
    }

    static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {File.ReadAllText(file)}")];

    void Commit(string path, params (string Path, string Text)[] files)
    {
        var output = new DiskOutput(site.Output, "output");
        using var claim = output.Open();
        foreach (var file in files)
            output.Stage(file.Path, System.Text.Encoding.UTF8.GetBytes(file.Text));
        output.Commit(path);
    }

    /// <summary>Puts entries in place one by one, and ends after so many changes as a killed build does.</summary>
    sealed class EndingOutput(IOutputFiles output, int steps) : OutputBehind(output)
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
            // As the disk does it: a folder that does not stand yet goes as a whole.
            foreach (var entry in staged.Where(file => path.Length == 0 || file == path).Select(Outermost).Distinct()
                .Order(StringComparer.Ordinal).ToArray())
            {
                Step();
                base.Commit(entry);
                staged.RemoveAll(file => file == entry || file.StartsWith(entry + "/", StringComparison.Ordinal));
            }
        }

        public override void Delete(string path)
        {
            Step();
            base.Delete(path);
        }

        string Outermost(string file)
        {
            for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
            {
                if (!List().Any(held => held.Path.StartsWith(file[..(slash + 1)], StringComparison.Ordinal)))
                    return file[..slash];
            }

            return file;
        }

        void Step()
        {
            if (left-- == 0)
                throw new OperationCanceledException();
        }
    }
}

/// <summary>An output that does as another does, but for what a test changes.</summary>
abstract class OutputBehind(IOutputFiles output) : IOutputFiles
{
    public string Name => output.Name;

    public virtual ICacheFiles Cache => output.Cache;

    public IDisposable Open() => output.Open();

    public IReadOnlyList<OutputFile> List() => output.List();

    public bool Holds(string path, ReadOnlySpan<byte> bytes) => output.Holds(path, bytes);

    public byte[]? Read(string path) => output.Read(path);

    public virtual FileStamp Stage(string path, ReadOnlySpan<byte> bytes) => output.Stage(path, bytes);

    public virtual void CheckAccess(IEnumerable<string> deleted) => output.CheckAccess(deleted);

    public virtual void Commit(string path) => output.Commit(path);

    public virtual void Delete(string path) => output.Delete(path);
}
