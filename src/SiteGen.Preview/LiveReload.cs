using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SiteGen.Preview;

/// <summary>Sends the number of each new state to every open page. A slow page gets only the newest.</summary>
sealed class LiveReload
{
    static readonly BoundedChannelOptions NewestOnly = new(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    readonly ConcurrentDictionary<Channel<int>, byte> listeners = new();

    public int Count => listeners.Count;

    public void Notify(int version)
    {
        foreach (var (listener, _) in listeners)
            listener.Writer.TryWrite(version);
    }

    /// <summary>Calls <paramref name="write"/> for each new state until the page is closed.</summary>
    public async Task Listen(int version, Func<string, Task> write, CancellationToken closed)
    {
        var listener = Channel.CreateBounded<int>(NewestOnly);
        listeners.TryAdd(listener, 0);
        try
        {
            // After a restart the first event makes an old page reload.
            await write($"retry: 500\ndata: {version}\n\n");
            await foreach (var next in listener.Reader.ReadAllAsync(closed))
                await write($"data: {next}\n\n");
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }
}
