using SiteGen.Core.Model;

namespace SiteGen.Core.Tests.Sites;

/// <summary>What hides a post in another generator hides it here, or is an error at its line.</summary>
public sealed class HiddenPostTests
{
    static TestSite With(string matter, string path = "a.md") =>
        TestSite.Bare(TestSite.Post(path, "숨은 글", "2025-01-24", matter, "비밀 본문"), TestSite.Post("b.md", "열린 글", "2025-01-25"));

    static void AssertHeld(TestSite site, UnpublishedReason reason = UnpublishedReason.Draft)
    {
        site.Built();
        Assert.DoesNotContain(site.Output.Files.Keys, file => site[file].Contains("비밀") || site[file].Contains("숨은 글"));
        Assert.Equal(reason, Assert.Single(site.Report!.Unpublished).Reason);
        Assert.True(site.Output.Files.ContainsKey("posts/b/index.html"));
    }

    [Theory]
    [InlineData("published: false")]
    [InlineData("publish: false")]
    [InlineData("Published: False")]
    [InlineData("is_published: false")]
    [InlineData("public: false")]
    [InlineData("visible: false")]
    [InlineData("공개: false")]
    [InlineData("hidden: true")]
    [InlineData("private: true")]
    [InlineData("isDraft: true")]
    [InlineData("unpublished: true")]
    [InlineData("headless: true")]
    [InlineData("비공개: true")]
    [InlineData("Draft: true")]
    [InlineData("DRAFT: TRUE")]
    [InlineData("status: draft")]
    [InlineData("status: private")]
    [InlineData("Status: Pending")]
    [InlineData("visibility: private")]
    [InlineData("build: {render: never}")]
    [InlineData("_build:\n  render: false")]
    [InlineData("draft: false\npublished: false")]
    [InlineData("published: true\nprivate: true")]
    [InlineData("status: publish\ndraft: true")]
    public void A_key_that_hides_a_post_elsewhere_hides_it_here(string matter) => AssertHeld(With(matter));

    [Theory]
    [InlineData("publishDate: 2099-01-01", UnpublishedReason.Future)]
    [InlineData("PublishDate: 2099-01-01", UnpublishedReason.Future)]
    [InlineData("publish-date: 2099-01-01", UnpublishedReason.Future)]
    [InlineData("publish_on: 2099-01-01", UnpublishedReason.Future)]
    [InlineData("expiryDate: 2020-01-01", UnpublishedReason.Expired)]
    [InlineData("expirydate: 2020-01-01", UnpublishedReason.Expired)]
    [InlineData("expires: 2020-01-01", UnpublishedReason.Expired)]
    public void Times_of_other_generators_count(string matter, UnpublishedReason reason) => AssertHeld(With(matter), reason);

    [Theory]
    [InlineData("published: true")]
    [InlineData("publish: true")]
    [InlineData("hidden: false")]
    [InlineData("private: false")]
    [InlineData("status: published")]
    [InlineData("status:")]
    [InlineData("publishDate: 2020-01-01")]
    [InlineData("expiryDate: 2099-01-01")]
    public void The_opposite_publishes_it(string matter)
    {
        var site = With(matter).Built();
        Assert.Contains("비밀 본문", site["posts/a/index.html"]);
        Assert.Equal("", site.Printed);
    }

    [Theory]
    [InlineData("published: maybe", "front-matter-type")]
    [InlineData("published: 2024-01-01", "front-matter-type")]
    [InlineData("private: [true]", "front-matter-type")]
    [InlineData("hidden: sometimes", "front-matter-type")]
    [InlineData("Draft: yes", "front-matter-type")]
    [InlineData("draft: \"true\"", "front-matter-type")]
    [InlineData("status: 언젠가", "front-matter-type")]
    [InlineData("build: never", "front-matter-type")]
    [InlineData("publishDate: soon", "front-matter-date")]
    [InlineData("expiryDate: [2020]", "front-matter-type")]
    [InlineData("password: 1234", "front-matter-password")]
    [InlineData("draft: false\nDraft: true", "yaml-duplicate-key")]
    [InlineData("publish_date: 2020-01-01\npublishDate: 2099-01-01", "yaml-duplicate-key")]
    public void What_cannot_be_understood_is_an_error_at_its_line(string matter, string rule)
    {
        var site = With(matter).Build();
        var found = Assert.Single(site.Diagnostics.Sorted(), diagnostic => diagnostic.Rule == rule);
        Assert.Equal(4 + matter.Count(c => c == '\n'), found.Place.Line);
        Assert.Null(site.Report!.Counts);
    }

