using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SiteGen.Benchmarks.Search;

/// <summary>Serves a built site on this machine and remembers what was asked for.</summary>
sealed class SiteServer : IDisposable
{
    /// <summary>An empty page of the same origin, for scripts that only need one.</summary>
    public const string Blank = "/blank";

    readonly HttpListener listener = new();
    readonly string root;
    readonly ConcurrentQueue<string> asked = new();
    readonly ConcurrentDictionary<string, long> sizes = new(StringComparer.Ordinal);

    public SiteServer(string root)
    {
        this.root = root;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The paths that were asked for since the last call.</summary>
    public IReadOnlyList<string> TakeAsked()
    {
        var paths = new List<string>();
        while (asked.TryDequeue(out string? path))
            paths.Add(path);
        return paths;
    }

    /// <summary>Bytes of a file on the way to a reader; 0 for one that is not there.</summary>
    public long Gzip(string path) => sizes.GetOrAdd(path, path => File.Exists(FileOf(path)) ? BenchSite.Gzip(FileOf(path)) : 0);

    /// <summary>A key behind a question mark says which state of the file is meant.</summary>
    string FileOf(string path) => Path.Combine(root, (path.EndsWith('/') ? path + "index.html" : path.Split('?')[0]).TrimStart('/'));

    async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                // The browser had seen enough, or this server is closed.
            }
        }
    }

    void Answer(HttpListenerContext context)
    {
        string path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        asked.Enqueue(path);
        string file = FileOf(path);
        bool found = path == Blank || File.Exists(file);
        context.Response.StatusCode = found ? 200 : 404;
        context.Response.ContentType = Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".json" => "application/json",
            ".svg" => "image/svg+xml",
            ".wasm" => "application/wasm",
            ".html" or "" => "text/html; charset=utf-8",
            _ => "application/octet-stream",
        };
        context.Response.Close(found && path != Blank ? File.ReadAllBytes(file) : [], willBlock: true);
    }

    public void Dispose() => ((IDisposable)listener).Dispose();
}
