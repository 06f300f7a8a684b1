using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>One browser for all tests: the one that CHROMIUM_PATH names, else Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking"];

    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    IPlaywright? playwright;
    IBrowser? browser;

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);

    /// <summary>Why the tests are left out; null where there is a browser, and in CI, where a missing one is a failure.</summary>
    public static string? Missing { get; } =
        Path is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null
            : "Chromium is not installed: run `apt install chromium`, or set CHROMIUM_PATH.";

    public IBrowser Browser =>
        browser ?? throw new InvalidOperationException("There is no Chromium; looked for " + string.Join(", ", Places));

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags, Timeout = 120_000 });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A page as a reader with this width of window has it; it counts what goes wrong.</summary>
    public async Task<ReaderPage> Open(ServedSite site, string path, int width, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 800 },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        };
        more?.Invoke(options);
        var context = await Browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var page = new ReaderPage(site, context, await context.NewPageAsync());
        await page.Go(path);
        return page;
    }
}

/// <summary>All browser tests run one after the other: the machine has few cores, and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}

public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
