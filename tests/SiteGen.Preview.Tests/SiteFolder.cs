using System.Text;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Preview.Tests;

/// <summary>A site in a temporary folder of the disk.</summary>
sealed class SiteFolder : IDisposable
{
    /// <summary>Two texts that it reads as the same are the same bytes.</summary>
    static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly BuildOptions Options = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Drafts = true, Future = true, Unlisted = true };

    public SiteFolder(TestSite site)
    {
        Root = Directory.CreateTempSubdirectory("sitegen-").FullName;
        foreach (var file in site.Files.List("content").Concat(site.Files.List("themes")))
        {
            Assert.True(site.Files.TryRead(file.Path, out var bytes, out _));
            Directory.CreateDirectory(Path.GetDirectoryName(this[file.Path])!);
            File.WriteAllBytes(this[file.Path], bytes);
        }
    }

    public string Root { get; }

    public string this[string path] => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>What a build from nothing would write, by file; null when it would write nothing.</summary>
    public SortedDictionary<string, string>? CleanBuild() => CleanBuild(Options);

    public SortedDictionary<string, string>? CleanBuild(BuildOptions options)
    {
        var output = new MemoryOutput();
        var diagnostics = new DiagnosticBag();
        var report = SiteBuilder.Build(new DiskFiles(Root), output, options, diagnostics);
        return report.Counts is null ? null : new(output.Files.Where(file => !file.Key.StartsWith(".sitegen/", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => Text.GetString(file.Value)), StringComparer.Ordinal);
    }

    /// <summary>What the preview would serve of every route, by file; null when something is wrong.</summary>
    public static SortedDictionary<string, string>? Served(PreviewState state)
    {
        var served = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var route in state.Plan.Routes)
        {
            if (state.Render(route) is { } bytes)
                served[route.OutputFile] = Text.GetString(bytes);
        }

        return state.HasErrors ? null : served;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
