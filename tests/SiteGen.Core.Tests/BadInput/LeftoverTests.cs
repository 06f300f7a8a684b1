using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>What systems and editors leave behind is never published, and needs no word.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("Thumbs.db")]
    [InlineData("thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData("4913")]
    [InlineData(".a.md.swp")]
    [InlineData(".a.md.swo")]
    [InlineData("a.md~")]
    [InlineData("a.md.bak")]
    [InlineData("a.md.orig")]
    [InlineData("#a.md#")]
    [InlineData(".#a.md")]
    [InlineData("~$보고서.docx")]
    [InlineData(".~lock.a.odt#")]
    [InlineData("._a.png")]
    [InlineData("__MACOSX/a.png")]
    [InlineData(".Trashes/501/a.png")]
    [InlineData("___jb_tmp___")]
    [InlineData("a.md___jb_tmp___")]
    [InlineData(".goutputstream-ABC123")]
    [InlineData(".nfs0000001")]
    [InlineData("a.md.sitegen-new")]
    [InlineData("a.zip.crdownload")]
    public void Leftovers_are_not_published_from_anywhere(string name)
    {
        string[] folders = ["content/static", "content/static/더", "content/posts", "content/posts/b", "content/pages", "content/data",
            "content/theme/static", "themes/bare/static"];
        var site = TestSite.Bare(TestSite.Post("b/index.md", "글", "2025-01-01"));
        var clean = TestSite.Bare(TestSite.Post("b/index.md", "글", "2025-01-01")).Built();
        foreach (var folder in folders)
            site.Files.Add($"{folder}/{name}", "leftover"u8.ToArray());
        site.Built();
        Assert.Equal(clean.Output.Files.Keys, site.Output.Files.Keys);
        Assert.Equal(0, site.Diagnostics.Count);
    }

    [Theory]
    [InlineData(".well-known/security.txt")]
    [InlineData("CNAME")]
    [InlineData(".htaccess")]
    [InlineData("naver0123.html")]
    [InlineData("4913.txt")]
    [InlineData("2012/4913/a.png")]
    [InlineData("tilde~1/a.txt")]
    [InlineData("#1.png")]
    [InlineData("bak/a.png")]
    public void Other_files_are_published_from_the_static_folder(string name)
    {
        var site = TestSite.Bare();
        site.Files.Add($"content/static/{name}", "mine"u8.ToArray());
        Assert.Equal("mine", site.Built()[name]);
    }
}
