using System.Diagnostics;
using System.Text.RegularExpressions;
using SiteGen.Core.Tests.Hygiene;
using Xunit.Abstractions;

namespace SiteGen.Core.Tests.Sites;

/// <summary>The benchmark's corpus, where its generator lies beside the repository.</summary>
public sealed partial class BenchCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Transcripts_of_the_benchmark_have_as_many_turns_as_lines_that_name_a_speaker()
    {
        var bench = Path.Combine(Repository.Root, "..", "shared", "bench", "make-corpus.py");
        if (!System.IO.File.Exists(bench))
        {
            output.WriteLine("There is no ../shared/bench/make-corpus.py: nothing to count.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("sitegen-corpus-").FullName;
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [bench, folder, "90", "--seeds", Path.Combine(Repository.Root, "..", "shared", "seeds")]) { UseShellExecute = false })!;
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            Check(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Check(string folder)
    {
        var site = TestSite.Maru("-- content/site.yml --\ntitle: 벤치마크\ntheme: maru\n");
        foreach (var file in Directory.EnumerateFiles(folder))
            site.Files.Add("content/posts/" + Path.GetFileName(file), System.IO.File.ReadAllBytes(file));
        site.Built();
        var transcripts = 0;
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var text = System.IO.File.ReadAllText(file);
            var name = GuestName().Match(text);
            if (!name.Success)
                continue;
            var lines = text.Split('\n').Count(line => line.StartsWith("진행자 - ", StringComparison.Ordinal) || line.StartsWith(name.Groups[1].Value + " - ", StringComparison.Ordinal));
            var page = site.Page($"posts/{Path.GetFileNameWithoutExtension(file)[11..]}/index.html");
            Assert.Equal(lines, page.QuerySelectorAll(".turn").Length);
            transcripts++;
        }

        Assert.Equal(30, transcripts);
    }

    [GeneratedRegex(@"- \{name: (.+), role: guest\}")]
    private static partial Regex GuestName();
}
