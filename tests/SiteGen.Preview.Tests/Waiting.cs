using System.Diagnostics;

namespace SiteGen.Preview.Tests;

/// <summary>Polls until other threads are done.</summary>
static class Waiting
{
    /// <summary>Ends a failing test. Long enough that no test depends on the machine's speed.</summary>
    static readonly TimeSpan Failsafe = TimeSpan.FromMinutes(3);

    public static void Eventually(Func<bool> condition) => Eventually(() => condition() ? null : "It never came true.");

    /// <param name="problem">Null once there is none.</param>
    public static void Eventually(Func<string?> problem)
    {
        var watch = Stopwatch.StartNew();
        while (problem() is { } message)
        {
            Assert.True(watch.Elapsed < Failsafe, message);
            Thread.Sleep(5);
        }
    }

    public static async Task EventuallyAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Failsafe, "It never came true.");
            await Task.Delay(20);
        }
    }
}

/// <summary>A clock that only the test advances. Its timers fire once per <see cref="Advance"/>, on the test's thread.</summary>
sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    readonly List<Action> ticks = [];
    DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time)
    {
        now += time;
        ticks.ForEach(tick => tick());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ticks.Add(() => callback(state));
        return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
