using System.Text;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Preview.Tests;

/// <summary>After any change a preview serves what a clean build would write.</summary>
public sealed class TruthTests
{
    static TestSite Site() => TestSite.Bare(
        TestSite.Post("a.md", "하나", "2025-01-01", "tags: [가, 나]"),
        TestSite.Post("b.md", "둘", "2025-02-01", "categories: [다]", "[하나](a.md)를 보세요."),
        TestSite.Post("sub/c.md", "셋", "2024-12-01", "people: [라]"),
        "-- content/pages/about.md --\n---\ntitle: 소개\n---\n\n글\n",
        "-- content/data/people.yml --\n라:\n  role: 대표\n",
        "-- themes/bare/assets/css/main.css --\nbody{}\n",
        TestSite.Post("d.md", "초안", "2025-03-01", "draft: true"),
        TestSite.Post("e.md", "내일", "2026-01-02"),
        TestSite.Post("f.md", "숨은 글", "2025-03-02", "unlisted: true"));

    [Fact]
    [Trait("Category", "Slow")]
    public void After_three_hundred_random_edits_every_route_is_as_a_clean_build_has_it()
    {
        using var folder = new SiteFolder(Site());
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        var edits = new RandomEdits(folder, 2026);
        var whole = 0;
        for (var i = 0; i < 300; i++)
        {
            // Most errors are undone at once, some later.
            var edit = site.State.HasErrors && i % 4 != 0 ? edits.Undo() : edits.Next(isWhole: !site.State.HasErrors);
            site.Refresh(edit.Paths, edit.Names);
            var expected = folder.CleanBuild();
            if (Difference(expected, SiteFolder.Served(site.State)) is { } difference)
                Assert.Fail($"After edit {i} ({edit.What}) {difference}.");
            whole += expected is null ? 0 : 1;
        }

        Assert.True(whole > 100, $"Only {whole} of the sites had no errors, too few to show anything.");
    }

    [Fact]
    public void What_the_watcher_alone_tells_of_random_edits_leads_to_the_same()
    {
        using var folder = new SiteFolder(Site());
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        using var watcher = new SiteWatcher(site);
        var edits = new RandomEdits(folder, 7);
        for (var i = 0; i < 60; i++)
        {
            var wasWhole = folder.CleanBuild() is not null;
            var edit = wasWhole ? edits.Next(isWhole: true) : edits.Undo();
            var expected = folder.CleanBuild();
            Waiting.Eventually(() => Difference(expected, SiteFolder.Served(site.State)) is { } difference
                ? $"After edit {i} ({edit.What}) {difference}."
                : null);
        }
    }

    [Fact]
    public void A_site_without_a_theme_shows_the_built_in_one_and_follows_copies_of_it()
    {
        using var folder = new SiteFolder(TestSite.Of("-- content/site.yml --\ntitle: 시험\n", TestSite.Post("a.md", "하나", "2025-01-01")));
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        using var watcher = new SiteWatcher(site);
        AssertServed("<html");
        folder.Write("content/theme/partials/footer.sbn-html", "<footer>내 것</footer>");
        AssertServed("<footer>내 것");
        var bare = TestSite.Bare().Files;
        foreach (var file in bare.List("themes/bare"))
        {
            Assert.True(bare.TryRead(file.Path, out var bytes, out _));
            folder.Write(file.Path.Replace("/bare/", "/maru/", StringComparison.Ordinal), Encoding.UTF8.GetString(bytes));
        }

        AssertServed("<html lang=\"ko\"><head>");
        Directory.Delete(folder["themes"], recursive: true);
        AssertServed("<footer>내 것");

        void AssertServed(string text)
        {
            var built = folder.CleanBuild();
            Assert.NotNull(built);
            Assert.Contains(text, built["index.html"], StringComparison.Ordinal);
            Waiting.Eventually(() => Difference(built, SiteFolder.Served(site.State)));
        }
    }

