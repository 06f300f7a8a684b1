using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SiteGen.Core.Tests.Checking;

/// <summary>A server of this machine whose paths say how it answers; it remembers what it was asked.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly HttpListener listener = new();
    readonly ConcurrentDictionary<string, int> times = new(StringComparer.Ordinal);
    readonly TaskCompletionSource end = new();
    int underway;

    public LoopbackServer()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Task.Run(Serve);
    }

    public string Address { get; }

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The most requests that were underway at a time.</summary>
    public int MostAtOnce { get; private set; }

    async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue($"{context.Request.HttpMethod} {path}");
        lock (listener)
            MostAtOnce = Math.Max(MostAtOnce, ++underway);
        await Task.Yield();
        if (path == "/slow")
            await end.Task;
        var time = times.AddOrUpdate(path, 1, (_, before) => before + 1);
        context.Response.StatusCode = path switch
        {
            "/gone" => 404,
            "/moved" => 301,
            "/no-head" when context.Request.HttpMethod == "HEAD" => 405,
            "/refused" => 403,
            "/fails" => 500,
            "/fails-once" when time <= 2 => 503,
            _ => 200,
        };
        if (path == "/moved")
            context.Response.RedirectLocation = Address + "ok";
        lock (listener)
            underway--;
        context.Response.Close();
    }

    public void Dispose()
    {
        end.TrySetResult();
        listener.Close();
    }
}
