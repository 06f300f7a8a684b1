using SiteGen.Core.Tests.BadInput;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Sites;

/// <summary>The seeds' texts as they are published, byte for byte; SITEGEN_UPDATE=1 writes the expectations anew.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("posts/mark-zuckerberg-the-circuit/index.html", "seed-1.html")]
    [InlineData("posts/marc-benioff-davos-2025/index.html", "seed-2.html")]
    public void A_seeds_text_is_published_as_before(string page, string golden)
    {
        var site = new TestSite().AddFolder("content").AddFolder("themes/maru").Built();
        var html = site.Page(page).QuerySelector(".prose")!.InnerHtml;
        var path = Repository.PathOf("tests/SiteGen.Core.Tests/Golden/" + golden);
        if (PrintedTests.Updates)
            System.IO.File.WriteAllText(path, html);
        Assert.Equal(System.IO.File.ReadAllText(path), html);
    }
}
