using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Preview.Tests;

public sealed class ServerTests : IAsyncLifetime, IDisposable
{
    readonly SiteFolder folder = new(TestSite.Bare(
        TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("한글.md", "한글 글", "2025-01-02"),
        "-- content/static/x.webp --\nw\n", "-- content/static/y.avif --\na\n", "-- content/static/z.wasm --\nz\n",
        "-- content/static/f.woff2 --\nf\n", "-- content/static/plain.html --\n<p>쪽</p>\n"));

    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    PreviewSite site = null!;
    PreviewServer server = null!;

    public async Task InitializeAsync()
    {
        folder.Write("content/site.yml", "title: 시험\nbase_url: https://example.com/blog/\ntheme: bare\n");
        File.CreateSymbolicLink(folder["content/static/secret.txt"], "/etc/hostname");
        site = new PreviewSite(folder.Root, SiteFolder.Options, null);
        server = await PreviewServer.Start(site, new PreviewOptions("127.0.0.1", 0, "vscode://file/{path}:{line}:{column}"));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_panel_groups_warnings_as_the_console_does()
    {
        for (var i = 0; i < 5; i++)
            folder.Write($"content/posts/mood{i}.md", $"---\ntitle: 기분 {i}\ndate: 2025-01-03\nmood: 좋음\n---\n본문\n");
        site.Rebuild();
        var report = await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/blog/.sitegen/page?path=/blog/posts/a/"));
        using var json = System.Text.Json.JsonDocument.Parse(report);
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray(),
            one => one.GetProperty("headline").GetString()!.Contains("front-matter-unknown-key"));
        Assert.Contains("(5", problem.GetProperty("headline").GetString());
        Assert.Equal(4, problem.GetProperty("advice").GetArrayLength());
    }

    [Theory]
    [InlineData("/", 302, "/blog/")]
    [InlineData("/blog", 302, "/blog/")]
    [InlineData("/blog/posts/a", 301, "/blog/posts/a/")]
    [InlineData("/blog/posts/a?x=1", 301, "/blog/posts/a/?x=1")]
    [InlineData("/blog/posts/%ED%95%9C%EA%B8%80", 301, "/blog/posts/%ED%95%9C%EA%B8%80/")]
    [InlineData("/blog/posts/a/", 200, "text/html; charset=utf-8")]
    [InlineData("/blog/posts/a/index.html", 200, "text/html; charset=utf-8")]
    [InlineData("/blog/posts/%ED%95%9C%EA%B8%80/", 200, "text/html; charset=utf-8")]
    [InlineData("/blog/plain", 200, "text/html; charset=utf-8")]
    [InlineData("/blog/x.webp", 200, "image/webp")]
    [InlineData("/blog/y.avif", 200, "image/avif")]
    [InlineData("/blog/z.wasm", 200, "application/wasm")]
    [InlineData("/blog/f.woff2", 200, "font/woff2")]
    [InlineData("/blog/rss.xml", 200, "application/xml")]
    [InlineData("/blog/Posts/a/", 404, "text/html; charset=utf-8")]
    [InlineData("/posts/a/", 404, "text/html; charset=utf-8")]
    [InlineData("/blog/none", 404, "text/html; charset=utf-8")]
    public async Task Addresses_are_answered_as_GitHub_Pages_does(string address, int status, string what)
    {
        var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}{address}"));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(what, status is 301 or 302 ? answer.Headers.Location!.OriginalString : answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/blog/../content/site.yml")]
    [InlineData("/blog/%2e%2e/content/site.yml")]
    [InlineData("/blog/..%2fcontent/site.yml")]
    [InlineData("/blog/%2E%2E%2Fcontent%2Fsite.yml")]
    [InlineData("/blog/posts/a/%00")]
    [InlineData("/blog/..\\content\\site.yml")]
    [InlineData("/blog/%5c..%5ccontent")]
    [InlineData("/blog//etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/blog/%2fetc/passwd")]
    [InlineData("/blog/%")]
    [InlineData("/blog/%ff")]
    [InlineData("/blog/content/site.yml")]
    [InlineData("/blog/secret.txt")]
    [InlineData("http://127.0.0.1/etc/passwd")]
    public async Task Nothing_but_the_plan_is_served(string target)
    {
        var answer = await Raw($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|404)", answer);
        Assert.DoesNotContain("base_url", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("LOCALHOST:4000", 200)]
    [InlineData("127.0.0.2", 200)]
    [InlineData("10.0.0.1", 403)]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData(null, 400)]
    public async Task A_foreign_name_is_refused(string? host, int status)
    {
        var header = host is null ? "" : $"Host: {host}\r\n";
        var answer = await Raw($"GET /blog/ HTTP/1.1\r\n{header}Connection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_listens_for_others_is_called_by_any_address_in_numbers()
    {
        await using var open = await PreviewServer.Start(site, new PreviewOptions("0.0.0.0", 0, ""));
        foreach (var (host, status) in new[] { ("192.168.0.7", HttpStatusCode.OK), ("evil.example", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{open.Port}/blog/") { Headers = { Host = host } };
            Assert.Equal(status, (await client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task A_preview_can_only_be_read(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1:{server.Port}/blog/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task What_is_served_is_what_a_build_writes_and_the_preview_s_own_script()
    {
        // A link out of the folder is an error, and a site with errors is not built.
        File.Delete(folder["content/static/secret.txt"]);
        site.Refresh([], listsToo: true);
        foreach (var (file, built) in folder.CleanBuild()!)
        {
            var path = string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
            var served = await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/blog/{path}"));
            var script = Regex.Match(served, "<script type=\"module\" src=\"/blog/.sitegen/preview.js\"[^>]*></script>");
            Assert.Equal(file.EndsWith(".html", StringComparison.Ordinal), script.Success);
            Assert.Equal(built, script.Success ? served.Remove(script.Index, script.Length) : served);
        }
    }

    [Fact]
    public async Task A_broken_theme_still_gives_a_page_that_says_what_is_wrong()
    {
        folder.Write("themes/bare/layouts/base.sbn-html", "{{ for }}");
        site.Refresh(["themes/bare/layouts/base.sbn-html"], listsToo: false);
        var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/blog/posts/a/"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("preview.js", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var report = await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/blog/.sitegen/page?path=/blog/posts/a/"));
        Assert.Contains("themes/bare/layouts/base.sbn-html", report, StringComparison.Ordinal);
        Assert.Contains("vscode://file/", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_port_is_taken_the_next_one_serves()
    {
        await using var second = await PreviewServer.Start(site, new PreviewOptions("127.0.0.1", server.Port, ""));
        Assert.NotEqual(server.Port, second.Port);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"http://127.0.0.1:{second.Port}/blog/"))).StatusCode);
    }

    async Task<string> Raw(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
