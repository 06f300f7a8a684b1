using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>Comments of other hosts, which answer from here as their own scripts do.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Slow")]
public sealed class CommentsTests(Chromium chromium)
{
    const string Interview = "posts/marc-benioff-davos-2025/";

    // What the hosts' scripts put into the page: giscus a style sheet of its own and a frame, utterances a style element and a frame.
    const string Giscus = """
        const script = document.currentScript, sheet = document.createElement('link'), frame = document.createElement('iframe');
        sheet.rel = 'stylesheet';
        sheet.href = 'https://giscus.app/default.css';
        document.head.prepend(sheet);
        frame.className = 'giscus-frame';
        frame.title = 'Comments';
        frame.src = 'https://giscus.app/widget';
        script.after(frame);
        """;

    const string Utterances = """
        const script = document.currentScript;
        document.head.insertAdjacentHTML('afterbegin', '<style>.utterances { position: relative } ' +
          '.utterances-frame { position: absolute; width: 1px; min-width: 100%; height: 100%; border: 0 }</style>');
        script.insertAdjacentHTML('afterend', '<div class="utterances">' +
          '<iframe class="utterances-frame" title="Comments" src="https://utteranc.es/utterances.html"></iframe></div>');
        script.nextElementSibling.style.height = '300px';
        """;

    // The frame's page shows the last message in its title.
    const string ListingPage =
        "<!doctype html><title></title><script>addEventListener('message', e => document.title = JSON.stringify(e.data)); document.title = "
            + "'nothing'</script>";

    static Task Serve(ReaderPage reader, string host, string script) => reader.Page.RouteAsync(host + "/**", route => route.FulfillAsync(
        route.Request.Url.EndsWith(".js", StringComparison.Ordinal)
            ? new() { ContentType = "text/javascript", Body = script, Headers = Anyone }
        : route.Request.Url.EndsWith(".css", StringComparison.Ordinal)
            ? new() { ContentType = "text/css", Body = ".giscus-frame { width: 100%; height: 200px; border: 0 }" }
        : new() { ContentType = "text/html", Body = ListingPage }));

    // The script is asked for without the reader's name, so its host must say that anyone may have it.
    static readonly Dictionary<string, string> Anyone = new()
    {
        ["Access-Control-Allow-Origin"] = "*",
        ["Content-Type"] = "text/javascript"
    };

    [BrowserFact]
    public async Task Giscus_comes_on_sight_with_a_stable_id_in_the_pages_colours_and_under_the_policy()
    {
        const string giscus = "comments: {provider: giscus, repo: a/b, repo_id: R_1, category: 글, category_id: C_1}\n";
        using var site = ServedSite.With(giscus,
            "-- content/posts/hangul.md --\n---\ntitle: 한글 주소\ndate: 2025-02-01\nslug: 한글-주소\n---\n\n짧은 글.\n");
        await using var reader = await chromium.Open(site, "about/", 360);
        await Serve(reader, "https://giscus.app", Giscus);
        await reader.Go(Interview);
        Assert.DoesNotContain(reader.Requests, url => url.Contains("giscus") || url.Contains("comments."));
        await reader.Find(".comments").ScrollIntoViewIfNeededAsync();
        await reader.Find(".comments iframe").WaitForAsync();
        Assert.Equal("specific posts/marc-benioff-davos-2025/ light",
            await reader.Ask<string>("(s => `${s.mapping} ${s.term} ${s.theme}`)(document.querySelector('.comments script').dataset)"));
        await reader.Until("document.querySelector('.comments iframe').clientHeight === 200");
        await reader.FrameSays("nothing");
        await reader.Find(".scheme").ClickAsync();
        await reader.FrameSays("""{"giscus":{"setConfig":{"theme":"dark"}}}""");
        await reader.Go("posts/한글-주소/");
        await reader.Until("document.querySelector('.comments script')");
        Assert.Matches("^2025-02-01-[0-9a-f]{10}$", await reader.Ask<string>("document.querySelector('.comments script').dataset.term"));
        Assert.Equal("dark", await reader.Ask<string>("document.querySelector('.comments script').dataset.theme"));
        Assert.Empty(reader.Errors);
    }

    [BrowserFact]
    public async Task Utterances_comes_on_sight_and_fills_its_place_though_the_policy_refuses_its_style()
    {
        using var site = ServedSite.With("comments: {provider: utterances, repo: a/b, label: 댓글}\n");
        await using var reader = await chromium.Open(site, "about/", 360);
        await Serve(reader, "https://utteranc.es", Utterances);
        await reader.Go(Interview);
        Assert.DoesNotContain(reader.Requests, url => url.Contains("utteranc.es"));
        await reader.Find(".comments").ScrollIntoViewIfNeededAsync();
        await reader.Find(".comments iframe").WaitForAsync();
        Assert.Equal("a/b posts/marc-benioff-davos-2025/ 댓글 github-light", await reader.Ask<string>(
            "(s => ['repo', 'issue-term', 'label', 'theme'].map(name => s.getAttribute(name)).join(' '))(document.querySelector('.comments "
                + "script'))"));
        await reader.FrameSays("nothing");
        await reader.Until(
            "(f => f.offsetHeight === 300 && f.offsetWidth === f.parentElement.offsetWidth)(document.querySelector('.comments iframe'))");
        await reader.Find(".scheme").ClickAsync();
        await reader.FrameSays("""{"type":"set-theme","theme":"github-dark"}""");
        Assert.All(reader.Errors, error => Assert.Contains("style", error));
    }
}
