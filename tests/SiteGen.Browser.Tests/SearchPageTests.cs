using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>The search page itself: its address, keys, filters and announcements, and what it does when files are missing.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class SearchPageTests(Chromium chromium)
{
    const string Hiring = "/posts/hiring/", Benioff = "/posts/interview-benioff/", Nadella = "/posts/interview-nadella/";
    const string Focused = "document.activeElement.id === 'maru-query'";
    const string Asked = "new URLSearchParams(location.search).get('q')";

    Task<SearchReader> Open(string form, string path = "search/") => SearchReader.Open(chromium, ServedSite.ForSearch(form), path);

    [BrowserFact]
    public async Task The_address_follows_what_is_typed_and_the_back_button_goes_through_what_was_asked()
    {
        await using var search = await Open("texts");
        await search.Type("면접");
        await search.Reader.Until($"{Asked} === '면접'");
        Assert.Equal(2, await search.Reader.Ask<int>("history.length"));
        await search.Reader.Press("Enter");
        await search.Reader.Until("history.length === 3");
        await search.Box.FillAsync("재무 제표");
        await search.Reader.Until($"{Asked} === '재무 제표'");
        await search.Reader.Press("Enter");
        await search.Reader.Until("history.length === 4");
        await search.Reader.Page.GoBackAsync();
        await search.UntilFound(Hiring, Benioff);
        Assert.Equal("면접", await search.Box.InputValueAsync());
        await search.Reader.Page.GoBackAsync();
        await search.UntilFound();
        await search.Reader.Shown(".browse");
        Assert.Equal("", await search.Box.InputValueAsync());
        await search.Reader.Page.GoForwardAsync();
        await search.UntilFound(Hiring, Benioff);
        Assert.False(await search.Reader.Find(".browse").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task An_address_with_a_query_and_filters_shows_their_results()
    {
        await using var search = await Open("shards", "search/?q=인터뷰&person=사티아 나델라&year=2025");
        await search.UntilFound(Nadella);
        Assert.Equal("인터뷰", await search.Box.InputValueAsync());
        Assert.Equal("사티아 나델라", await search.Reader.Find("select[name=person]").InputValueAsync());
    }

    [BrowserFact]
    public async Task Filters_alone_list_their_posts_from_the_newest_and_each_choice_can_be_gone_back_from()
    {
        await using var search = await Open("texts");
        Assert.Equal(["모두", "2025", "2024", "2023", "2022", "2021"],
            await search.Reader.Find("select[name=year] option").AllInnerTextsAsync());
        await search.Reader.Find("select[name=category]").SelectOptionAsync("에세이");
        await search.UntilStatus("글 7개");
        await search.Reader.Find("select[name=year]").SelectOptionAsync("2024");
        await search.UntilFound("/posts/palace/", Hiring, "/posts/finance-far/");
        await search.Type("재무");
        await search.UntilFound("/posts/finance-far/", Hiring);
        await search.Reader.Page.GoBackAsync();
        await search.UntilStatus("글 7개");
        Assert.Equal("", await search.Reader.Find("select[name=year]").InputValueAsync());
    }

    [BrowserFact]
    public async Task A_slash_leads_to_the_box_from_every_page_but_is_a_letter_in_it()
    {
        await using var search = await Open("texts");
        var reader = search.Reader;
        await reader.Press("/");
        await reader.Until(Focused);
        await reader.Page.Keyboard.TypeAsync("a/b");
        Assert.Equal("a/b", await search.Box.InputValueAsync());
        await reader.Go("posts/wang/");
        await reader.Press("Control+/");
        await reader.Arrive("posts/wang/");
        await reader.Press("/");
        // It may have tidied its address by now.
        await reader.Arrive(url => new Uri(url).AbsolutePath.EndsWith("/search/", StringComparison.Ordinal));
        await search.Ready();
        await reader.Until(Focused);
        await search.Type("면접");
        await search.UntilFound(Hiring, Benioff);
        await reader.Go("no-such-page/");
        await reader.Press("/");
        await reader.Page.Keyboard.TypeAsync("면접");
        await reader.Press("Enter");
        await reader.Arrive(url => url.Contains("/search/?q=", StringComparison.Ordinal));
        await search.Ready();
        await search.UntilFound(Hiring, Benioff);
    }

    [BrowserFact]
    public async Task Arrows_go_from_the_box_through_the_results_and_back_and_enter_follows_a_link()
    {
        const string focus = "(document.activeElement.getAttribute('href') ?? document.activeElement.id)";
        await using var search = await Open("texts");
        await search.Type("면접");
        await search.UntilFound(Hiring, Benioff);
        foreach (var (key, expected) in new[] { ("Enter", "maru-query"), ("ArrowUp", "maru-query"), ("ArrowDown", Hiring),
            ("ArrowDown", Benioff), ("ArrowDown", Benioff), ("ArrowUp", Hiring), ("ArrowUp", "maru-query"), ("ArrowDown", Hiring) })
        {
            await search.Reader.Press(key);
            await search.Answered();
            Assert.Equal(expected, await search.Reader.Ask<string>(focus));
        }

        await search.Reader.Press("Enter");
        await search.Reader.Arrive(Hiring);
        await search.Reader.Page.GoBackAsync();
        await search.UntilFound(Hiring, Benioff);
    }

    [BrowserFact]
    public async Task The_count_is_announced_and_nothing_found_shows_where_else_to_look()
    {
        await using var search = await Open("texts");
        Assert.Equal("", await search.Status);
        await search.Type("면접");
        await search.UntilStatus("글 2개를 찾았습니다.");
        await search.Box.FillAsync("면접 유니콘");
        await search.UntilStatus("모든 말이 든 글은 없어, 일부가 든 글 2개를 보입니다.");
        await search.Box.FillAsync("없는말입니다");
        await search.UntilStatus("찾은 글이 없습니다.");
        await search.Reader.Shown(".browse");
        await search.Box.FillAsync("");
        await search.Reader.Until("document.querySelector('.search [role=status]').textContent === ''");
    }

    [BrowserFact]
    public async Task Ten_results_are_shown_then_more_and_pages_are_fetched_only_for_rows_in_sight()
    {
        var posts = Enumerable.Range(0, 60)
            .Select(i => $"-- content/posts/many-{i}.md --\n---\ntitle: 많은 글 {i}\ndate: 2019-01-01\n---\n\n수박은 여름에 먹는다.\n").ToArray();
        using var site = ServedSite.OfSearch("search: {shard_above: 0}\n", posts);
        await using var search = await SearchReader.Open(chromium, site);
        await search.Type("수박");
        await search.UntilStatus("글 60개");
        await search.Reader.Until("document.querySelectorAll('.search .summary mark').length >= 5");
        Assert.Equal(10, (await search.Found()).Length);
        await search.Answered();
        Assert.InRange(search.Reader.Requests.Count(url => url.Contains("/posts/many-")), 5, 10);
        await search.Reader.Find(".show-more").ClickAsync();
        await search.Reader.Until(
            "(rows => rows.length === 20 && rows.indexOf(document.activeElement.closest('li')) === "
                + "10)([...document.querySelectorAll('.search ol > li')])");
    }

    [BrowserTheory]
    [InlineData("not there", 404, "")]
    [InlineData("no JSON", 200, "{\"words\":[")]
    [InlineData("another's", 200, "{\"key\":\"00000000\",\"words\":[\"면접\"],\"posts\":[\"\"]}")]
    [InlineData("other JSON", 200, "{\"key\":\"KEY\",\"words\":[\"면접\"],\"posts\":[7]}")]
    [InlineData("numbers of no post", 200, "{\"key\":\"KEY\",\"words\":[\"면접\"],\"posts\":[\"~~~~zzzz\"]}")]
    public async Task A_shard_that_cannot_be_read_is_said_and_titles_are_found_all_the_same(string how, int status, string body)
    {
        await using var search = await Open("shards", "search/?q=");
        await search.Reader.Page.RouteAsync("**/*-0.json?*", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "application/json",
            Body = body.Replace("KEY", route.Request.Url[^8..])
        }));
        await search.Reader.Go("search/");
        await search.Ready();
        await search.Type("면접");
        await search.UntilFound(Hiring);
        if (how != "numbers of no post")
            await search.UntilStatus("찾기 파일 일부를 읽지 못했습니다.");
        await search.Box.FillAsync("왕");
        await search.UntilFound("/posts/wang/", "/posts/palace/");
        Assert.DoesNotContain(search.Reader.Errors, error => !error.Contains("404"));
    }

    [BrowserTheory]
    [InlineData("/search/index\\.json$")]
    [InlineData("/search/posts\\.json\\?[0-9a-f]{8}$")]
    public async Task Without_an_index_the_page_says_so_and_offers_the_rest(string files)
    {
        await using var reader = await chromium.Open(ServedSite.ForSearch("texts"), "about/", 360);
        await reader.Page.RouteAsync(new Regex(files),
            route => route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = "{\"api\":1,\"titles\":[]" }));
        await reader.Go("search/?q=면접");
        await reader.Until("document.querySelector('.search [role=status]').textContent.startsWith('찾기 파일을 읽지 못했습니다.')");
        await reader.Shown(".browse");
        Assert.Empty(reader.Errors);
    }

    [BrowserTheory]
    [InlineData("texts", "")]
    [InlineData("shards", "")]
    [InlineData("shards", "-0")]
    public async Task A_page_of_yesterday_takes_the_index_of_today(string form, string lost)
    {
        await using var reader = await chromium.Open(ServedSite.ForSearch(form), "about/", 1280);
        var manifests = 0;
        // The first answer names an index that is no more, as a browser's store would.
        await reader.Page.RouteAsync("**/search/index.json", route => ++manifests == 1
            ? route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"api\":1,\"index\":\"posts.json?00000000\"}" })
            : route.ContinueAsync());
        if (lost != "")
        {
            // It is still in the store, while its parts are those of today.
            var index = System.Text.Encoding.UTF8.GetString(reader.Site.Site.Output.Files["search/posts.json"]);
            var old = Regex.Replace(Regex.Replace(index, "(?<=\"keys\":\\[\")[0-9a-f]{8}", "11111111"), "(?<=\"key\":\")[0-9a-f]{8}",
                "00000000");
            await reader.Page.RouteAsync("**/search/posts.json?00000000",
                route => route.FulfillAsync(new() { ContentType = "application/json", Body = old }));
        }

        await reader.Go("search/");
        var search = new SearchReader(reader);
        await search.Ready();
        await search.Type("면접");
        await search.UntilFound(Hiring, Benioff);
        await search.UntilStatus("글 2개를 찾았습니다.");
        Assert.Equal(2, manifests);
        Assert.DoesNotContain("읽지 못했습니다", await search.Status);
    }

    [BrowserFact]
    public async Task Without_scripts_there_are_terms_to_follow_and_other_places_to_search()
    {
        await using var reader = await chromium.Open(ServedSite.ForSearch("texts"), "search/", 360,
            options => options.JavaScriptEnabled = false);
        Assert.False(await reader.Find(".search-form").IsVisibleAsync());
        Assert.False(await reader.Find(".show-more").IsVisibleAsync());
        Assert.True(await reader.Find(".browse").IsVisibleAsync());
        Assert.Equal("https://www.google.com/search?q=site:example.com/", await reader.Find("noscript a").First.GetAttributeAsync("href"));
    }

    [BrowserFact]
    public async Task Results_have_no_violation_in_both_widths_and_colours()
    {
        await using var search = await Open("texts", "search/?q=오픈AI");
        await search.UntilStatus("글 3개");
        await search.Reader.Ask<object>(AccessTests.Axe + "; null");
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light),
            (1280, ColorScheme.Dark) })
        {
            await search.Reader.Resize(width, 800);
            await search.Reader.Wear(scheme);
            Assert.Empty((await AccessTests.Violations(search.Reader, all: true)).Select(violation => $"{width} {scheme}: {violation}"));
            Assert.Equal(width, await search.Reader.Ask<int>("document.documentElement.scrollWidth"));
            Assert.Equal("", await search.Reader.Ask<string>(
                "[...document.querySelectorAll('.search :is(a, input, button, select)')].filter(e => e.checkVisibility() && "
                    + "Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24).map(e => e.outerHTML).join()"));
        }
    }
}
