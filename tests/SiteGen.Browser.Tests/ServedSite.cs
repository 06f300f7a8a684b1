using System.Net;
using System.Net.Sockets;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Browser.Tests;

/// <summary>A built site under /blog/ on this machine, as GitHub Pages would serve it.</summary>
public sealed class ServedSite : IDisposable
{
    const string BasePath = "/blog/";

    static readonly Lazy<ServedSite> OfSeeds = new(() => new ServedSite(Content().Built()));

    readonly HttpListener listener = new();

    ServedSite(TestSite site)
    {
        Site = site;
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
        return new ServedSite(site.Built());
    }

    static TestSite Content() =>
        new TestSite().AddFolder("content").AddFolder("themes/maru").WithBaseUrl("https://example.github.io" + BasePath);

    string Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var url = $"http://127.0.0.1:{FreePort()}{BasePath}";
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

            await Answer(context);
        }
    }

    async Task Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath)[BasePath.Length..];
        var found = Site.Output.Files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, out var bytes);
        context.Response.StatusCode = found ? 200 : 404;
        context.Response.ContentType = TypeOf(found ? path : "");
        try
        {
            await context.Response.OutputStream.WriteAsync(found ? bytes : Site.Output.Files["404.html"]);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // The browser had seen enough.
        }
    }

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        _ => "text/html; charset=utf-8",
    };

    public void Dispose() => ((IDisposable)listener).Dispose();
}
