using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Checking;

/// <summary>A server of this machine whose paths say how it answers; it remembers what it was asked.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly LocalServer server;
    readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);
    readonly TaskCompletionSource end = new();
    int underway;

    public LoopbackServer() => server = new LocalServer(Answer);

    public string Address => server.Url + "/";

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The most requests that were underway at a time.</summary>
    public int MostAtOnce { get; private set; }

    async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue($"{context.Request.Method} {path}");
        lock (times)
            MostAtOnce = Math.Max(MostAtOnce, ++underway);
        await Task.Yield();
        if (path == "/slow")
            await end.Task;
        var time = times.AddOrUpdate(path, 1, (_, before) => before + 1);
        context.Response.StatusCode = path switch
        {
            "/gone" => 404,
            "/moved" => 301,
            "/no-head" when context.Request.Method == "HEAD" => 405,
            "/refused" => 403,
            "/fails" => 500,
            "/fails-once" when time <= 2 => 503,
            _ => 200,
        };
        if (path == "/moved")
            context.Response.Headers.Location = Address + "ok";
        lock (times)
            underway--;
    }

    public void Dispose()
    {
        end.TrySetResult();
        server.Dispose();
    }
}
