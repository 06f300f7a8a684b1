using System.Net;
using System.Net.Sockets;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Browser.Tests;

/// <summary>A built site on this machine, as GitHub Pages would serve it.</summary>
public sealed class ServedSite : IDisposable
{
    const string ProjectPath = "/blog/";

    static readonly Lazy<ServedSite> OfSeeds = new(() => new ServedSite(Content().Built(), ProjectPath));
    static readonly Lazy<ServedSite> InTexts = new(() => OfSearch(""));
    static readonly Lazy<ServedSite> InShards = new(() => OfSearch("search: {shard_above: 0}\n"));

    readonly HttpListener listener = new();
    readonly string basePath;

    ServedSite(TestSite site, string basePath)
    {
        Site = site;
        this.basePath = basePath;
        Url = Listen();
        _ = Task.Run(Serve);
    }

    public TestSite Site { get; }

    /// <summary>Ends in a slash.</summary>
    public string Url { get; }

    /// <summary>The repository's own site: both seeds.</summary>
    public static ServedSite Seeds => OfSeeds.Value;

    /// <summary>The repository's own site with more lines in its configuration, and other files.</summary>
    public static ServedSite With(string configuration, params string[] files)
    {
        var site = Content();
        Assert.True(site.Files.TryRead("content/site.yml", out var bytes, out _));
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        site.Files.Add("content/site.yml", text.Replace("theme_options:\n", "theme_options:\n  csp: true\n") + configuration);
        foreach (var file in files)
            site.Add(file);
        return new ServedSite(site.Built(), ProjectPath);
    }

    /// <summary>A site whose output is there already, below /blog/.</summary>
    public static ServedSite Of(TestSite site) => new(site, ProjectPath);

    /// <summary>
    /// The site of the table of queries, at the root of its host and under the strict policy; its index in shards or in texts.
    /// </summary>
    public static ServedSite ForSearch(string form) => (form == "shards" ? InShards : InTexts).Value;

    /// <summary>The same with more lines in its configuration, and other files.</summary>
    public static ServedSite OfSearch(string configuration, params string[] files)
    {
        var site = new TestSite().AddFolder("content", "tests/search/site").AddFolder("themes/maru")
            .Configured("theme_options: {csp: true}\n" + configuration);
        foreach (var file in files)
            site.Add(file);
        return new ServedSite(site.Built(), "/");
    }

    static TestSite Content() =>
        new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl("https://example.github.io" + ProjectPath);

    string Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var url = $"http://127.0.0.1:{FreePort()}{basePath}";
            listener.Prefixes.Clear();
            listener.Prefixes.Add(url);
            try
            {
                listener.Start();
                return url;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Somebody else was quicker.
            }
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Answer(context);
        }
    }

    async Task Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath)[basePath.Length..];
        var found = Site.Output.Files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, out var bytes);
        context.Response.StatusCode = found ? 200 : 404;
        context.Response.ContentType = TypeOf(found ? path : "");
        try
        {
            await context.Response.OutputStream.WriteAsync(found ? bytes : Site.Output.Files["404.html"]);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or InvalidOperationException)
        {
            // The browser had seen enough, or the test is over.
        }
    }

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        ".xml" => "application/xml",
        _ => "text/html; charset=utf-8",
    };

    public void Dispose() => ((IDisposable)listener).Dispose();
}
