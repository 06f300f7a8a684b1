using System.Text;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Hygiene;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Themes;

public sealed class BuiltInThemeTests
{
    const string Config = "-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\n";
    static readonly string Post = TestSite.Post("a.md", "하나", "2025-01-01", "tags: [가]");

    [Fact]
    public void It_holds_the_files_of_the_repository()
    {
        var disk = new DiskFiles(Repository.Root);
        var files = disk.List(BuiltInTheme.Folder).Select(file => file.Path)
            .Where(path => Path.GetFileName(path) is not ("screenshot.png" or "README.md"));
        Assert.Equal(files, BuiltInTheme.Paths.Select(path => $"{BuiltInTheme.Folder}/{path}"));
        Assert.All(BuiltInTheme.Paths, path =>
        {
            Assert.True(disk.TryRead($"{BuiltInTheme.Folder}/{path}", out var bytes, out _));
            Assert.Equal(bytes, BuiltInTheme.Read(path));
        });
    }

    [Fact]
    public void A_site_without_themes_is_built_as_with_the_folder_and_a_second_build_writes_nothing()
    {
        var site = TestSite.Of(Config, Post).Built();
        TestSite.AssertSame(TestSite.Maru(Config, Post).Built().Output, site.Output);
        Assert.Equal("", site.Printed);
        Assert.Equal(0, site.Built().Report!.Counts!.Written);
        site.Add("-- content/theme/partials/footer.sbn-html --\n<footer>내 것</footer>").Built();
        Assert.Contains("<footer>내 것</footer>", site["posts/a/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_its_name_replaces_the_whole_theme()
    {
        var bare = TestSite.BareTheme.Replace("themes/bare/", "themes/maru/", StringComparison.Ordinal);
        var site = TestSite.Of(Config, Post, bare).Built();
        TestSite.AssertSame(TestSite.Bare(Post).Built().Output, site.Output);
        foreach (var file in site.Files.List(BuiltInTheme.Folder))
            site.Files.Remove(file.Path);
        TestSite.AssertSame(TestSite.Maru(Config, Post).Built().Output, site.Built().Output);
    }

    [Fact]
    public void Hidden_files_are_no_theme_and_a_theme_without_its_manifest_is_incomplete()
    {
        var site = TestSite.Of(Config, Post, "-- themes/maru/.DS_Store --\nx").Built();
        site.Add("-- themes/maru/layouts/post.sbn-html --\nx").Build();
        Assert.Equal("""
            content/site.yml: error config-theme: There is no theme “maru”; looked for themes/maru/theme.yml.
              hint: Without the folder themes/maru/ the theme of the program is used.

            """, site.Printed);
    }

    [Fact]
    public void A_mistake_that_an_override_makes_in_the_theme_is_shown_at_its_line_there()
    {
        var site = TestSite.Of(Config, Post, "-- content/theme/i18n/ko.yml --\nposts: 글",
            "-- content/theme/i18n/en.yml --\nposts: posts").Build();
        Assert.Contains("themes/maru/", site.Printed, StringComparison.Ordinal);
        Assert.Contains(" | ", site.Printed, StringComparison.Ordinal);
    }
}
