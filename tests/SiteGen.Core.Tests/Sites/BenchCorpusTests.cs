using System.Diagnostics;
using System.Text.RegularExpressions;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Hygiene;
using Xunit.Abstractions;

namespace SiteGen.Core.Tests.Sites;

/// <summary>The benchmark's corpus, where its generator lies beside the repository.</summary>
public sealed partial class BenchCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Transcripts_of_the_benchmark_have_as_many_turns_as_lines_that_name_a_speaker()
    {
        if (Made(90) is not { } folder)
            return;
        try
        {
            Check(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A folder of so many posts; null where the generator is not.</summary>
    string? Made(int posts)
    {
        var bench = Path.Combine(Repository.Root, "..", "shared", "bench", "make-corpus.py");
        if (!System.IO.File.Exists(bench))
        {
            output.WriteLine("There is no ../shared/bench/make-corpus.py: nothing to count.");
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("sitegen-corpus-").FullName;
        using var python = Process.Start(new ProcessStartInfo("python3", [bench, folder, posts.ToString(System.Globalization.CultureInfo.InvariantCulture), "--seeds", Path.Combine(Repository.Root, "..", "shared", "seeds")]) { UseShellExecute = false })!;
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return folder;
    }

    [Fact]
    public void A_check_of_sixty_posts_says_nothing_but_that_summaries_are_the_same_and_names_are_not()
    {
        if (Made(60) is not { } folder)
            return;
        try
        {
            var site = SiteOf(folder);
            var found = new DiagnosticBag();
            Assert.NotNull(SiteCheck.Run(site.Files, site.Options, found));
            // Both are true: the corpus draws its sentences from few, and some have the name of a person with another letter.
            var summaries = Directory.EnumerateFiles(folder).SelectMany(System.IO.File.ReadLines).Where(line => line.StartsWith("summary:", StringComparison.Ordinal)).CountBy(line => line).ToDictionary(StringComparer.Ordinal);
            Assert.All(found.Sorted(), one => Assert.True(one.Rule == "name-spelling" || one.Rule == "description-duplicate" && summaries[one.Place.Source!.Line(one.Place.Line)] > 1, DiagnosticPrinter.Text(one)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static TestSite SiteOf(string folder)
    {
        var site = TestSite.Maru("-- content/site.yml --\ntitle: 벤치마크\ndescription: 예순 편의 글\nbase_url: https://example.com/blog/\ntheme: maru\n");
        foreach (var file in Directory.EnumerateFiles(folder))
            site.Files.Add("content/posts/" + Path.GetFileName(file), System.IO.File.ReadAllBytes(file));
        return site;
    }

    static void Check(string folder)
    {
        var site = SiteOf(folder).Built();
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
