using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.BadInput;

/// <summary>The bare site in a temporary folder of its own, built by the real builder on the real disk.</summary>
sealed class DiskSite : IDisposable
{
    static readonly DateTimeOffset Clock = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DiskSite()
    {
        var memory = TestSite.Bare(TestSite.Post("a.md", "하나", "2025-01-01"), TestSite.Post("b.md", "둘", "2025-01-02"));
        foreach (var file in memory.Files.List("content").Concat(memory.Files.List("themes")))
        {
            Assert.True(memory.Files.TryRead(file.Path, out var bytes, out _));
            Write(file.Path, bytes);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("sitegen-").FullName;

    public string Output => At("output");

    public DiagnosticBag Diagnostics { get; private set; } = new();

    public string Printed => string.Concat(Diagnostics.Sorted().Select(DiagnosticPrinter.Text));

    public string At(string path) => Path.Combine(Root, path);

    public DiskSite Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public DiskSite Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    /// <summary>An output folder with its section of the site's cache.</summary>
    public DiskOutput OutputAt(string folder) => new(folder, "output", DiskCache.ForOutput(Root, folder));

    /// <summary>A file of the cache that belongs to <see cref="Output"/>.</summary>
    public string Cached(string name) => Path.Combine(Assert.Single(Directory.GetDirectories(At(".sitegen/builds"))), name);

    public BuildReport Build(bool force = false, string? output = null)
    {
        Diagnostics = new DiagnosticBag();
        return SiteBuilder.Build(new DiskFiles(Root), OutputAt(output ?? Output), new BuildOptions(Clock) { Force = force }, Diagnostics);
    }

    public DiskSite Built(bool force = false)
    {
        Build(force);
        Assert.False(Diagnostics.HasErrors, Printed);
        return this;
    }

    /// <summary>Builds, and fails unless it is refused with this rule and the folder stays as it was in every byte and time.</summary>
    public void Refused(string rule, bool force = false)
    {
        var before = Snapshot(Root);
        Assert.Null(Build(force).Counts);
        Assert.Contains(Diagnostics.Sorted(), found => found.Rule == rule);
        Assert.Equal(before, Snapshot(Root));
    }

    /// <summary>Every file and folder below a folder: path to its bytes, its time and where it leads.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var content = entry is FileInfo && entry.LinkTarget is null
                ? $"{entry.LastWriteTimeUtc:O} {Convert.ToHexString(File.ReadAllBytes(entry.FullName))}" : $"-> {entry.LinkTarget}";
            found[Path.GetRelativePath(folder, entry.FullName)] = content;
        }

        return found;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
