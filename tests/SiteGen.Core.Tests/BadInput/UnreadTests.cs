using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What can't be read is an error, and the output stays: it is not taken for empty, and nothing waits for it.</summary>
public sealed class UnreadTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A path of 6,000 bytes, made of two halves.</summary>
    const string DeepFolders = """
        name=$(printf %0200d 1)
        half=$name/$name/$name/$name/$name
        half=$half/$half/$half
        here=$PWD
        mkdir -p content/posts/$half other/$half
        cd content/posts/$half
        mv $here/other .
        """;

    [Theory]
    [InlineData("content/posts")]
    [InlineData("content/pages")]
    [InlineData("content/static")]
    [InlineData("content/data")]
    [InlineData("content/theme")]
    [InlineData("themes/bare/layouts")]
    [InlineData("themes/bare/i18n")]
    [InlineData("themes/bare")]
    [InlineData("themes")]
    public void A_file_where_a_folder_belongs_is_an_error(string path)
    {
        using var site = new DiskSite();
        site.Write("content/pages/about.md", "---\ntitle: 소개\n---\n").Write("content/static/x.txt", "x").Write("content/data/x.yml", "a: 1")
            .Built();
        if (Directory.Exists(site.At(path)))
            Directory.Delete(site.At(path), recursive: true);
        site.Write(path, "").Refused("folder-missing");
        Assert.Equal(1, site.Diagnostics.ErrorCount);
    }

    [Theory]
    [InlineData("content/posts", "none", "folder-missing")]
    [InlineData("content/posts", "../none", "file-link")]
    [InlineData("content/posts", "/nowhere/posts", "file-link")]
    [InlineData("themes/bare", "/nowhere/theme", "folder-missing")]
    [InlineData("themes", "none", "folder-missing")]
    public void A_folder_that_became_a_link_to_nowhere_is_an_error(string path, string target, string rule)
    {
        using var site = new DiskSite();
        site.Built();
        Directory.Delete(site.At(path), recursive: true);
        Directory.CreateSymbolicLink(site.At(path), target);
        site.Refused(rule);
    }

    [UnixTheory]
    [InlineData("mkfifo content/posts/c.md", "file-unreadable")]
    [InlineData("mkfifo content/posts/c.png", "file-unreadable")]
    [InlineData("mkfifo content/posts/real; ln -s real content/posts/c.md", "file-unreadable")]
    [InlineData("mkfifo content/posts/_defaults.yml", "file-unreadable")]
    [InlineData("mkdir content/static; mkfifo content/static/c", "file-unreadable")]
    [InlineData("mkdir content/data; mkfifo content/data/c.yml", "file-unreadable")]
    [InlineData("mkfifo themes/bare/assets", "folder-missing")]
    [InlineData("mkdir themes/bare/assets; mkfifo themes/bare/assets/c.css", "file-unreadable")]
    [InlineData("rm themes/bare/theme.yml; mkfifo themes/bare/theme.yml", "file-unreadable")]
    [InlineData("rm themes/bare/layouts/post.sbn-html; mkfifo themes/bare/layouts/post.sbn-html", "file-unreadable")]
    [InlineData("rm content/site.yml; mkfifo content/site.yml", "file-unreadable")]
    [InlineData("ln -s /dev/zero content/posts/c.png", "file-link")]
    [InlineData("touch \"$(printf 'content/posts/c\\377.md')\"", "file-name")]
    [InlineData("mkdir content/static; mkdir \"$(printf 'content/static/\\260\\241')\"", "file-name")]
    [InlineData("mkdir -p \"$(printf 'themes/bare/static/\\260\\241')\"", "file-name")]
    [InlineData(DeepFolders, "folder-unreadable")]
    public void Nothing_waits_for_a_file_that_is_none_or_opens_what_has_no_name(string script, string rule)
    {
        using var site = new DiskSite();
        site.Built();
        Shell.Run(site.Root, script);
        try
        {
            InTime(() => site.Build());
            Assert.Contains(site.Diagnostics.Sorted(), found => found.Rule == rule);
        }
        finally
        {
            // .NET can't delete what it can't name.
            Shell.Run(site.Root, "rm -r content themes");
        }
    }

    [UnixTheory]
    [InlineData("mkdir -p output/posts; mkfifo output/posts/c", "output-foreign-file")]
    [InlineData("mkdir -p output/posts/c; mkfifo output/posts/c/index.html", "output-foreign-file")]
    [InlineData("mkfifo output/.nojekyll", "output-foreign-file")]
    [InlineData("mkfifo output/.sitegen", "output-unwritable")]
    [InlineData("mkdir .sitegen; mkfifo .sitegen/builds", "output-unwritable")]
    public void Nothing_waits_for_a_pipe_in_the_output_or_the_cache(string script, string rule)
    {
        using var site = new DiskSite();
        Shell.Run(site.Write("output/.gitignore", "*").Root, script);
        site.Write("content/posts/c.md", "---\ntitle: 글\ndate: 2025-01-03\n---\n");
        InTime(() => site.Build());
        Assert.Contains(site.Diagnostics.Sorted(), found => found.Rule.StartsWith(rule, StringComparison.Ordinal));
    }

    [UnixTheory]
    [InlineData(".nojekyll")]
    [InlineData("index.html")]
    public void A_pipe_in_the_output_in_place_of_a_file_of_SiteGen_is_replaced(string file)
    {
        using var site = new DiskSite();
        site.Built();
        Shell.Run(site.Root, $"rm output/{file}; mkfifo output/{file}");
        InTime(() => site.Build());
        Assert.False(site.Diagnostics.HasErrors, site.Printed);
        InTime(() => File.ReadAllBytes(site.At("output/" + file)));
    }

    /// <summary>7 folders that link to each other have 7! ways through them.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void Of_folders_that_link_to_each_other_each_is_read_once_and_a_second_build_says_the_same(int count)
    {
        using var site = new DiskSite();
        for (var i = 0; i < count; i++)
        {
            site.Write($"content/posts/{i}/post-{i}.md", $"---\ntitle: 글 {i}\ndate: 2025-01-03\n---\n");
            for (var other = 0; other < count; other++)
                Directory.CreateSymbolicLink(site.At($"content/posts/{i}/to-{other}"), $"../{other}");
        }

        var report = site.Build();
        var printed = site.Printed;
        Assert.False(site.Diagnostics.HasErrors, printed);
        Assert.Equal(count + 2, report.Posts);
        Assert.Equal(count * count, site.Diagnostics.Sorted().Count(found => found.Rule == "folder-link"));
        Assert.Equal(0, site.Build().Counts!.Written);
        Assert.Equal(printed, site.Printed);
    }

    [Theory]
    [InlineData("-- content/static/.sitegen/x --\nx")]
    [InlineData("-- content/static/.git/config --\nx\n-- content/static/.git/HEAD --\nx")]
    [InlineData("-- content/static/.GIT/config --\nx")]
    [InlineData("-- content/static/.git. /config --\nx")]
    public void The_folders_of_git_and_SiteGen_in_the_output_are_not_the_sites(string file)
    {
        var site = TestSite.Bare(file);
        site.Build();
        Assert.Single(site.Diagnostics.Sorted(), found => found.Rule == "address-reserved");
    }

    [Fact]
    public void A_name_that_the_system_takes_for_too_long_is_an_error_at_its_file()
    {
        using var disk = new DiskSite();
        var path = $"content/static/{string.Join('/', Enumerable.Repeat(new string('a', 250), 20))}";
        var site = TestSite.Bare();
        site.Files.Add(path, "x"u8.ToArray());
        var diagnostics = new DiagnosticBag();
        Assert.Null(SiteBuilder.Build(site.Files, disk.OutputAt(disk.Output), site.Options, diagnostics).Counts);
        var error = Assert.Single(diagnostics.Sorted());
        Assert.Equal(("address-long", path), (error.Rule, error.Place.Path));
        Assert.False(Directory.Exists(disk.Output));
    }

    [Fact]
    public void The_check_of_a_folder_reports_what_it_can_not_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var site = new DiskSite();
        site.Built();
        Shell.Run(site.Root, "mkfifo output/pipe.html; touch \"$(printf 'output/c\\377.html')\"");
        var diagnostics = new DiagnosticBag();
        var options = new CheckOptions(CheckSettings.Default);
        InTime(() => SiteCheck.Run(new DiskFiles(site.Output), null, options, diagnostics));
        var rules = diagnostics.Sorted().Select(found => found.Rule).Where(rule => rule.StartsWith("file-", StringComparison.Ordinal));
        Assert.Equal(["file-name", "file-unreadable"], rules.Order());
        Shell.Run(site.Root, "rm -r output");
    }

    static void InTime(Action work) => Assert.True(Task.Run(work).Wait(Patience), "it waits");
}
