using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Publishing.Tests;

/// <summary>A web server on this machine: one folder of files in memory.</summary>
sealed class FileServer : IDisposable
{
    readonly LocalServer server;

    public FileServer(string path)
    {
        server = new LocalServer(Answer);
        Url = server.Url + path;
    }

    /// <summary>The folder's address, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>By address.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses whose answers end in the middle.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = new(StringComparer.Ordinal);

    async Task Answer(HttpContext context)
    {
        var url = server.Url + context.Request.Path.ToUriComponent();
        if (!Files.TryGetValue(url, out var bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = bytes.Length;
        var isBroken = Broken.ContainsKey(url);
        await context.Response.Body.WriteAsync(isBroken ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
        if (!isBroken)
            return;
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    public void Dispose() => server.Dispose();
}
