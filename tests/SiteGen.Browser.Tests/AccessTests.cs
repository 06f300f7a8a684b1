using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>Every kind of page, in both widths and colours.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(Chromium chromium)
{
    const string Interview = "posts/marc-benioff-davos-2025/";

    // The package's own run loads axe eight times for each look; here it is loaded once a page.
    internal static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string> Kinds => new(
        "", Interview, "posts/mark-zuckerberg-the-circuit/", "about/", "archives/", "tags/",
        "people/", "people/마크-베니오프/", "categories/ai-인터뷰-및-최신-동향/", "glossary/", "search/", "no-such-page/");

    [BrowserTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_has_no_violation_and_fits(string path)
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, path, 360);
        await reader.Ask<object>(Axe + "; null");
        // Structure hangs on the width and contrast on the colours, so two runs of all rules and two of contrast see everything.
        foreach (var (width, scheme, all) in new[] { (360, ColorScheme.Light, true), (360, ColorScheme.Dark, false), (1280, ColorScheme.Light, false), (1280, ColorScheme.Dark, true) })
        {
            await reader.Page.SetViewportSizeAsync(width, 800);
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty((await Violations(reader, all)).Select(violation => $"{path} {width} {scheme}: {violation}"));
        }

        await reader.Page.SetViewportSizeAsync(320, 740);
        Assert.Equal(320, await reader.Ask<int>("document.documentElement.scrollWidth"));
        await reader.Ask<object>("document.documentElement.style.fontSize = '200%'");
        Assert.True(await reader.Ask<int>("document.documentElement.scrollWidth") <= 320, path + " scrolls sideways with text at 200 %");
        Assert.DoesNotContain(reader.Complaints, complaint => !complaint.Contains("404"));
    }

    internal static Task<string[]> Violations(ReaderPage reader, bool all) => reader.Ask<string[]>($$"""
        axe.run(document, { resultTypes: ['violations'], {{(all ? "" : "runOnly: ['color-contrast']")}} })
          .then(found => found.violations.map(v => `${v.id} ${v.help}: ${v.nodes[0].html}`))
        """);

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Whatever_takes_the_focus_shows_it_and_is_large_enough(int width)
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, width);
        await reader.Press("Tab");
        Assert.Equal("skip", await reader.Ask<string>("document.activeElement.className"));
        for (var i = 0; i < 40; i++)
        {
            await reader.Press("Tab");
            var seen = await reader.Ask<string>("""
                (() => {
                  const e = document.activeElement, box = e.getBoundingClientRect(), s = getComputedStyle(e);
                  const name = e.outerHTML.slice(0, 120);
                  if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return 'no outline: ' + name;
                  if (s.opacity !== '1') return 'not seen: ' + name;
                  if (s.display !== 'inline' && Math.min(box.width, box.height) < 24) return `small (${box.width}, ${box.height}): ${name}`;
                  if (box.bottom <= 0 || box.top >= innerHeight) return 'off the screen: ' + name;
                  return '';
                })()
                """);
            Assert.Equal("", seen);
        }
    }

    [BrowserFact]
    public async Task Forced_colours_and_less_motion_are_respected()
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, 1280, options => options.ForcedColors = ForcedColors.Active);
        Assert.Equal("auto", await reader.Ask<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        await reader.WakeUp();
        await reader.Find(".only").Last.ClickAsync();
        Assert.Equal("2px", await reader.Ask<string>("getComputedStyle(document.querySelector('.only[aria-pressed=true]')).borderTopWidth"));
        await reader.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.Equal("smooth", await reader.Ask<string>("getComputedStyle(document.documentElement).scrollBehavior"));
    }
}
