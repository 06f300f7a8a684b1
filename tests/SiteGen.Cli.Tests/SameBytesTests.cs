namespace SiteGen.Cli.Tests;

public sealed class SameBytesTests
{
    [Fact]
    public void Two_builds_in_different_folders_zones_cultures_and_thread_counts_are_byte_identical()
    {
        using var folder = new Sitegen.Folder();
        foreach (var site in new[] { "가", "b c" })
        {
            Sitegen.Copy(Path.Combine(Sitegen.Repository, "content"), folder[site + "/content"]);
            Sitegen.Copy(Path.Combine(Sitegen.Repository, "themes"), folder[site + "/themes"]);
        }

        var first = Sitegen.Run($"build --source \"{folder["가"]}\"", ("TZ", "UTC"), ("LANG", "ko_KR.UTF-8"),
            ("DOTNET_PROCESSOR_COUNT", "1"));
        var second = Sitegen.Run($"build --source \"{folder["b c"]}\" --output \"{folder["x"]}\"", ("TZ", "America/New_York"),
            ("LC_ALL", "tr_TR.UTF-8"), ("DOTNET_PROCESSOR_COUNT", "4"));
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.True(second.ExitCode == 0, second.Error);
        Sitegen.AssertSame(Sitegen.Snapshot(folder["가/output"]), Sitegen.Snapshot(folder["x"]));
    }
}