    /// <summary>The first difference, as the end of a sentence; null for none.</summary>
    static string? Difference(SortedDictionary<string, string>? built, SortedDictionary<string, string>? served) =>
        built is null || served is null ? built is null == served is null ? null : "the one has errors, the other not"
        : !built.Keys.SequenceEqual(served.Keys) ? "there are other files"
        : built.FirstOrDefault(file => served[file.Key] != file.Value).Key is { } file ? $"the preview of {file} differs" : null;

    [Fact]
    public void What_is_not_for_readers_stands_in_the_lists_of_a_preview_and_in_none_of_what_is_published()
    {
        using var folder = new SiteFolder(Site());
        var published = SiteFolder.Options with { Drafts = false, Future = false, Unlisted = false };
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        var shown = SiteFolder.Served(site.State, "index.html");
        Assert.All(new[] { "d", "e", "f" }, name => Assert.Contains($"/posts/{name}/", shown, StringComparison.Ordinal));
        var production = new PreviewSite(folder.Root, published, null);
        Assert.Equal(folder.CleanBuild(published), SiteFolder.Served(production.State));
        var index = SiteFolder.Served(production.State, "index.html");
        Assert.All(new[] { "d", "e", "f" }, name => Assert.DoesNotContain($"/posts/{name}/", index, StringComparison.Ordinal));
        site.ShowDrafts(false);
        Assert.Equal(folder.CleanBuild(published), SiteFolder.Served(site.State));
        site.ShowDrafts(true);
        Assert.Equal(folder.CleanBuild(), SiteFolder.Served(site.State));
    }

    [Fact]
    public void What_nobody_told_of_is_found_by_looking()
    {
        using var folder = new SiteFolder(Site());
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        Assert.True(site.IsTrue());
        folder.Write("content/posts/a.md", folder.Read("content/posts/a.md") + "\n더 긴 글\n");
        Assert.False(site.IsTrue());
        Assert.True(site.IsTrue());
        folder.Write("content/posts/new/d.md", "---\ntitle: 넷\ndate: 2025-03-01\n---\n");
        Assert.False(site.IsTrue());
        File.Delete(folder["content/posts/sub/c.md"]);
        Assert.False(site.IsTrue());
        Assert.Equal(folder.CleanBuild(), SiteFolder.Served(site.State));
    }
}

/// <summary>Random edits of a site: posts, theme, configuration, data and static files. Some are errors.</summary>
sealed class RandomEdits(SiteFolder folder, int seed)
{
    readonly Random random = new(seed);
    int count;

    /// <summary>All files when the site last had no errors.</summary>
    readonly Dictionary<string, byte[]> before = new(StringComparer.Ordinal);

    public (string What, IReadOnlyList<string> Paths, bool Names) Undo()
    {
        var now = Files();
        foreach (var path in now.Keys.Except(before.Keys))
            File.Delete(folder[path]);
        foreach (var (path, bytes) in before)
            File.WriteAllBytes(folder[path], bytes);
        return ("undo", [.. now.Keys.Union(before.Keys)], true);
    }

