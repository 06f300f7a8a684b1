using System.Text;

namespace SiteGen.Cli.Tests;

public sealed class KillTests
{
    [Fact]
    public void A_build_that_is_killed_leaves_whole_files_and_the_next_build_repairs_all() => Kill(moments: 2);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_build_killed_at_any_of_fifty_moments_leaves_whole_files_and_the_next_build_repairs_all() => Kill(moments: 50);

    /// <summary>
    /// Two versions of a site take turns, so that every build has files to write, to keep and to delete when it is killed.
    /// </summary>
    static void Kill(int moments)
    {
        using var folder = new Sitegen.Folder();
        var (site, output) = (folder["site"], folder["out"]);
        Sitegen.Copy(Path.Combine(Sitegen.Repository, "themes"), Path.Combine(site, "themes"));
        var clean = new SortedDictionary<string, byte[]>[2];
        for (var i = 0; i < 2; i++)
        {
            WriteSite(site, i);
            Assert.Equal(0, Sitegen.Run($"build --source \"{site}\" --output \"{folder["clean" + i]}\"").ExitCode);
            clean[i] = Sitegen.Snapshot(folder["clean" + i]);
        }

        var whole = Math.Min(TimeOf(site, 0, output), TimeOf(site, 1, output));
        var random = new Random(20250124);
        for (int killed = 0, tries = 0; killed < moments; tries++)
        {
            Assert.True(tries < 4 * moments, $"only {killed} builds could be killed before they ended");
            var moment = random.Next(whole / 4, whole);
            WriteSite(site, 1 - tries % 2);
            using var process = Sitegen.Start($"build --source \"{site}\" --output \"{output}\"");
            if (process.WaitForExit(moment))
            {
                // How long a build takes depends on what else the machine does: this one was faster, so the next is killed earlier.
                whole = Math.Max(40, moment);
                continue;
            }

            process.Kill();
            process.WaitForExit();
            killed++;
            whole += whole / 8;
            foreach (var (name, bytes) in Sitegen.Snapshot(output))
                Assert.True(Is(clean[0], name, bytes) || Is(clean[1], name, bytes), $"{name} is half written after kill {killed}");
        }

        for (var i = 0; i < 2; i++)
        {
            WriteSite(site, i);
            var repaired = Sitegen.Run($"build --source \"{site}\" --output \"{output}\"");
            Assert.True(repaired.ExitCode == 0, repaired.Error);
            Sitegen.AssertSame(clean[i], Sitegen.Snapshot(output));
        }

        Assert.False(Directory.Exists(Path.Combine(output, ".sitegen")));
    }

    /// <summary>Milliseconds of a whole build; the first quarter of one is the program's start, so kills come later.</summary>
    static int TimeOf(string site, int which, string output)
    {
        WriteSite(site, which);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, Sitegen.Run($"build --source \"{site}\" --output \"{output}\"").ExitCode);
        return (int)watch.ElapsedMilliseconds;
    }

    static bool Is(SortedDictionary<string, byte[]> files, string name, byte[] bytes) =>
        files.TryGetValue(name, out var expected) && bytes.AsSpan().SequenceEqual(expected);

    static void WriteSite(string folder, int which)
    {
        var posts = Path.Combine(folder, "content/posts");
        if (Directory.Exists(posts))
            Directory.Delete(posts, recursive: true);
        Directory.CreateDirectory(posts);
        File.WriteAllText(Path.Combine(folder, "content/site.yml"), $"title: 블로그 {which}\ntheme: maru\n");
        for (var i = 0; i < 40; i++)
        {
            var text =
                new StringBuilder($"---\ntitle: 글 {i} 판 {which}\ndate: 2025-01-{i % 28 + 1:00}\ntags: [{(which == 0 ? "하나" : "둘")}, 모두]\n"
                    + "---\n\n");
            for (var line = 0; line < 30; line++)
                text.Append($"판 {which}의 {line}번째 문단입니다. 조금 긴 문장이 이어집니다.\n\n");
            File.WriteAllText(Path.Combine(folder, $"content/posts/post-{(which == 0 ? i : i + 20)}.md"), text.ToString());
        }
    }
}
