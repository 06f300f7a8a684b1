using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SiteGen.Benchmarks;

/// <summary>The same work as the short mode, under BenchmarkDotNet. It runs in this process: there is nothing to build.</summary>
[MemoryDiagnoser]
[Config(typeof(InThisProcess))]
public class RenderBenchmarks
{
    BenchTemplate work = null!;

    [Params("article", "list", "archive")]
    public string Page { get; set; } = "";

    [GlobalSetup]
    public void Read() => work = BenchTemplate.ReadAll(BenchTemplate.FindFolder()!).Single(template => string.Equals(template.Name, Page, StringComparison.Ordinal));

    [Benchmark]
    public int Fresh() => work.RenderFresh();

    [Benchmark]
    public int Reused() => work.RenderReused();

    sealed class InThisProcess : ManualConfig
    {
        public InThisProcess()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
            // Reports lie beside the program, not in whatever folder it was started from.
            ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "reports");
        }
    }
}
