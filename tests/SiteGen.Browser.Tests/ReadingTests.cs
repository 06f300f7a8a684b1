using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>What a post does with its films and folds, on paper, by keyboard, and before it is first seen.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class ReadingTests(Chromium chromium)
{
    const string Dressed = "posts/dressed/";
    const string Interview = "posts/marc-benioff-davos-2025/";

    async Task<ReaderPage> OpenDressed(int width, Action<BrowserNewContextOptions>? more = null)
    {
        var reader = await chromium.Open(DressedSite.Served, "about/", width, more);
        await DressedSite.WithoutTheNetwork(reader);
        await reader.Go(Dressed);
        return reader;
    }

    [BrowserTheory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_film_is_a_picture_until_it_is_pressed_and_plays_in_its_place(int width, bool byKeyboard)
    {
        await using var reader = await OpenDressed(width);
        var still = reader.Find(".video-still");
        await still.ScrollIntoViewIfNeededAsync();
        await reader.Until(
            "document.querySelector('.video-still img').complete && document.querySelector('.video-still img').naturalWidth > 0");
        Assert.All(reader.Requests.Where(url => !url.StartsWith(reader.Site.Url, StringComparison.Ordinal)),
            url => Assert.Equal("https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg", url));
        var place = await still.BoundingBoxAsync();
        if (byKeyboard)
        {
            await reader.TabTo(".video-still");
            await reader.Press("Enter");
        }
        else
        {
            await still.ClickAsync();
        }

        var frame = reader.Find("figure.video iframe");
        await frame.WaitForAsync();
        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=43&autoplay=1", await frame.GetAttributeAsync("src"));
        Assert.Equal("다보스의 대담", await frame.GetAttributeAsync("title"));
        await reader.Until("document.activeElement.tagName === 'IFRAME'");
        await reader.FrameSays("plays");
        var now = await frame.BoundingBoxAsync();
        Assert.InRange(now!.Width, place!.Width - 1, place.Width + 1);
        Assert.InRange(now.Height, place.Height - 1, place.Height + 1);
        Assert.EndsWith(Dressed, reader.Page.Url);
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task A_film_of_Vimeo_without_a_picture_is_its_title_until_it_is_pressed()
    {
        using var site = ServedSite.With("",
            "-- content/posts/film.md --\n---\ntitle: 영상\ndate: 2025-02-01\n---\n\n{{< vimeo 76979871 title=\"다보스의 대담\" start=43 >}}\n");
        await using var reader = await chromium.Open(site, "about/", 360);
        await reader.Page.RouteAsync("https://player.vimeo.com/**",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>plays</title>" }));
        await reader.Go("posts/film/");
        Assert.All(reader.Requests, url => Assert.StartsWith(site.Url, url));
        await reader.Find(".video-still").ClickAsync();
        await reader.FrameSays("plays");
        Assert.Equal("https://player.vimeo.com/video/76979871?dnt=1&autoplay=1#t=43s",
            await reader.Find("iframe").GetAttributeAsync("src"));
        Assert.Equal("다보스의 대담", await reader.Find("iframe").GetAttributeAsync("title"));
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task A_particle_behind_bold_words_stays_on_the_line_of_their_bracket()
    {
        await using var reader = await OpenDressed(320);
        for (var width = 130; width <= 200; width += 2)
        {
            await reader.Ask<object>($"document.querySelector('.prose').style.width = '{width}px'");
            Assert.Equal("", await reader.Ask<string>("""
                (() => {
                  const strong = document.querySelector('.prose strong'), range = (node, from) => {
                    const made = document.createRange();
                    made.setStart(node, from);
                    made.setEnd(node, from + 1);
                    return made.getBoundingClientRect();
                  };
                  const bracket = range(strong.firstChild, strong.firstChild.length - 1), particle = range(strong.nextSibling, 0);
                  return Math.abs(bracket.bottom - particle.bottom) > 6 ? `${bracket.bottom} and ${particle.bottom}` : '';
                })()
                """));
        }
    }

    [BrowserFact]
    public async Task A_chosen_scheme_is_on_the_page_before_its_first_paint()
    {
        await using var reader = await chromium.Open(ServedSite.Seeds, "", 360);
        await reader.Find(".scheme").ClickAsync();

        // The script arrives half a second late: a page that did not wait for it would have been painted light by then.
        await reader.Page.RouteAsync("**/maru.*.js", async route =>
        {
            await Task.Delay(500);
            await route.ContinueAsync();
        });
        await reader.Page.AddInitScriptAsync("""
            new MutationObserver(() => {
              if (document.documentElement?.dataset.scheme === 'dark') globalThis.darkSince ??= performance.now();
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """);
        await reader.Go(Interview);
        await reader.Until("performance.getEntriesByType('paint').length > 0");
        var dark = await reader.Ask<double>("darkSince");
        Assert.True(dark > 400, $"the script came after {dark} ms, too early to tell");
        Assert.True(await reader.Ask<double>("Math.min(...performance.getEntriesByType('paint').map(entry => entry.startTime))") >= dark);
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_menu_the_sheet_and_a_fold_open_and_close_with_the_keyboard(int width)
    {
        await using var reader = await OpenDressed(width);
        await reader.TabTo(".prose summary");
        await reader.Press("Enter");
        await reader.Shown(".fold :text('접어 둔 글이다.')");
        await reader.Press("Space");
        await reader.Gone(".fold :text('접어 둔 글이다.')");
        await reader.Go("posts/three/");
        if (width < 600)
        {
            await reader.TabTo(".open-questions");
            await reader.Press("Enter");
            await reader.Shown(".questions");
            await reader.Press("Escape");
            await reader.Gone(".questions");
            await reader.Until("document.activeElement.className === 'open-questions'");
        }

        await reader.TabTo(".site-head li:nth-child(3) a");
        await reader.Press("Enter");
        await reader.Arrive("/people/");
        var person = await reader.Find(".people a").First.GetAttributeAsync("href");
        await reader.TabTo(".people a");
        await reader.Press("Enter");
        await reader.Arrive(person!);
        await reader.Go("");
        await reader.TabTo(".pages a[rel=next]");
        await reader.Press("Enter");
        await reader.Arrive("/page/2/");
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Without_scripts_films_lead_to_their_host_and_long_lists_are_walked(int width)
    {
        await using var reader = await OpenDressed(width, options => options.JavaScriptEnabled = false);
        Assert.Equal("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43", await reader.Find(".video-still").GetAttributeAsync("href"));
        await reader.Find(".toc a").Last.ClickAsync();
        await reader.Arrive(url => url.Contains('#', StringComparison.Ordinal));
        await reader.Find(".fold summary").ClickAsync();
        await reader.Shown(".fold :text('접어 둔 글이다.')");
        await reader.Go("");
        await reader.Find(".pages a").GetByText("3", new() { Exact = true }).ClickAsync();
        await reader.Arrive("/page/3/");
        await reader.Go("archives/");
        await reader.Find(".years a").GetByText("2020년").First.ClickAsync();
        await reader.Arrive("/archives/2020/");
        Assert.Equal(0, await reader.Find(".by-script:visible").CountAsync());
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task On_paper_nothing_is_cut_off_or_folded_away(int width)
    {
        await using var reader = await OpenDressed(width);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(
            await reader.Ask<bool>(
                "[...document.querySelectorAll('pre, table, .math')].every(e => e.scrollWidth <= e.clientWidth + 1 || "
                    + "getComputedStyle(e).overflowX === 'visible')"));
        Assert.True(await reader.Ask<bool>("document.querySelector('.prose').scrollWidth <= innerWidth"));
        Assert.Contains("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43", await reader.Ask<string>("""
            (e => getComputedStyle(e, '::after').content.replace(/^attr.*$/, e.href))(document.querySelector('.video-still'))
            """));
        Assert.True(await reader.Find(".license").IsVisibleAsync());

        // The address behind the words that lead there, but once where the words are the address.
        await reader.Ask<object>("dispatchEvent(new Event('beforeprint')); null");
        const string behind = "e => getComputedStyle(e, '::after').content";
        Assert.Equal("none", await reader.Find(".prose > p > a[href$='0123456789abcdef']").EvaluateAsync<string>(behind));
        Assert.NotEqual("none", await reader.Find("figure.quote a").EvaluateAsync<string>(behind));
        await reader.Go("posts/three/");

        // Notes stand under their turn within the page, whatever the width of the window was.
        Assert.True(await reader.Ask<bool>(
            "document.querySelector('.note').getBoundingClientRect().top >= document.querySelector('#t3').getBoundingClientRect().bottom"));
        Assert.True(await reader.Ask<bool>("document.querySelector('.note').getBoundingClientRect().right <= innerWidth"));
    }

    [BrowserFact]
    public async Task The_newest_interview_is_large_on_the_home_page_and_the_rest_in_order_below()
    {
        await using var reader = await chromium.Open(DressedSite.Served, "", 1280);
        var titles = await reader.Find(".posts h2 a").AllInnerTextsAsync();
        Assert.Equal(["세 사람이 나눈 이야기", "마루가 입히는 모든 것"], titles.Take(2));
        Assert.Equal(10, titles.Distinct().Count());
        Assert.Equal("세 사람이 나눈 이야기", await reader.Find(".newest h2 a").InnerTextAsync());
        const string size = "e => parseFloat(getComputedStyle(e).fontSize)";
        Assert.True(await reader.Find(".newest h2").EvaluateAsync<double>(size) > 1.5 * await reader.Find(".posts li:nth-child(2) h2")
            .EvaluateAsync<double>(size));
        Assert.Equal(3, await reader.Find(".newest .cast .mono").CountAsync());
    }
}
