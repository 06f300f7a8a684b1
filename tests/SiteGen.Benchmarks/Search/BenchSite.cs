using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Rendering;

namespace SiteGen.Benchmarks.Search;

/// <summary>A blog of benchmark posts and the repository's own, with the theme maru: its sources and what is built of them.</summary>
sealed class BenchSite
{
    public static readonly BuildOptions Options = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    readonly string configuration;

    BenchSite(string folder)
    {
        Source = Path.Combine(folder, "site");
        Output = Path.Combine(folder, "output");
        configuration = Path.Combine(Source, "content", "site.yml");
    }

    public string Source { get; }

    public string Output { get; }

    /// <summary>The folder of the built index.</summary>
    public string Index => Path.Combine(Output, "search");

    /// <summary>Writes the sources, if they are not there from an earlier run.</summary>
    public static BenchSite Make(string folder, int posts)
    {
        var site = new BenchSite(folder);
        if (File.Exists(site.configuration))
            return site;
        Copy("content", site.Source);
        Copy("themes/maru", site.Source);
        string bench = SharedFolder.Find("bench")!;
        using Process maker = Process.Start("python3",
            [Path.Combine(bench, "make-corpus.py"), Path.Combine(site.Source, "content", "posts"),
                posts.ToString(CultureInfo.InvariantCulture), "--seeds", SharedFolder.Find("seeds")!]);
        maker.WaitForExit();
        return maker.ExitCode == 0 ? site : throw new InvalidOperationException("make-corpus.py failed");
    }

    static void Copy(string name, string to)
    {
        string from = SharedFolder.Above(name)!;
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, name, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Builds in a process of its own, into an empty folder. Returns the seconds of CPU that it took.</summary>
    public double Build(bool withSearch = true)
    {
        if (Directory.Exists(Output))
            Directory.Delete(Output, recursive: true);
        string before = File.ReadAllText(configuration);
        try
        {
            if (!withSearch)
                File.AppendAllText(configuration, "\nsearch: {enabled: false}\n");
            return BuildOnce.Start(Source, Output);
        }
        finally
        {
            File.WriteAllText(configuration, before);
        }
    }

    public SiteRenderer Renderer()
    {
        var diagnostics = new DiagnosticBag();
        return new SiteRenderer(SiteBuilder.Plan(new DiskFiles(Source), Options, diagnostics), diagnostics);
    }

    /// <summary>Bytes on the way to a reader: GitHub Pages compresses with level 6.</summary>
    public static long Gzip(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return packed.Length;
    }
}

/// <summary>
/// One build as <c>sitegen build</c> does it, in a process that does nothing else: what is warm in this one would lie about the time.
/// </summary>
static class BuildOnce
{
    public const string Option = "--build-once";

    public static int Run(string site, string output)
    {
        var diagnostics = new DiagnosticBag();
        BuildReport report = SiteBuilder.Build(new DiskFiles(site), new DiskOutput(output, "output"), BenchSite.Options, diagnostics);
        if (report.Counts is null)
        {
            Console.Error.WriteLine(string.Concat(diagnostics.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error)
                .Select(DiagnosticPrinter.Text)));
            return 1;
        }

        Console.WriteLine(Environment.CpuUsage.TotalTime.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static double Start(string site, string output)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Option, site, output])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false
        };
        // As the project of the command line sets them.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        using Process build = Process.Start(start)!;
        string told = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? double.Parse(told, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("the build failed");
    }
}
