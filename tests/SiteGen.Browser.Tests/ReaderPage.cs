using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>A page in a window of its own, with everything that went wrong in it.</summary>
public sealed class ReaderPage : IAsyncDisposable
{
    // A busy machine takes its time; a test that passes waits for none of it.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly IBrowserContext context;

    // Told by the browser while a test reads them.
    readonly ConcurrentQueue<string> errors = [], requests = [];

    public ReaderPage(ServedSite site, IBrowserContext context, IPage page)
    {
        Site = site;
        this.context = context;
        Page = page;
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Enqueue(message.Text);
        };
        page.Request += (_, request) => requests.Enqueue(request.Url);
    }

    public ServedSite Site { get; }

    public IPage Page { get; }

    public string[] Errors => [.. errors];

    public string[] Requests => [.. requests];

    public Task Go(string path) => Page.GotoAsync(Site.Url + path, new() { WaitUntil = WaitUntilState.Load });

    public ILocator Find(string selector) => Page.Locator(selector);

    public Task<T> Ask<T>(string expression) => Page.EvaluateAsync<T>(expression);

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    // Playwright's own waiting builds a function from text, which a strict policy forbids.
    public Task Until(string expression) => Wait(Page, () => Ask<bool>($"!!({expression})"), () => "It never came true: " + expression);

    /// <summary>Waits until the first frame in the page has this title.</summary>
    public Task FrameSays(string title) =>
        Wait(Page, async () => Page.Frames.Count > 1 && await Page.Frames[1].TitleAsync() == title, () => "No frame ever said " + title);

    /// <summary>Waits until the page at an address that ends so is there.</summary>
    public Task Arrive(string end) => Arrive(url => url.EndsWith(end, StringComparison.Ordinal));

    public async Task Arrive(Func<string, bool> there)
    {
        await Wait(Page, () => Task.FromResult(there(Page.Url)), () => "It stayed at " + Page.Url);
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    internal static async Task Wait(IPage page, Func<Task<bool>> come, Func<string> sorry)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await page.WaitForTimeoutAsync(30))
        {
            try
            {
                if (await come())
                    return;
            }
            catch (PlaywrightException)
            {
                // Another page is just taking this one's place.
            }
        }

        Assert.Fail(sorry());
    }

    /// <summary>Another size of window, with the page laid out in it.</summary>
    public async Task Resize(int width, int height)
    {
        await Page.SetViewportSizeAsync(width, height);
        await Until($"innerWidth === {width} && innerHeight === {height}");
    }

    /// <summary>Other colours of the device, known to the page.</summary>
    public async Task Wear(ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Until($"matchMedia('(prefers-color-scheme: {(scheme == ColorScheme.Dark ? "dark" : "light")})').matches");
    }

    public Task Shown(string selector) => Find(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Visible });

    public Task Gone(string selector) => Find(selector).First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

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
