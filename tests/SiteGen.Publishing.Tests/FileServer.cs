using System.Collections.Concurrent;
using System.Net;

namespace SiteGen.Publishing.Tests;

/// <summary>A web server on this machine: one folder of files in memory.</summary>
sealed class FileServer : IDisposable
{
    readonly HttpListener listener = new();

    public FileServer(string path)
    {
        var root = $"http://127.0.0.1:{GitDaemon.FreePort()}";
        Url = root + path;
        listener.Prefixes.Add(root + "/");
        listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>The folder's address, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>By address.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses whose answers end in the middle.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = new(StringComparer.Ordinal);

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
                return;
            }
        }
    }

    void Answer(HttpListenerContext context)
    {
        var url = context.Request.Url!.GetLeftPart(UriPartial.Path);
        if (!Files.TryGetValue(url, out var bytes))
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }

        context.Response.ContentLength64 = bytes.Length;
        var isBroken = Broken.ContainsKey(url);
        context.Response.OutputStream.Write(isBroken ? bytes.AsSpan(0, bytes.Length / 2) : bytes);
        if (isBroken)
            context.Response.Abort();
        else
            context.Response.Close();
    }

    public void Dispose() => ((IDisposable)listener).Dispose();
}