    [Fact]
    public void Defaults_of_a_folder_hide_its_posts_unless_one_says_otherwise()
    {
        AssertHeld(With("").Add("-- content/posts/_defaults.yml --\npublished: false\n").Add(
            TestSite.Post("b.md", "열린 글", "2025-01-25", "draft: false")));
        AssertHeld(With("").Add("-- content/posts/_defaults.yaml --\nDraft: true\n").Add(
            TestSite.Post("b.md", "열린 글", "2025-01-25", "published: true")));
    }

    [Fact]
    public void A_key_that_the_site_declares_as_its_own_hides_nothing()
    {
        foreach (var own in new[] { "params: [status]", "lists: {s: {title: 가, path: /s/:group/, group_by: params.status}}" })
            Assert.Contains("비밀 본문", With("status: 언젠가").Configured(own).Built()["posts/a/index.html"]);
    }

    [Theory]
    [InlineData("_drafts/a.md")]
    [InlineData("2025/_drafts/a.md")]
    [InlineData("_Drafts/a.md")]
    [InlineData("_drafts/a/index.md")]
    [InlineData("_drafts/a.markdown")]
    public void Documents_in_drafts_are_drafts(string path)
    {
        AssertHeld(With("", path).Add($"-- content/posts/{Path.GetDirectoryName(path)}/secret.png --\n비밀"));
        var site = With("draft: false", path);
        site.Options = site.Options with { Drafts = true };
        Assert.Contains("비밀 본문", site.Built()["posts/a/index.html"]);
    }

    [Fact]
    public void Drafts_in_their_folder_need_no_date_until_they_are_shown()
    {
        var site = TestSite.Bare("-- content/posts/_drafts/idea.md --\n---\ntitle: 생각\n---\n비밀", TestSite.Post("b.md", "글", "2025-01-25"));
        AssertHeld(site);
        site.Options = site.Options with { Drafts = true };
        Assert.Equal("front-matter-required", Assert.Single(site.Build().Diagnostics.Sorted()).Rule);
    }

    [Theory]
    [InlineData("posts/_a.md")]
    [InlineData("posts/_templates/a.md")]
    [InlineData("posts/2025/_old/deep/a.md")]
    [InlineData("posts/_a/index.md")]
    [InlineData("posts/_secret.png")]
    [InlineData("posts/_files/secret.pdf")]
    [InlineData("pages/_a.md")]
    [InlineData("pages/_parts/a.md")]
    [InlineData("posts/a.mdx")]
    [InlineData("posts/a.html")]
    [InlineData("posts/a.HTM")]
    [InlineData("posts/a.txt")]
    [InlineData("posts/a.rst")]
    [InlineData("posts/a.ipynb")]
    [InlineData("posts/b/a.mdx")]
    [InlineData("posts/a")]
    [InlineData("pages/a.html")]
    [InlineData("pages/sub/a.mdx")]
    public void Files_that_could_be_hidden_texts_are_left_out_and_named(string path)
    {
        var site = TestSite.Bare(TestSite.Post("b/index.md", "글", "2025-01-25"),
            $"-- content/{path} --\n---\ntitle: 가\ndate: 2025-01-24\n---\n비밀 본문").Built();
        Assert.DoesNotContain(site.Output.Files.Keys, file => site[file].Contains("비밀"));
        var found = Assert.Single(site.Diagnostics.Sorted());
        Assert.Equal("content/" + path, found.Place.Path);
        Assert.Contains(found.Rule, new[] { "content-underscore", "content-kind" });
    }

    [Theory]
    [InlineData("posts/b/a.png")]
    [InlineData("posts/b/a.JPG")]
    [InlineData("posts/b/보고서.hwp")]
    [InlineData("posts/b/a.pdf")]
    [InlineData("posts/b/a.mp3")]
    [InlineData("posts/a.svg")]
    [InlineData("pages/a.csv")]
    [InlineData("static/_headers")]
    [InlineData("static/a.html")]
    [InlineData("static/a.txt")]
    public void Attachments_and_static_files_are_published(string path)
    {
        var site = TestSite.Bare(TestSite.Post("b/index.md", "글", "2025-01-25"), $"-- content/{path} --\nx").Built();
        Assert.Contains(site.Output.Files.Keys, file => file.EndsWith(Path.GetFileName(path), StringComparison.Ordinal));
        Assert.Equal("", site.Printed);
    }

    [Fact]
    public void A_markdown_file_by_its_long_extension_is_a_post_and_a_bundle()
    {
        var site = TestSite.Bare(TestSite.Post("a.markdown", "가", "2025-01-24", "", "[나](b/index.markdown)"),
            TestSite.Post("b/index.markdown", "나", "2025-01-25"), "-- content/posts/b/c.png --\nx").Built();
        Assert.Contains("<a href=\"/posts/b/\">나</a>", site["posts/a/index.html"]);
        Assert.True(site.Output.Files.ContainsKey("posts/b/c.png"));
    }
}
