using System.Collections.Concurrent;
using System.Diagnostics;

namespace SiteGen.Core.Diagnostics;

/// <summary>What one kind of work took.</summary>
/// <param name="Count">How often it was done.</param>
/// <param name="Time">Summed over threads for work that is done on all of them.</param>
/// <param name="Allocated">Bytes.</param>
public sealed record Timing(string Work, int Count, TimeSpan Time, long Allocated);

/// <summary>Stopwatches for those who make a build faster: told from any thread, read at the end.</summary>
public sealed class Timings
{
    readonly ConcurrentDictionary<string, Timing> all = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();

    /// <summary>In the order in which each kind of work was first done.</summary>
    public IReadOnlyList<Timing> All => [.. order.Select(work => all[work])];

    /// <summary>Work that may use every core: all that the process allocates meanwhile is its own.</summary>
    public static T Measure<T>(Timings? timings, string work, Func<T> run) => Measure(timings, work, run, () => GC.GetTotalAllocatedBytes());

    /// <summary>Work on one thread beside others of its kind.</summary>
    public static T MeasureThread<T>(Timings? timings, string work, Func<T> run) => Measure(timings, work, run, GC.GetAllocatedBytesForCurrentThread);

    static T Measure<T>(Timings? timings, string work, Func<T> run, Func<long> allocated)
    {
        if (timings is null)
            return run();
        var (bytes, start) = (allocated(), Stopwatch.GetTimestamp());
        var result = run();
        timings.Add(new Timing(work, 1, Stopwatch.GetElapsedTime(start), allocated() - bytes));
        return result;
    }

    void Add(Timing one)
    {
        all.AddOrUpdate(one.Work, _ =>
        {
            order.Enqueue(one.Work);
            return one;
        }, (_, sum) => new Timing(one.Work, sum.Count + 1, sum.Time + one.Time, sum.Allocated + one.Allocated));
    }
}
