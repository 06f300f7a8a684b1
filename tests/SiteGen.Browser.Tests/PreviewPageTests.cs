using System.Collections.Concurrent;
using Microsoft.Playwright;
using SiteGen.Core.Tests.Sites;
using SiteGen.Preview;
using SiteGen.Preview.Tests;

namespace SiteGen.Browser.Tests;

/// <summary>An author's day: an editor on one side, this page on the other.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class PreviewPageTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    readonly SiteFolder folder = new(TestSite.Maru(
        "-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/blog/\ntheme: maru\ntheme_options: {csp: true}\n",
        TestSite.Post("a.md", "첫 글", "2025-01-01", "tags: [하나]", string.Join("\n\n", Enumerable.Range(1, 80).Select(i => $"문단 {i}입니다."))),
        TestSite.Post("b.md", "둘째 글", "2025-01-02", "draft: true", "둘째 본문"),
        TestSite.Post("한글 주소.md", "셋째 글", "2025-01-03", body: "셋째 본문")));

    readonly ConcurrentQueue<string> errors = [];
    UnpublishedFile[]? unpublished;
    PreviewServer server = null!;
    SiteWatcher? watcher;
    IBrowserContext context = null!;
    IPage page = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        var site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        server = await PreviewServer.Start(site,
            new PreviewOptions("127.0.0.1", 0, "vscode://file/{path}:{line}:{column}") { Unpublished = _ => unpublished });
        watcher = new SiteWatcher(site);
        context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout(60_000);
        page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Enqueue(message.Text);
        };
    }

    public async Task DisposeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        await context.DisposeAsync();
        await server.DisposeAsync();
    }

    public void Dispose()
    {
        watcher?.Dispose();
        folder.Dispose();
    }

    string Url(string path) => $"http://127.0.0.1:{server.Port}/blog/{path}";

    async Task Open(string path)
    {
        await page.GotoAsync(Url(path));
        await Until("document.querySelector('sitegen-preview')?.shadowRoot.querySelector('.bar:not([hidden])')");
    }

    Task Until(string expression) =>
        ReaderPage.Wait(page, () => page.EvaluateAsync<bool>($"!!({expression})"),
            () => $"It never came true: {expression}; {string.Join(" ", errors)}");

    const string Panel = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.panel')";

    [BrowserFact]
    public async Task A_change_of_the_text_is_shown_where_the_reader_is_and_other_pages_stay()
    {
        await Open("posts/a/");
        await page.EvaluateAsync("scrollTo(0, 900); window.mark = 1");
        await Until("scrollY === 900");
        await page.RunAndWaitForResponseAsync(
            () => Task.Run(() => folder.Write("content/posts/b.md", folder.Read("content/posts/b.md") + "\n더 쓴 말\n")),
            answer => answer.Url.Contains("page?path=", StringComparison.Ordinal));
        // A page that did not stay would be on its way by the second frame after the answer.
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Equal(1, await page.EvaluateAsync<int>("window.mark"));
        folder.Write("content/posts/a.md", folder.Read("content/posts/a.md").Replace("문단 80입니다.", "고친 문단입니다.", StringComparison.Ordinal));
        await Until("document.body.innerText.includes('고친 문단입니다.') && !window.mark");
        await Until("scrollY === 900");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task A_page_with_Hangul_in_its_address_has_the_bar_and_follows_its_text()
    {
        await Open("posts/%ED%95%9C%EA%B8%80-%EC%A3%BC%EC%86%8C/");
        folder.Write("content/posts/한글 주소.md", folder.Read("content/posts/한글 주소.md") + "\n더 쓴 말\n");
        await Until("document.body.innerText.includes('더 쓴 말')");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Ten_pages_can_be_open_at_once_and_all_follow()
    {
        // A browser opens six connections to one server.
        var pages = new List<IPage>();
        for (var i = 0; i < 10; i++)
        {
            pages.Add(await context.NewPageAsync());
            await pages[i].GotoAsync(Url("posts/a/"));
        }

        await ReaderPage.Wait(page, () => Task.FromResult(server.Listeners == 1), () => $"{server.Listeners} pages listen.");
        // Another one listens when the first has gone.
        await pages[0].CloseAsync();
        folder.Write("content/posts/a.md", folder.Read("content/posts/a.md") + "\n더 쓴 말\n");
        foreach (var one in pages.Skip(1))
            await ReaderPage.Wait(one, () => one.EvaluateAsync<bool>("document.body.innerText.includes('더 쓴 말')"),
                () => "A page stayed old.");
    }

    [BrowserFact]
    public async Task On_a_narrow_screen_a_mistake_is_read_without_scrolling_sideways_and_the_caret_is_under_its_place()
    {
        await page.SetViewportSizeAsync(360, 760);
        await Open("posts/a/");
        folder.Write("content/posts/a.md", folder.Read("content/posts/a.md").Replace("date: 2025-01-01",
            "tags: 하나 # 아주 긴 이름의 태그를 여기에 적어서 줄이 화면보다 길어지게 합니다\ndate: 어제쓴아주긴이름의날짜라서화면에들어가지않는것입니다", StringComparison.Ordinal));
        await Until($"!{Panel}.hidden && {Panel}.querySelector('pre b')");
        Assert.Empty(
            await page.EvaluateAsync<string[]>($"[{Panel}, ...{Panel}.querySelectorAll('p, article, a')].filter(one => one.scrollWidth > "
                + "one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map(one => one.outerHTML)"));
        Assert.True(await page.EvaluateAsync<bool>($$"""
            [...{{Panel}}.querySelectorAll('pre')].every(pre => {
              const before = document.createRange(), [line, unseen, caret] = pre.childNodes;
              before.setStart(line, 0);
              before.setEnd(line, unseen.textContent.length);
              return Math.abs(before.getBoundingClientRect().right - caret.getBoundingClientRect().left) < 1;
            })
            """));
        await page.Keyboard.PressAsync("Escape");
        await Until($"{Panel}.hidden");
    }

    [BrowserFact]
    public async Task A_style_sheet_is_exchanged_without_loading_the_page()
    {
        await Open("posts/a/");
        await page.EvaluateAsync("window.mark = 1");
        folder.Write("themes/maru/assets/css/main.css", folder.Read("themes/maru/assets/css/main.css") + "\nh1{letter-spacing:7px}\n");
        await Until("getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");
        Assert.Equal(1, await page.EvaluateAsync<int>("window.mark"));
        await Until("document.querySelectorAll('link[rel=stylesheet]').length === 1");
    }

    [BrowserFact]
    public async Task A_mistake_is_shown_over_the_page_with_its_place_and_goes_when_it_is_mended()
    {
        await Open("posts/a/");
        var good = folder.Read("content/posts/a.md");
        folder.Write("content/posts/a.md", good.Replace("date: 2025-01-01", "date: 어제", StringComparison.Ordinal));
        await Until($"{Panel}.innerText.includes('content/posts/a.md:3:7')");
        Assert.StartsWith("vscode://file/", await page.EvaluateAsync<string>($"{Panel}.querySelector('a').href"), StringComparison.Ordinal);
        Assert.Contains("content/posts/a.md:3:7", await page.EvaluateAsync<string>($"decodeURI({Panel}.querySelector('a').href)"),
            StringComparison.Ordinal);
        folder.Write("content/posts/a.md", good);
        await Until($"{Panel}.hidden && document.body.innerText.includes('문단 1입니다.')");
    }

    [BrowserFact]
    public async Task A_broken_theme_is_said_and_the_page_comes_back_by_itself()
    {
        await Open("posts/a/");
        var good = folder.Read("themes/maru/layouts/base.sbn-html");
        folder.Write("themes/maru/layouts/base.sbn-html", good + "{{ if }}");
        await Until($"!{Panel}.hidden && {Panel}.innerText.includes('themes/maru/layouts/base.sbn-html')");
        await page.GotoAsync(Url("posts/a/"));
        await Until($"!{Panel}.hidden && {Panel}.innerText.includes('themes/maru/layouts/base.sbn-html')");
        folder.Write("themes/maru/layouts/base.sbn-html", good);
        await Until("document.body.innerText.includes('문단 1입니다.')");
    }

    [BrowserFact]
    public async Task A_page_does_not_stay_when_the_site_gets_another_base_path()
    {
        await Open("posts/a/");
        await FollowsToTheRoot();
    }

    [BrowserFact]
    public async Task A_page_does_not_stay_though_the_base_path_changed_before_its_stream_was_there()
    {
        using var client = new HttpClient();
        await page.RouteAsync("**/blog/.sitegen/events", async route =>
        {
            while (!(await client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/posts/a/"))).IsSuccessStatusCode)
                await Task.Delay(20);
            await route.ContinueAsync();
        });
        await Open("posts/a/");
        await FollowsToTheRoot();
    }

    Task FollowsToTheRoot()
    {
        folder.Write("content/site.yml",
            folder.Read("content/site.yml").Replace("example.com/blog/", "example.com/", StringComparison.Ordinal));
        return Until("document.querySelector('script[data-folder]')?.dataset.folder === '/.sitegen/'");
    }

    [BrowserFact]
    public async Task The_bar_tells_of_the_page_and_why_readers_do_not_see_it_and_can_be_hidden()
    {
        await Open("posts/b/");
        var bar = await page.EvaluateAsync<string>("document.querySelector('sitegen-preview').shadowRoot.querySelector('.bar').innerText");
        Assert.Contains("content/posts/b.md", bar, StringComparison.Ordinal);
        Assert.Contains("초안", bar, StringComparison.Ordinal);
        Assert.Contains("2어절", bar, StringComparison.Ordinal);
        await page.Locator("sitegen-preview").GetByText("더 보기").ClickAsync();
        await Until("document.querySelector('sitegen-preview').shadowRoot.querySelector('.more:not([hidden]) dd')");
        Assert.Contains("올리지 않는 글 1편", await page.EvaluateAsync<string>(
            "document.querySelector('sitegen-preview').shadowRoot.querySelector('.more').innerText"), StringComparison.Ordinal);
        await page.Locator("sitegen-preview").GetByText("숨기기").ClickAsync();
        await Until("document.querySelector('sitegen-preview').shadowRoot.querySelector('.bar').hidden");
        await page.Locator("sitegen-preview").GetByText("미리 보기").ClickAsync();
        await Until("!document.querySelector('sitegen-preview').shadowRoot.querySelector('.bar').hidden");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task The_bar_says_what_has_changed_since_the_last_publication_but_not_of_new_drafts()
    {
        unpublished = [new("changed", "content/posts/a.md"), new("new", "content/posts/b.md"), new("removed", "content/posts/old.md"),
            new("changed", "content/site.yml")];
        await Open("posts/a/");
        await page.Locator("sitegen-preview").GetByText("더 보기").ClickAsync();
        await Until(
            "document.querySelector('sitegen-preview').shadowRoot.querySelector('.more').innerText.includes('마지막으로 올린 뒤 바뀐 글 2편, 그 밖의 파일 "
                + "1개')");
        var bar = await page.EvaluateAsync<string>("document.querySelector('sitegen-preview').shadowRoot.querySelector('.more').innerText");
        Assert.Contains("첫 글 (고침)", bar, StringComparison.Ordinal);
        Assert.Contains("content/posts/old.md (지움)", bar, StringComparison.Ordinal);
        Assert.DoesNotContain("둘째 글 (새 글)", bar, StringComparison.Ordinal);
        Assert.Empty(errors);
    }
}
