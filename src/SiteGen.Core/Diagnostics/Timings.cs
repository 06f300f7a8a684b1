using System.Collections.Concurrent;
using System.Diagnostics;

namespace SiteGen.Core.Diagnostics;

/// <summary>Marks the stages of a build for whoever listens. Without a listener it costs next to nothing.</summary>
static class Stages
{
    public const string Name = "SiteGen";
    static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a stage, which ends when the result is disposed.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);
}

/// <summary>Time and memory of one kind of work.</summary>
/// <param name="Count">How often it was done.</param>
/// <param name="Time">Summed over threads.</param>
/// <param name="Allocated">Bytes.</param>
public sealed record Timing(string Work, int Count, TimeSpan Time, long Allocated);

/// <summary>Measures the stages of all builds in this process until it is disposed.</summary>
public sealed class Timings : IDisposable
{
    readonly ConcurrentDictionary<string, Timing> all = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> order = new();
    readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == Stages.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public Timings()
    {
        listener.ActivityStarted = activity => activity.SetCustomProperty(nameof(Timing.Allocated), Allocated(activity));
        listener.ActivityStopped = activity => Add(new Timing(
            activity.OperationName, 1, activity.Duration,
            Allocated(activity) - (long)activity.GetCustomProperty(nameof(Timing.Allocated))!));
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>In the order in which each kind of work ended first.</summary>
    public IReadOnlyList<Timing> All => [.. order.Select(work => all[work])];

    public void Dispose() => listener.Dispose();

    /// <summary>A stage may use every core; what runs inside one runs beside others of its kind.</summary>
    static long Allocated(Activity activity) =>
        activity.Parent is null ? GC.GetTotalAllocatedBytes() : GC.GetAllocatedBytesForCurrentThread();

    void Add(Timing one)
    {
        if (all.TryAdd(one.Work, one))
            order.Enqueue(one.Work);
        else
            all.AddOrUpdate(one.Work, one,
                (_, sum) => new Timing(one.Work, sum.Count + 1, sum.Time + one.Time, sum.Allocated + one.Allocated));
    }
}
