using System.Diagnostics;

namespace SiteGen.Preview.Tests;

/// <summary>Waits for what other threads do at their own pace.</summary>
static class Waiting
{
    /// <summary>Only keeps a failing test from running forever; no test passes or fails by how fast the machine is.</summary>
    static readonly TimeSpan Failsafe = TimeSpan.FromMinutes(3);

    public static void Eventually(Func<bool> condition) => Eventually(() => condition() ? null : "It never came true.");

    /// <param name="problem">Null once all is well.</param>
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

/// <summary>A clock that the test moves; its periodic timers fire once with each move, on the test's thread.</summary>
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
