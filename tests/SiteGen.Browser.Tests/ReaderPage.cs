using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>A page in a window of its own, with everything that went wrong in it.</summary>
public sealed class ReaderPage : IAsyncDisposable
{
    readonly IBrowserContext context;

    public ReaderPage(ServedSite site, IBrowserContext context, IPage page)
    {
        Site = site;
        this.context = context;
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public ServedSite Site { get; }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public Task Go(string path) => Page.GotoAsync(Site.Url + path, new() { WaitUntil = WaitUntilState.Load });

    public ILocator Find(string selector) => Page.Locator(selector);

    public Task<T> Ask<T>(string expression) => Page.EvaluateAsync<T>(expression);

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public async Task Until(string expression)
    {
        // Playwright's own waiting builds a function from text, which a strict policy forbids.
        for (var i = 0; i < 200; i++)
        {
            if (await Ask<bool>($"!!({expression})"))
                return;
            await Page.WaitForTimeoutAsync(50);
        }

        Assert.Fail($"It never came true: {expression}");
    }

    /// <summary>Waits until the first frame in the page has this title.</summary>
    public async Task FrameSays(string title)
    {
        var said = "";
        for (var i = 0; i < 200 && said != title; i++)
        {
            await Page.WaitForTimeoutAsync(50);
            said = Page.Frames.Count > 1 ? await Page.Frames[1].TitleAsync() : "";
        }

        Assert.Equal(title, said);
    }

    /// <summary>Waits until the page at an address that ends so is there.</summary>
    public async Task Arrive(string end)
    {
        for (var i = 0; i < 200 && !Page.Url.EndsWith(end, StringComparison.Ordinal); i++)
            await Page.WaitForTimeoutAsync(50);
        Assert.EndsWith(end, Page.Url);
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Tab, until the element with the focus matches.</summary>
    public async Task TabTo(string selector)
    {
        for (var i = 0; i < 120; i++)
        {
            await Press("Tab");
            if (await Ask<bool>($"document.activeElement.matches({System.Text.Json.JsonSerializer.Serialize(selector)})"))
                return;
        }

        Assert.Fail($"The key Tab never reaches {selector}.");
    }

    /// <summary>The scripts that wait for a sign of life get one.</summary>
    public async Task WakeUp()
    {
        await Page.Mouse.MoveAsync(50, 300);
        await Page.Mouse.MoveAsync(60, 310);
        await Until("!document.querySelector('[data-when=use]:not([data-ready])')");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
