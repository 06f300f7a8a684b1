using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SiteGen.Preview;

/// <summary>Tells every open page the number of the newest state. A page that can't keep up gets the newest alone.</summary>
sealed class LiveReload
{
    readonly ConcurrentDictionary<Channel<int>, byte> listeners = new();

    public int Count => listeners.Count;

    public void Tell(int version)
    {
        foreach (var (listener, _) in listeners)
            listener.Writer.TryWrite(version);
    }

    /// <summary>Calls <paramref name="write"/> for each new state until the reader goes.</summary>
    public async Task Listen(int now, Func<string, Task> write, CancellationToken gone)
    {
        var listener = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        listeners.TryAdd(listener, 0);
        try
        {
            // The first event tells a page that came before a restart that it is old.
            await write($"retry: 500\ndata: {now}\n\n").ConfigureAwait(false);
            await foreach (var version in listener.Reader.ReadAllAsync(gone).ConfigureAwait(false))
                await write($"data: {version}\n\n").ConfigureAwait(false);
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }
}
