using System.IO.Compression;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>Colours, weight, paper, and pages without scripts or under a strict policy.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageTests(Chromium chromium)
{
    const string Interview = "posts/marc-benioff-davos-2025/";
    const string Ground = "getComputedStyle(document.body).backgroundColor";

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_chosen_colours_are_kept_across_pages(int width)
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, "", width);
        var light = await reader.Ask<string>(Ground);
        await reader.Find(".scheme").ClickAsync();
        await reader.Until($"{Ground} !== '{light}'");
        var dark = await reader.Ask<string>(Ground);
        foreach (var path in new[] { Interview, "archives/", "about/" })
        {
            await reader.Go(path);
            await reader.Until($"{Ground} === '{dark}' && document.querySelector('.scheme').ariaPressed === 'true'");
        }

        // Back to the device's own, and nothing is kept.
        await reader.Find(".scheme").ClickAsync();
        await reader.Until("document.documentElement.dataset.scheme === 'auto' && localStorage.length === 0");
        await reader.Wear(ColorScheme.Dark);
        await reader.Until($"{Ground} === '{dark}'");
    }

    [BrowserFact]
    public async Task An_interviews_first_visit_is_small_and_of_one_host()
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, 360);
        var requests = reader.Requests.Where(url => !url.Contains("favicon")).ToArray();
        Assert.All(requests, url => Assert.StartsWith(ServedSite.Seeds.Url, url));
        Assert.Equal(3, requests.Length);
        var sizes = requests.ToDictionary(url => url, url => Gzipped(ServedSite.Seeds.Site.Output.Files[FileOf(url)]));
        Assert.InRange(sizes.Values.Sum(), 1, 20 * 1024);
        Assert.InRange(sizes.Single(size => size.Key.EndsWith(".css", StringComparison.Ordinal)).Value, 1, 8 * 1024);
    }

    static string FileOf(string url) => url[ServedSite.Seeds.Url.Length..] is var path && path.EndsWith('/') ? path + "index.html" : path;

    static long Gzipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return packed.ToArray().Length;
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Without_scripts_everything_can_be_read_and_reached(int width)
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, width, options => options.JavaScriptEnabled = false);
        Assert.Equal(30, await reader.Find(".turn:visible").CountAsync());
        Assert.Equal(0, await reader.Find(".by-script:visible").CountAsync());
        if (width < 600)
            await reader.Find(".open-questions").ClickAsync();
        await reader.Find(".questions a").Nth(2).ClickAsync();
        await reader.Arrive("#q3");
        await reader.Go("");
        await reader.Find("main ul.posts h2 a").First.ClickAsync();
        await reader.Arrive(Interview);
    }

    [BrowserFact]
    public async Task The_progress_of_reading_grows_from_nothing_to_the_whole_width()
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, 360);
        const string share = "document.querySelector('.progress').getBoundingClientRect().width / innerWidth";
        Assert.Equal(0, await reader.Ask<double>(share));
        await reader.Ask<object>("scrollTo(0, document.body.scrollHeight)");
        await reader.Until(share + " === 1");
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    [Trait("Category", "Slow")]
    public async Task On_paper_stand_the_text_and_its_address_alone(int width)
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, width);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal(0,
            await reader.Find("nav:visible, button:visible, .turn-link:visible, .site-foot:visible, .entries:visible").CountAsync());
        Assert.Equal(30, await reader.Find(".speaker:visible").CountAsync());
        Assert.EndsWith(Interview, (await reader.Find(".address").InnerTextAsync()).Trim());
        Assert.Equal("rgb(255, 255, 255)", await reader.Ask<string>(Ground));
        Assert.NotEmpty(await reader.Page.PdfAsync(new() { Format = "A4" }));
    }

    [BrowserFact]
    [Trait("Category", "Slow")]
    public async Task A_strict_policy_is_never_violated()
    {
        using var site = ServedSite.With("",
            "-- content/posts/table.md --\n---\ntitle: 표\ndate: 2025-02-01\n---\n\n| 회사 | 값 |\n|:--|--:|\n| 가 | 1 |\n\n```csharp\n"
                + "var a = 1;\n```\n");
        foreach (var path in new[] { "", Interview, "posts/table/", "archives/", "glossary/", "search/" })
        {
            await using var reader = await chromium.Open(site, path, 1280);
            Assert.Contains("default-src 'self'",
                await reader.Find("meta[http-equiv='Content-Security-Policy']").GetAttributeAsync("content"));
            await reader.WakeUp();
            await reader.Find(".scheme").ClickAsync();
            await reader.Shown(".scheme[aria-pressed=true]");
            Assert.DoesNotContain(reader.Errors, error => !error.Contains("404"));
        }
    }
}