    Dictionary<string, byte[]> Files() => Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder.Root, file), File.ReadAllBytes, StringComparer.Ordinal);

    public (string What, IReadOnlyList<string> Paths, bool Names) Next(bool isWhole)
    {
        count++;
        if (isWhole)
        {
            before.Clear();
            foreach (var (path, bytes) in Files())
                before[path] = bytes;
        }

        var posts = Directory.GetFiles(folder["content/posts"], "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.Root, file)).Order(StringComparer.Ordinal).ToArray();
        var post = posts.Length == 0 ? null : posts[random.Next(posts.Length)];
        return random.Next(post is null ? 1 : 13) switch
        {
            0 or 1 => Create(),
            2 or 3 => Edit(post!, "\n더한 글 " + count + "\n"),
            4 => Edit(post!, "\n[어디](b.md) ![그림](/x.png)\n"),
            5 => FrontMatter(post!),
            6 => Rename(post!),
            7 => Delete(post!),
            8 => Theme(),
            9 => Config(),
            10 => Data(),
            11 => Static(),
            _ => Defaults(),
        };
    }

    (string, IReadOnlyList<string>, bool) Create()
    {
        var path = $"content/posts/{(random.Next(2) == 0 ? "" : "sub/")}p{count}.md";
        var date = $"2025-0{random.Next(1, 10)}-1{random.Next(10)}";
        var tag = $"가{random.Next(3)}";
        var draft = random.Next(4) == 0 ? "draft: true\n" : "";
        folder.Write(path, $"---\ntitle: 글 {count}\ndate: {date}\ntags: [{tag}]\n{draft}---\n\n본문 {count}\n");
        return ($"create {path}", [path], true);
    }

    (string, IReadOnlyList<string>, bool) Edit(string path, string more)
    {
        File.AppendAllText(folder[path], more);
        return ($"edit {path}", [path], false);
    }

    (string, IReadOnlyList<string>, bool) FrontMatter(string path)
    {
        var changes = new[]
        {
            ("title:", "title: 새"),
            ("date: 2025", "date: 2024"),
            ("---\n\n", "unlisted: true\n---\n\n"),
            ("---\n\n", $"aliases: [/old/{count}]\n---\n\n"),
            ("---\n\n", "---\n\n\n"),
            ("tags:", "wrong_type_of_date:"),
        };
        var (from, to) = changes[random.Next(changes.Length)];
        var text = folder.Read(path);
        // A duplicate key is an error, which is fine: errors must come and go too.
        folder.Write(path, text.Length > 4000 ? "---\ntitle: 고침\ndate: 2025-01-01\n---\n\n글\n" : Replaced(text, from, to));
        return ($"front matter of {path}", [path], false);
    }

    static string Replaced(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var hasKey = text.Contains(to.Split(':')[0] + ":", StringComparison.Ordinal) && !to.StartsWith(from, StringComparison.Ordinal);
        return at < 0 || hasKey || text.Contains(to, StringComparison.Ordinal)
            ? text + "\n"
            : text[..at] + to + text[(at + from.Length)..];
    }

    (string, IReadOnlyList<string>, bool) Rename(string path)
    {
        var to = $"content/posts/r{count}.md";
        File.Move(folder[path], folder[to]);
        return ($"rename {path}", [path, to], true);
    }

    (string, IReadOnlyList<string>, bool) Delete(string path)
    {
        File.Delete(folder[path]);
        return ($"delete {path}", [path], true);
    }

    (string, IReadOnlyList<string>, bool) Theme()
    {
        var path = random.Next(3) switch
        {
            0 => "themes/bare/layouts/post.sbn-html",
            1 => "themes/bare/assets/css/main.css",
            _ => "content/theme/layouts/list.sbn-html",
        };
        var text = random.Next(5) == 0 ? "{{ if }}"
            : path.EndsWith(".css", StringComparison.Ordinal) ? $"body{{top:{count}px}}"
            : $"---\nlayout: base\n---\n<p>{count}</p>{{{{ page.title }}}}";
        folder.Write(path, text);
        return ($"theme {path}", [path], true);
    }

    (string, IReadOnlyList<string>, bool) Config()
    {
        var basePath = random.Next(3) == 0 ? "blog/" : "";
        var paginate = random.Next(1, 4);
        folder.Write("content/site.yml",
            $"title: 시험 {count}\nbase_url: https://example.com/{basePath}\ntheme: bare\npaginate: {paginate}\n");
        return ("site.yml", ["content/site.yml"], false);
    }

    (string, IReadOnlyList<string>, bool) Data()
    {
        folder.Write("content/data/people.yml", $"라:\n  role: 대표 {count}\n");
        return ("people.yml", ["content/data/people.yml"], false);
    }

    (string, IReadOnlyList<string>, bool) Static()
    {
        var path = $"content/static/f{random.Next(3)}.txt";
        if (File.Exists(folder[path]) && random.Next(3) == 0)
            File.Delete(folder[path]);
        else
            folder.Write(path, $"파일 {count}\n");
        return (path, [path], true);
    }

    (string, IReadOnlyList<string>, bool) Defaults()
    {
        var text = random.Next(4) == 0 ? "tags: {a: b}\n" : $"series: 묶음 {count}\ntags: [기본{random.Next(3)}]\n";
        folder.Write("content/posts/_defaults.yml", text);
        return ("_defaults.yml", ["content/posts/_defaults.yml"], true);
    }
}
