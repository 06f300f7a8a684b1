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
        Console.Error.WriteLine("What is to be measured? Only --search is known.");
        return 2;
    }
}
