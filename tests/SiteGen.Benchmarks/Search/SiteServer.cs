using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Benchmarks.Search;

/// <summary>Serves a built site on this machine and remembers what was asked for.</summary>
sealed class SiteServer : IDisposable
{
    /// <summary>An empty page of the same origin, for scripts that only need one.</summary>
    public const string Blank = "/blank";

    readonly LocalServer server;
    readonly string root;
    readonly ConcurrentQueue<string> asked = new();
    readonly ConcurrentDictionary<string, long> sizes = new(StringComparer.Ordinal);

    public SiteServer(string root)
    {
        this.root = root;
        server = new LocalServer(Answer);
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url => server.Url;

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

    async Task Answer(HttpContext context)
    {
        string path = context.Request.Path.Value!;
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
        if (found && path != Blank)
            await context.Response.SendFileAsync(file);
    }

    public void Dispose() => server.Dispose();
}
