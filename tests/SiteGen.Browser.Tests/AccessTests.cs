using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>Every kind of page, in both widths and colours.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
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
        await Inspect(reader, path);
    }

    [BrowserTheory]
    [InlineData("posts/dressed/")]
    [InlineData("posts/three/")]
    [InlineData("page/2/")]
    [InlineData("tags/")]
    [InlineData("people/")]
    [InlineData("archives/")]
    [InlineData("archives/2024/")]
    public async Task So_has_each_page_of_a_long_kept_blog_where_all_kinds_of_things_are_written(string path)
    {
        await using var reader = await chromium.Open(DressedSite.Served, "about/", 360);
        await DressedSite.WithoutTheNetwork(reader);
        await reader.Go(path);
        await Inspect(reader, path);
    }

    static async Task Inspect(ReaderPage reader, string path)
    {
        await reader.Ask<object>(Axe + "; null");
        // Structure hangs on the width and contrast on the colours, so two runs of all rules and two of contrast see everything.
        foreach (var (width, scheme, all) in new[] { (360, ColorScheme.Light, true), (360, ColorScheme.Dark, false),
            (1280, ColorScheme.Light, false), (1280, ColorScheme.Dark, true) })
        {
            await reader.Resize(width, 800);
            await reader.Wear(scheme);
            Assert.Empty((await Violations(reader, all)).Select(violation => $"{path} {width} {scheme}: {violation}"));
            Assert.Empty((await reader.Ask<string[]>(TooSmall)).Select(target => $"{path} {width}: {target}"));
        }

        await reader.Resize(320, 740);
        Assert.Equal(320, await reader.Ask<int>("document.documentElement.scrollWidth"));
        await reader.Ask<object>("document.documentElement.style.fontSize = '200%'");
        Assert.True(await reader.Ask<int>("document.documentElement.scrollWidth") <= 320,
            path + " scrolls sideways with text at 200 %: "
                + await reader.Ask<string>(
                    "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 320).map(e => "
                        + "e.outerHTML.slice(0, 80)).join()"));
        Assert.DoesNotContain(reader.Errors, error => !error.Contains("404"));
    }

    // A link within a sentence is as high as its line; what a reader aims at most is as large as a fingertip.
    const string TooSmall = """
        [...document.querySelectorAll('a, button, summary, input:not(:disabled)')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).display !== 'inline')
          .map(e => [e, e.getBoundingClientRect(),
            e.matches('.brand, .site-head li a, .scheme, .open-questions, .letters a, .pages a, .people a') ? 44 : 24])
          .filter(([e, box, least]) => box.height < least || box.width < (e.matches('.scheme, .letters a, .pages a') ? least : 24))
          .map(([e, box, least]) => `${box.width} x ${box.height} instead of ${least}: ${e.outerHTML.slice(0, 120)}`)
        """;

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
        await using var reader = await chromium.Open(ServedSite.Seeds, Interview, 1280,
            options => options.ForcedColors = ForcedColors.Active);
        Assert.Equal("auto", await reader.Ask<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        await reader.WakeUp();
        await reader.Find(".only").Last.ClickAsync();
        await reader.Shown(".only[aria-pressed=true]");
        // In forced colours a seal's letter would vanish in its own ground.
        Assert.NotEqual(await Fill(reader, ".mono:not(.hollow) rect"), await Fill(reader, ".mono:not(.hollow) text"));
        Assert.Equal("2px",
            await reader.Ask<string>("getComputedStyle(document.querySelector('.only[aria-pressed=true]')).borderTopWidth"));
        await reader.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await reader.Until("getComputedStyle(document.documentElement).scrollBehavior === 'smooth'");
    }

    static Task<string> Fill(ReaderPage reader, string selector) =>
        reader.Find(selector).First.EvaluateAsync<string>("e => getComputedStyle(e).fill");
}
