using System.Text;
using SiteGen.Core.Tests.Sites;
using static SiteGen.Preview.Tests.Waiting;

namespace SiteGen.Preview.Tests;

/// <summary>Real files, saved the way editors and git save them.</summary>
public sealed class WatcherTests : IDisposable
{
    static readonly TimeSpan Forever = TimeSpan.FromHours(1);

    readonly SiteFolder folder = new(TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02")));
    readonly PreviewSite site;
    SiteWatcher watcher;
    readonly List<PreviewState> announced = [];

    public WatcherTests()
    {
        site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        Record(site);
        watcher = new SiteWatcher(site);
    }

    public void Dispose()
    {
        watcher.Dispose();
        folder.Dispose();
    }

    void Record(PreviewSite one) => one.Changed += state => { lock (announced) announced.Add(state); };

    void WatchPatiently(PreviewSite one)
    {
        watcher.Dispose();
        watcher = new SiteWatcher(one, Forever);
    }

    static string Post(string title) => $"---\ntitle: {title}\ndate: 2025-01-01\n---\n\n{title} 본문\n";

    [Fact]
    public void A_file_written_in_place_is_seen()
    {
        folder.Write("content/posts/a.md", Post("고침"));
        Eventually(() => Titles().Contains("고침"));
    }

    [Fact]
    public void A_file_moved_over_the_old_one_is_seen()
    {
        for (var i = 0; i < 5; i++)
        {
            folder.Write("content/posts/.a.md.swp", "x");
            folder.Write("content/posts/4913", "");
            File.Delete(folder["content/posts/4913"]);
            File.Move(folder["content/posts/a.md"], folder["content/posts/a.md~"], overwrite: true);
            folder.Write("content/posts/a.md", Post("vim " + i));
            File.Delete(folder["content/posts/a.md~"]);
            File.Delete(folder["content/posts/.a.md.swp"]);
            folder.Write("content/posts/.b.tmp", Post("JetBrains " + i));
            File.Move(folder["content/posts/.b.tmp"], folder["content/posts/b.md"], overwrite: true);
            Eventually(() => Titles().SetEquals(["vim " + i, "JetBrains " + i]));
        }

        Assert.DoesNotContain(Announced(), state => state.HasErrors);
    }

    [Fact]
    public void Half_a_file_is_not_announced_as_an_error()
    {
        WatchPatiently(site);
        for (var i = 0; i < 10; i++)
        {
            using (var file = new FileStream(folder["content/posts/a.md"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            {
                file.Flush();
                Eventually(() => site.State.HasErrors);
                file.Write("---\ntitle: "u8);
                file.Flush();
                file.Write(Encoding.UTF8.GetBytes($"글 {i}\ndate: 2025-01-01\n---\n"));
            }

            Eventually(() => Titles().Contains($"글 {i}"));
        }

        Assert.DoesNotContain(Announced(), state => state.HasErrors);
    }

    [Fact]
    public void Half_of_the_file_that_mends_an_error_is_not_another_one()
    {
        folder.Write("content/posts/a.md", "title: 머리말이 없음\n");
        var broken = new PreviewSite(folder.Root, SiteFolder.Options, null);
        Record(broken);
        WatchPatiently(broken);
        using (var file = new FileStream(folder["content/posts/a.md"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            Eventually(() => broken.State.Diagnostics.Any(found => found.Rule == "document-empty"));
            file.Write(Encoding.UTF8.GetBytes(Post("나음")));
        }

        Eventually(() => Announced() is [.., { HasErrors: false }]);
        Assert.DoesNotContain(Announced().SelectMany(state => state.Diagnostics), found => found.Rule == "document-empty");
    }

    [Fact]
    public void Errors_are_announced_and_so_is_their_mending()
    {
        folder.Write("content/posts/a.md", "---\ntitle: [\n---\n");
        Eventually(() => Announced() is [.., { HasErrors: true }]);
        folder.Write("content/posts/a.md", Post("나음"));
        Eventually(() => Announced() is [.., { HasErrors: false }]);
    }

    [Fact]
    public void What_only_rendering_finds_is_announced_with_nobody_looking_and_is_not_mended_by_another_change()
    {
        folder.Write("content/posts/a.md", Post("하나") + "\n[어디](nowhere.md)\n");
        Eventually(() => Announced() is [.., { HasErrors: true }]);
        var before = Announced().Count;
        folder.Write("content/posts/b.md", Post("고침"));
        Eventually(() => Titles().Contains("고침") && ReferenceEquals(Announced()[^1], site.State));
        Assert.All(Announced()[before..], state => Assert.True(state.HasErrors));
        folder.Write("content/posts/a.md", Post("하나"));
        Eventually(() => Announced() is [.., { HasErrors: false }]);
    }

    [Theory]
    [InlineData("content", "content/posts/a.md")]
    [InlineData("themes", "themes/bare/layouts/base.sbn-html")]
    public void A_folder_that_goes_and_comes_again_is_followed(string name, string file)
    {
        Directory.Move(folder[name], folder["away"]);
        Eventually(() => Announced() is [.., { HasErrors: true }]);
        // A new folder of the same name, as git makes it.
        foreach (var one in Directory.GetFiles(folder["away"], "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine(name, Path.GetRelativePath(folder["away"], one)), File.ReadAllText(one));
        Eventually(() => Announced() is [.., { HasErrors: false }]);
        folder.Write(file, folder.Read(file).Replace("하나", "고침", StringComparison.Ordinal) + "<p>더</p>");
        Eventually(() => SiteFolder.Served(site.State, "posts/a/index.html").Contains("<p>더</p>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_post_appears_when_its_time_comes_though_no_file_changes()
    {
        folder.Write("content/posts/c.md", "---\ntitle: 나중 글\ndate: 2026-03-01\n---\n");
        var clock = new ManualClock(new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero));
        var published = new PreviewSite(folder.Root, SiteFolder.Options with { Future = false }, clock);
        using var ticking = new SiteWatcher(published);
        Assert.Null(published.State.Find("posts/c/index.html"));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(published.State.Find("posts/c/index.html"));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(published.State.Find("posts/c/index.html"));
    }

    [Fact]
    public void New_folders_deleted_and_renamed_files_and_decomposed_names_are_seen()
    {
        folder.Write("content/posts/deep/er/c.md", Post("깊은 글"));
        Eventually(() => Titles().Contains("깊은 글"));
        folder.Write("content/posts/deep/er/d.md", Post("새 폴더의 글"));
        Eventually(() => Titles().Contains("새 폴더의 글"));
        Directory.Move(folder["content/posts/deep"], folder["content/posts/moved"]);
        folder.Write("content/posts/moved/er/c.md", Post("옮긴 글"));
        Eventually(() => Titles().Contains("옮긴 글") && !Titles().Contains("깊은 글"));
        Directory.Delete(folder["content/posts/moved"], recursive: true);
        File.Delete(folder["content/posts/b.md"]);
        folder.Write("content/posts/\u1112\u1161\u11ab\u1100\u1173\u11af.md", Post("풀어 쓴 이름"));
        Eventually(() => Titles().SetEquals(["하나", "풀어 쓴 이름"]));
        Assert.NotNull(site.State.Find("posts/한글/index.html"));
    }

    [Fact]
    public void A_checkout_of_hundreds_of_files_is_seen_whole()
    {
        for (var i = 0; i < 400; i++)
            folder.Write($"content/posts/branch{i % 7}/p{i}.md", Post($"글 {i}"));
        File.Delete(folder["content/posts/a.md"]);
        Eventually(() => site.State.Site.Posts.Length == 401);
        Assert.Equal(folder.CleanBuild(), SiteFolder.Served(site.State));
    }

    HashSet<string> Titles() => [.. site.State.Site.Posts.Select(post => post.Title)];

    List<PreviewState> Announced()
    {
        lock (announced)
            return [.. announced];
    }
}
