using BenchmarkDotNet.Running;
using SiteGen.Benchmarks.Search;

namespace SiteGen.Benchmarks;

static class Program
{
    static int Main(string[] args)
    {
        if (args is [BuildOnce.Option, var site, var output])
            return BuildOnce.Run(site, output);
        if (args is ["--search", ..])
            return SearchRun.Run(args[1..]);
        if (BenchTemplate.FindFolder() is not { } folder)
        {
            Console.Error.WriteLine("There is no shared/scriban-conformance/bench/ beside or above this repository; set SITEGEN_SHARED to the folder `shared`.");
            return 2;
        }

        foreach (BenchTemplate template in BenchTemplate.ReadAll(folder))
        {
            if (template.Mistake() is not { } mistake)
                continue;
            Console.Error.WriteLine($"{template.Name}: {mistake}");
            return 1;
        }

        if (args.Contains("--json", StringComparer.Ordinal))
            ShortRun.Print(BenchTemplate.ReadAll(folder));
        else
            BenchmarkSwitcher.FromTypes([typeof(RenderBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args);
        return 0;
    }
}
