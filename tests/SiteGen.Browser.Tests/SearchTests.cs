using System.Text.Json;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Browser.Tests;

/// <summary>
/// What is found: the ten needs of searching in Korean, typed as a reader types, and the table that <c>sitegen search</c> is held to as
/// well.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class SearchTests(Chromium chromium)
{
    const string Hiring = "/posts/hiring/";
    const string Benioff = "/posts/interview-benioff/";
    const string Nadella = "/posts/interview-nadella/";
    const string Zuckerberg = "/posts/zuckerberg/";

    public static TheoryData<string> Forms => new("texts", "shards");

    [BrowserTheory]
    [MemberData(nameof(Forms))]
    public async Task Every_query_of_the_table_finds_its_posts_in_their_order(string form)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch(form));
        var wrong = await search.Reader.Page.EvaluateAsync<string[]>(
            """
            async table => {
              const root = document.querySelector('.search'), core = await import(root.dataset.core);
              const index = core.open(root.dataset.folder, address => fetch(address).then(answer => answer.json()), async () => []);
              const wrong = [];
              for (const { query, why, expect } of JSON.parse(table)) {
                const result = await index.search(query, {});
                const found = result.posts.map(post => result.index.about(post).path).join(' ');
                if (found !== expect.join(' ')) wrong.push(`${query} (${why}): expected ${expect.join(' ')}, found ${found}`);
              }
              return wrong;
            }
            """,
            Repository.Read("tests/search/queries.json"));
        Repository.AssertNone(wrong);
        Assert.Equal(form == "shards", search.Reader.Requests.Any(url => url.Contains("-0.json?", StringComparison.Ordinal)));
    }

    [BrowserTheory]
    [MemberData(nameof(Forms))]
    [Trait("Category", "Slow")]
    public async Task Results_follow_every_step_of_an_input_method_and_leave_the_box_alone(string form)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch(form));
        await search.Box.FocusAsync();
        // The ㅈ of 면접 is first shown as a part of 멵.
        foreach (var step in new[] { "ㅁ", "며", "면", "멵" })
        {
            await search.Compose(step);
            await search.Reader.Until($"document.querySelector('.search ol a[href=\"{Hiring}\"]') && new "
                + $"URLSearchParams(location.search).get('q') === '{step}'");
            Assert.Equal(step, await search.Box.InputValueAsync());
        }

        await search.Commit("면");
        foreach (var step in new[] { "저", "접" })
        {
            await search.Compose(step);
            await search.UntilFound(Hiring, Benioff);
            Assert.Equal("면" + step, await search.Box.InputValueAsync());
        }

        await search.Commit("접");
        await search.UntilFound(Hiring, Benioff);
        Assert.Equal("maru-query", await search.Reader.Ask<string>("document.activeElement.id"));
        Assert.Equal("면접", await search.Box.InputValueAsync());
        Assert.Empty(search.Reader.Errors);
    }

    [BrowserFact]
    [Trait("Category", "Slow")]
    public async Task Enter_and_arrows_belong_to_the_input_method_while_it_composes()
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("texts"));
        await search.Box.FocusAsync();
        await search.Compose("면접");
        await search.UntilFound(Hiring, Benioff);
        var entries = await search.Reader.Ask<int>("history.length");
        var prevented = await search.Reader.Ask<bool[]>(
            """
            ['ArrowDown', 'Enter'].map(key => {
              const event = new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true });
              document.activeElement.dispatchEvent(event);
              return document.activeElement.id !== 'maru-query';
            })
            """);
        Assert.Equal([false, false], prevented);
        Assert.Equal(entries, await search.Reader.Ask<int>("history.length"));
    }

    [BrowserTheory]
    [InlineData("ㅁㅋㅂㄴㅇㅍ", Benioff, "마크 베니오프", "")]
    [InlineData("면접을", Hiring, "면접", "면접|면접")]
    [InlineData("래리엘리슨", Nadella, "", "래리엘리슨")]
    [InlineData("마크베니오프", Benioff, "마크 베니오프", "")]
    [InlineData("ＧＰＴ", "/posts/fullwidth/", "", "ＧＰＴ")]
    [InlineData("Larry Ellison", Benioff, "", "래리 엘리슨|Larry Ellison")]
    [InlineData("mark zuckerberg", Zuckerberg, "마크 주커버그", "")]
    [InlineData("저커버그", Zuckerberg, "마크 주커버그", "주커버그")]
    [InlineData("주커버크", Zuckerberg, "주커버그", "주커버그")]
    [InlineData("달ㄱ", "/posts/kitchen/", "닭", "닭")]
    [InlineData("왕", "/posts/wang/", "왕", "왕")]
    [InlineData("AI", "/posts/openai/", "AI", "AI")]
    public async Task What_is_typed_is_found_and_shown_as_it_stands(string typed, string path, string inTitle, string inPassage)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("texts"));
        await search.Type(typed);
        // Half of the query may find the same post; what is typed last is shown last.
        await search.Reader.Until($"document.querySelector('.search ol h2 a')?.getAttribute('href') === '{path}' && "
            + $"{SearchReader.MarksIn("h2")} === '{inTitle}' && {SearchReader.MarksIn(".summary")} === '{inPassage}'");
    }

    [BrowserTheory]
    [InlineData("dhvmsAI", "오픈AI", "/posts/openai/")]
    [InlineData("ㅡㄷㅅㅁ", "meta", Zuckerberg)]
    [Trait("Category", "Slow")]
    public async Task Letters_of_the_other_keyboard_are_understood_and_the_page_says_so(string typed, string meant, string path)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("shards"));
        await search.Type(typed);
        await search.UntilStatus($"‘{meant}’(으)로 찾은 결과입니다.");
        Assert.Equal(path, (await search.Found())[0]);
        Assert.Equal(typed, await search.Box.InputValueAsync());
    }

    [BrowserFact]
    public async Task Decomposed_Hangul_as_macOS_writes_it_is_found()
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("texts"));
        await search.Box.FocusAsync();
        await search.Commit("면접".Normalize(System.Text.NormalizationForm.FormD));
        await search.UntilFound(Hiring, Benioff);
    }

    [BrowserTheory]
    [MemberData(nameof(Forms))]
    [Trait("Category", "Slow")]
    public async Task A_passage_leads_to_the_turn_in_which_it_stands(string form)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch(form));
        await search.Type("세일즈포스 면접");
        await search.Reader.Until(SearchReader.MarksIn(".summary") + " === '세일즈포스|면접'");
        var passage = await search.Reader.Find(".search .summary").First.InnerTextAsync();
        await search.Reader.Find(".search .summary a").First.ClickAsync();
        await search.Reader.Arrive($"{Benioff}#t4");
        Assert.Contains(passage.Trim(), await search.Reader.Find("#t4").InnerTextAsync());
    }

    [BrowserFact]
    [Trait("Category", "Slow")]
    public async Task Both_forms_show_the_same_passages()
    {
        var seen = new List<string>();
        foreach (var form in new[] { "texts", "shards" })
        {
            await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch(form));
            foreach (var query in new[] { "스타게이트", "오픈AI", "엔비디아 매출", "메타는 왜" })
            {
                await search.Box.FillAsync(query);
                await search.Answered();
                await search.UntilStatus("찾았습니다");
                await search.Reader.Until($"new URLSearchParams(location.search).get('q') === '{query}' && "
                    + "[...document.querySelectorAll('.search .summary')].every(p => p.textContent)");
                seen.Add(await search.Reader.Ask<string>("document.querySelector('.search ol').innerHTML"));
            }
        }

        Assert.Equal(seen[..4], seen[4..]);
        Assert.DoesNotContain(seen, html => html.Contains("<p class=\"summary\"></p>", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData("texts")]
    [InlineData("shards")]
    [Trait("Category", "Slow")]
    public async Task No_input_whatever_breaks_the_page(string form)
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch(form));
        string[] inputs = [new('가', 10_000), string.Concat(Enumerable.Repeat("인터뷰 ", 2_500)), "   ", "<img src=x onerror=alert(1)>",
            "\"><script>alert(1)</script>", ".*+?^${}()|[]\\", "😀👩‍👩‍👧", "ㅏ", "ㄳ", "\ud800x", "x\udfff", "\u200f\u202e면접", "\0",
            "__proto__", "constructor", "%E0%A4%A", "&q=1#t4"];
        foreach (var input in inputs)
        {
            await search.Reader.Page.EvaluateAsync(
                "text => { const box = document.querySelector('#maru-query'); box.value = text; box.dispatchEvent(new InputEvent('input', "
                    + "{ bubbles: true })); return null; }", input);
            await search.Answered();
            Assert.Equal(0, await search.Reader.Find(".search :is(img, script, b)").CountAsync());
        }

        await search.Box.FillAsync("면접");
        await search.UntilFound(Hiring, Benioff);
        Assert.Empty(search.Reader.Errors);
    }

    [BrowserFact]
    public async Task Markup_in_a_title_stays_text()
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("texts"), "search/?q=%3Cb%3E굵게");
        await search.UntilFound("/posts/html/");
        Assert.StartsWith("<b>굵게</b>", await search.Reader.Find(".search h2").InnerTextAsync());
        Assert.Equal("b>굵게|b", await search.Marks("h2"));
    }

    [BrowserFact]
    [Trait("Category", "Slow")]
    public async Task Ten_thousand_titles_are_answered_within_a_tenth_of_a_second()
    {
        await using var search = await SearchReader.Open(chromium, ServedSite.ForSearch("shards"));
        // Other programs run beside: what counts is the best that each query was ever seen to take, and a busy machine is asked more often.
        double[] best = [double.PositiveInfinity];
        for (var asked = 0; asked < 8 && best.Max() > 100; asked++)
        {
            var times = await search.Reader.Page.EvaluateAsync<double[]>(Repository.Read("tests/search/measure.js"));
            best = asked == 0 ? times : [.. best.Zip(times, Math.Min)];
        }

        Assert.True(best.Max() <= 100, string.Join(' ', best));
    }
}
