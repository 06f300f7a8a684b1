using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What lies in a site's folder on disk and is not to be published, or not to be followed.</summary>
public sealed class SourceTests
{
    [Fact]
    public void A_link_out_of_the_content_folder_is_refused_by_name_and_nothing_behind_it_is_read()
    {
        using var site = new DiskSite();
        site.Write("secret/key.txt", "secret").Write("content/static/x.txt", "x").Built();
        File.CreateSymbolicLink(site.At("content/static/key.txt"), site.At("secret/key.txt"));
        Directory.CreateSymbolicLink(site.At("content/posts/secret"), "../../secret");
        site.Refused("file-link");
        Assert.Equal(
            """
            content/posts/secret: error file-link: This symbolic link leads out of the folder; what lies behind it is not published.
              hint: Put the file itself here.
            content/static/key.txt: error file-link: This symbolic link leads out of the folder; what lies behind it is not published.
              hint: Put the file itself here.

            """, site.Printed);
    }

    [Fact]
    public void A_link_inside_the_content_folder_is_followed_and_one_in_a_circle_is_not()
    {
        using var site = new DiskSite();
        File.CreateSymbolicLink(site.At("content/posts/linked.md"), "a.md");
        Directory.CreateSymbolicLink(site.At("content/posts/circle"), "../posts");
        site.Built();
        Assert.True(File.Exists(site.At("output/posts/linked/index.html")));
    }

    [Fact]
    public void A_broken_link_is_reported()
    {
        using var site = new DiskSite();
        File.CreateSymbolicLink(site.At("content/posts/c.md"), "none.md");
        File.CreateSymbolicLink(site.At("content/posts/d.md"), "d.md");
        site.Build();
        Assert.Contains("content/posts/c.md: error file-unreadable: The file can't be read: there is no such file.", site.Printed);
        Assert.Contains("content/posts/d.md: error file-link", site.Printed);
    }

    [Fact]
    public void Files_of_Macs_with_decomposed_names_are_published_under_composed_ones()
    {
        using var site = new DiskSite();
        const string nfd = "\u1112\u1161\u11AB";
        site.Write($"content/posts/{nfd}/index.md", $"---\ntitle: 글\ndate: 2025-01-01\ntags: [{nfd}]\n---\n"
            + $"![그림](한.png) [둘](../{nfd}2.md#{nfd})\n")
            .Write($"content/posts/{nfd}/{nfd}.png", "png")
            .Write($"content/posts/{nfd}2.md", $"---\ntitle: 둘\ndate: 2025-01-01\n---\n## {nfd}\n");
        site.Built();
        Assert.True(File.Exists(site.At("output/posts/한/index.html")));
        Assert.True(File.Exists(site.At("output/posts/한/한.png")));
        Assert.True(File.Exists(site.At("output/tags/한/index.html")));
        Assert.Contains("/posts/%ED%95%9C2/#%ED%95%9C", File.ReadAllText(site.At("output/posts/한/index.html")));
    }

    [Fact]
    public void Pictures_of_a_draft_are_no_more_published_than_the_draft()
    {
        var site = TestSite.Bare(
            TestSite.Post("secret/index.md", "비밀", "2025-01-01", "draft: true", "![사진](사진.jpg)"), "-- content/posts/secret/사진.jpg --\njpg",
            "-- content/posts/secret/more/b.jpg --\njpg",
            TestSite.Post("later/index.md", "나중", "2099-01-01"), "-- content/posts/later/c.jpg --\njpg",
            TestSite.Post("a.md", "글", "2025-01-01")).Built();
        Assert.DoesNotContain(site.Output.Files.Keys, file => file.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Output.Files, file => System.Text.Encoding.UTF8.GetString(file.Value).Contains("비밀"));
        Assert.DoesNotContain(site.Output.Files, file => System.Text.Encoding.UTF8.GetString(file.Value).Contains("secret"));
        Assert.Equal(2, site.Report!.Unpublished.Count);
    }

    [Fact]
    public void Tags_that_differ_only_in_case_are_one_list_under_the_commoner_spelling()
    {
        var site = TestSite.Bare(
            TestSite.Post("a.md", "하나", "2025-01-01", "tags: [AI]"), TestSite.Post("b.md", "둘", "2025-01-02", "tags: [ai]"),
            TestSite.Post("c.md", "셋", "2025-01-03", "tags: [AI, ' ai ']"),
            "-- content/data/category_links.yml --\nAI: [{title: 하나, date: 2025.01.24}]\nai: [{title: 둘, date: 2025.01.25}]\n").Built();
        Assert.Contains("<a href=\"/tags/ai/\">AI</a> 3;", site["tags/index.html"]);
    }

    [Theory]
    [InlineData("output", null)]
    [InlineData("elsewhere", null)]
    [InlineData(".", "holds the site itself")]
    [InlineData("..", "holds the site itself")]
    [InlineData("content", "lies inside content/")]
    [InlineData("content/output", "lies inside content/")]
    [InlineData("themes/bare/output", "lies inside themes/")]
    [InlineData("real-content", "holds content/")]
    [InlineData("real-content/content/posts", "lies inside content/")]
    [InlineData("link", "holds the site itself")]
    [InlineData("file.txt", "is a file")]
    [InlineData(".sitegen/site", "lies inside .sitegen/")]
    public void An_output_folder_never_holds_or_lies_in_what_a_build_reads(string output, string? problem)
    {
        using var folder = new DiskSite();
        var site = folder.At("site");
        Directory.CreateDirectory(folder.At("site"));
        Directory.Move(folder.At("themes"), folder.At("site/themes"));
        Directory.CreateDirectory(folder.At("site/real-content"));
        if (output.StartsWith("real-content", StringComparison.Ordinal))
        {
            Directory.Move(folder.At("content"), folder.At("site/real-content/content"));
            Directory.CreateSymbolicLink(folder.At("site/content"), "real-content/content");
        }
        else
        {
            Directory.Move(folder.At("content"), folder.At("site/content"));
        }

        Directory.CreateSymbolicLink(folder.At("site/link"), site);
        File.WriteAllText(folder.At("site/file.txt"), "x");
        var found = FolderRules.OutputProblem(site, Path.Combine(site, output));
        if (problem is null)
            Assert.Null(found);
        else
            Assert.StartsWith(problem, found!.ToString(), StringComparison.Ordinal);
    }
}
