using SiteGen.Cli.Tests;
using SiteGen.Core.Tests.Sites;
using SiteGen.Publishing.Tests;

namespace SiteGen.Browser.Tests;

/// <summary>The repository's own blog, published to a branch and read from there.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class PublishedTests(Chromium chromium) : IDisposable
{
    const string Benioff = "posts/marc-benioff-davos-2025/";

    readonly Blog blog = new();

    [BrowserFact]
    public async Task What_was_pushed_passes_the_check_and_is_read_and_searched_below_its_base_path()
    {
        foreach (var folder in new[] { "content", "themes" })
        {
            Directory.Delete(blog[folder], recursive: true);
            Sitegen.Copy(Path.Combine(Sitegen.Repository, folder), blog[folder]);
        }

        blog.Commit("블로그");
        blog.Publish("--base-url", "https://example.github.io/blog/");
        Assert.Equal("", blog.Errors);
        var branch = Path.Combine(blog.Outside, "올라간 것");
        Blog.GitIn(blog.Outside, "clone", "--quiet", "--branch", "gh-pages", "file://" + blog.Hub, branch);
        Assert.Equal(0, blog.Run("check", branch, "--base-url", "https://example.github.io/blog/"));
        Assert.Contains("0 errors, 0 warnings", blog.Output);

        using var pages = ServedSite.Of(Held(branch));
        await using var reader = await chromium.Open(pages, "", 1280);
        await reader.Find("main ul.posts h2 a").First.ClickAsync();
        await reader.Arrive(Benioff);
        Assert.Equal(30, await reader.Find(".turn:visible").CountAsync());
        await reader.Find("main a[href*='/tags/']").First.ClickAsync();
        await reader.Until("location.pathname.startsWith('/blog/tags/') && document.readyState === 'complete'");
        Assert.Equal(1, await reader.Find($"main a[href='/blog/{Benioff}']").CountAsync());
        Assert.Empty(reader.Errors);
        await using var search = await SearchReader.Open(chromium, pages);
        await search.Type("베니오프");
        await search.Reader.Until($"document.querySelector('.search ol h2 a')?.getAttribute('href') === '/blog/{Benioff}'");
        Assert.Empty(search.Reader.Errors);
    }

    /// <summary>The files of a checked out branch, as a site that was built in memory.</summary>
    static TestSite Held(string folder)
    {
        var site = new TestSite();
        foreach (var (path, bytes) in Sitegen.Snapshot(folder))
            site.Output.Add(path, bytes);
        return site;
    }

    public void Dispose() => blog.Dispose();
}
