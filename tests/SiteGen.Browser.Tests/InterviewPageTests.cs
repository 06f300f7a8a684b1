namespace SiteGen.Browser.Tests;

/// <summary>What an interview's page does, on a phone and on a wide screen.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class InterviewPageTests(Chromium chromium)
{
    const string Interview = "posts/marc-benioff-davos-2025/";
    const string Permalink = "https://example.github.io/blog/posts/marc-benioff-davos-2025/";

    Task<ReaderPage> Open(int width, string hash = "") => chromium.Open(ServedSite.Seeds, Interview + hash, width);

    [BrowserFact]
    public async Task On_a_wide_screen_the_questions_stand_at_the_side_and_follow_along()
    {
        await using var reader = await Open(1280);
        var links = reader.Find(".questions a");
        Assert.Equal(14, await links.CountAsync());
        Assert.False(await reader.Find(".open-questions").IsVisibleAsync());
        await reader.WakeUp();
        await links.Nth(8).ClickAsync();
        await reader.Until("location.hash === '#q9'");
        await reader.Until("document.querySelector('.questions [aria-current]')?.hash === '#q9'");
        Assert.True(await links.Nth(8).IsVisibleAsync());
        await reader.Find("#q12").EvaluateAsync("e => e.scrollIntoView()");
        await reader.Until("document.querySelector('.questions [aria-current]')?.hash === '#q12'");
        Assert.Equal(1, await reader.Find(".questions [aria-current]").CountAsync());
    }

    [BrowserFact]
    public async Task On_a_phone_the_questions_are_a_sheet_that_closes_when_one_is_chosen()
    {
        await using var reader = await Open(360);
        var sheet = reader.Find(".questions");
        Assert.False(await sheet.IsVisibleAsync());
        await reader.Find(".open-questions").ClickAsync();
        await reader.Shown(".questions");
        await reader.Find(".questions a").Nth(4).ClickAsync();
        await reader.Until("location.hash === '#q5' && !document.querySelector('.questions').matches(':popover-open')");
        await reader.Until("(top => top >= -5 && top <= 400)(document.getElementById('q5').getBoundingClientRect().top)");
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_turn_has_a_link_that_shows_on_focus_and_marks_the_turn(int width)
    {
        await using var reader = await Open(width);
        Assert.Equal(await reader.Find(".turn").CountAsync(), await reader.Find(".turn-link").CountAsync());
        var link = reader.Find("#t4 .turn-link");
        await link.FocusAsync();
        await reader.Press("Enter");
        await reader.Until("location.hash === '#t4'");
        await reader.Until("document.querySelector(':target')?.id === 't4'");
        await reader.Find("#t6").HoverAsync();
        await reader.Until("getComputedStyle(document.querySelector('#t6 .turn-link')).opacity === '1'");
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task One_speakers_words_alone_and_everyone_again(int width)
    {
        await using var reader = await Open(width);
        var only = reader.Find(".only[data-speaker='마크 베니오프']");
        await only.ClickAsync();
        await reader.Until("document.querySelectorAll('.turn[hidden]').length === 15");
        Assert.Equal("true", await only.GetAttributeAsync("aria-pressed"));
        Assert.Equal(15, await reader.Find(".turn.guest:visible").CountAsync());
        Assert.Equal(0, await reader.Find(".turn.host:visible").CountAsync());
        Assert.StartsWith("마크 베니오프의 말 15개만 보입니다.", (await reader.Find(".said").InnerTextAsync()).Trim());
        await reader.Find(".said .all").ClickAsync();
        await reader.Until(
            "document.querySelectorAll('.turn[hidden]').length === 0 && document.activeElement.dataset.speaker === '마크 베니오프'");
    }

    [BrowserFact]
    public async Task The_way_to_a_hidden_turn_shows_everyone()
    {
        await using var reader = await Open(1280);
        await reader.Find(".only").Last.ClickAsync();
        await reader.Until("document.querySelectorAll('.turn[hidden]').length === 15");
        await reader.Find(".questions a").Nth(3).ClickAsync();
        await reader.Until("document.querySelectorAll('.turn[hidden]').length === 0");
        Assert.True(await reader.Find("#q4 .host").IsVisibleAsync());
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Selected_words_are_copied_with_who_said_them_and_where(int width)
    {
        await using var reader = await Open(width);
        await reader.WakeUp();
        await reader.Find("#t8").ScrollIntoViewIfNeededAsync();
        await reader.Ask<object>("getSelection().selectAllChildren(document.getElementById('t8'))");
        await reader.Find(".quote").ClickAsync();
        // Said for a few seconds only.
        await reader.Until("document.querySelector('.said').textContent === '인용을 복사했습니다.'");
        var title = await reader.Find("h1").InnerTextAsync();
        Assert.Equal(
            $"“저는 사실 그게 꽤 오래전에 일어났다고 생각해요.”\n— 마크 베니오프, 「{title.ReplaceLineEndings(" ")}」\n{Permalink}#t8",
            await reader.Ask<string>("navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task A_quotation_of_two_turns_names_both_speakers()
    {
        await using var reader = await Open(1280);
        await reader.WakeUp();
        await reader.Ask<object>("""
            (() => {
              const range = document.createRange();
              range.setStart(document.querySelector('#t7 p').lastChild, 0);
              range.setEndAfter(document.querySelector('#t8 p').lastChild);
              getSelection().addRange(range);
            })()
            """);
        await reader.Find(".quote").ClickAsync();
        await reader.Until("document.querySelector('.said').textContent !== ''");
        var copied = (await reader.Ask<string>("navigator.clipboard.readText()")).Split('\n');
        Assert.StartsWith("진행자: “그렇다면 이번이", copied[0]);
        Assert.Equal("마크 베니오프: “저는 사실 그게 꽤 오래전에 일어났다고 생각해요.”", copied[1]);
        Assert.Equal(Permalink + "#t7", copied[3]);
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Everything_works_with_the_keyboard_alone(int width)
    {
        await using var reader = await Open(width);
        await reader.TabTo(".scheme");
        await reader.Press("Space");
        await reader.Until("document.documentElement.dataset.scheme === 'dark'");
        await reader.TabTo(".only[data-speaker='마크 베니오프']");
        await reader.Press("Enter");
        await reader.Until("document.querySelectorAll('.turn[hidden]').length === 15");
        await reader.Press("Enter");
        await reader.Until("document.querySelectorAll('.turn[hidden]').length === 0");
        if (width < 600)
        {
            await reader.TabTo(".open-questions");
            await reader.Press("Enter");
        }

        await reader.TabTo(".questions a[href='#q2']");
        await reader.Press("Enter");
        await reader.Until("location.hash === '#q2'");
        await reader.TabTo("#q2 .turn-link");
        await reader.Ask<object>("getSelection().selectAllChildren(document.getElementById('t8'))");
        await reader.Find(".quote").WaitForAsync();
        await reader.TabTo(".quote");
        await reader.Press("Enter");
        await reader.Until("document.querySelector('.said').textContent !== ''");
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task A_particle_stays_on_the_line_of_its_bracket()
    {
        await using var reader = await Open(320);
        Assert.True(await reader.Find(".join").CountAsync() > 10);
        for (var width = 320; width <= 420; width += 20)
        {
            await reader.Resize(width, 740);
            Assert.Empty(
                await reader.Ask<string[]>(
                    "[...document.querySelectorAll('.join')].filter(e => e.getClientRects().length > 1).map(e => "
                        + "e.parentElement.textContent)"));
        }
    }

    [BrowserFact]
    public async Task Names_hang_in_the_margin_and_notes_stand_at_the_side()
    {
        await using var reader = await Open(1280);
        const string right = "e => e.getBoundingClientRect().right";
        const string left =
            "e => { const r = document.createRange(); r.selectNodeContents(e.lastChild); return r.getBoundingClientRect().left }";
        Assert.True(await reader.Find("#t4 .speaker").EvaluateAsync<double>(right) <= await reader.Find("#t4 p").First
            .EvaluateAsync<double>(left));
        Assert.True(await reader.Find("#n1").EvaluateAsync<double>("e => e.getBoundingClientRect().left") >= await reader.Find("#t6")
            .EvaluateAsync<double>(right));
        Assert.InRange(await reader.Ask<double>(
            "document.getElementById('t6').clientWidth / parseFloat(getComputedStyle(document.getElementById('t6')).fontSize)"), 33, 40);
    }
}
