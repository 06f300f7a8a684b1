namespace SiteGen.Core.Tests;

/// <summary>Tests that measure processor time run alone, so that nothing else in this process is counted.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CpuTime
{
    public const string Name = "processor time";

    /// <summary>The processor time that an action takes, which a busy machine does not lengthen.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }
}
