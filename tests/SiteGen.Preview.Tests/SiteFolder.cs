using System.Text;
using SiteGen.Core;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Planning;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Preview.Tests;

/// <summary>A site in a temporary folder.</summary>
sealed class SiteFolder : IDisposable
{
    /// <summary>Strict, so that equal strings mean equal bytes.</summary>
    static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly BuildOptions Options = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
        Drafts = true,
        Future = true,
        Unlisted = true,
    };

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

    /// <summary>The files that a clean build writes; null when it has errors.</summary>
    public SortedDictionary<string, string>? CleanBuild() => CleanBuild(Options);

    public SortedDictionary<string, string>? CleanBuild(BuildOptions options)
    {
        var output = new MemoryOutput();
        var report = SiteBuilder.Build(new DiskFiles(Root), output, options, new DiagnosticBag());
        var files = output.Files.ToDictionary(file => file.Key, file => Text.GetString(file.Value));
        return report.Counts is null ? null : new(files, StringComparer.Ordinal);
    }

    public static string Served(PreviewState state, string file) => Text.GetString(state.Render(state.Find(file)!)!);

    /// <summary>What the preview serves for every route, by output file; null when it has errors.</summary>
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
