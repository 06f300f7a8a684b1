using System.Diagnostics;
using System.Globalization;

namespace SiteGen.Benchmarks;

/// <summary>A measurement of a few seconds: the median of rounds, which a busy machine disturbs less than a mean.</summary>
static class ShortRun
{
    const int Rounds = 15;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Round = TimeSpan.FromMilliseconds(150);

    /// <summary>One line of JSON for each template and kind of context.</summary>
    public static void Print(IReadOnlyList<BenchTemplate> templates)
    {
        // All of them before the first is timed: else that one alone would pay for the compiler working beside it.
        foreach (BenchTemplate template in templates)
        {
            Repeat(template.RenderFresh);
            Repeat(template.RenderReused);
        }

        foreach (BenchTemplate template in templates)
        {
            Print(template.Name, "fresh", template.RenderFresh);
            Print(template.Name, "reused", template.RenderReused);
        }
    }

    static void Print(string name, string context, Func<int> render)
    {
        (double nanoseconds, long bytes) = Measure(render);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"name":"{{name}}","context":"{{context}}","ns_per_render":{{nanoseconds:F0}},"bytes_per_render":{{bytes}}}"""));
    }

    static (double Nanoseconds, long Bytes) Measure(Func<int> render)
    {
        int renders = Math.Max(1, (int)(Repeat(render) * (Round / WarmUp)));
        var times = new double[Rounds];
        var bytes = new long[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < renders; i++)
                render();
            times[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / renders;
            bytes[round] = (GC.GetAllocatedBytesForCurrentThread() - before) / renders;
        }

        Array.Sort(times);
        Array.Sort(bytes);
        return (times[Rounds / 2], bytes[Rounds / 2]);
    }

    /// <summary>How often it renders while warming up.</summary>
    static int Repeat(Func<int> render)
    {
        int renders = 0;
        for (long begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp; renders++)
            render();
        return renders;
    }
}
