using SiteGen.Core.Tests.BadInput;

namespace SiteGen.Core.Tests.Sites;

/// <summary>
/// <c>Sites/Cases/*.txt</c>: what authors of other tools write. Below <c>&gt;&gt;&gt;</c> stands what a build of the bare site prints, then
/// lines of files of the output, <c>! </c> before what a file must not hold, and <c>absent</c> for no file. SITEGEN_UPDATE=1 prints anew.
/// </summary>
public sealed class CaseTests
{
    const string OutputHeader = "-- output/";

    static readonly Lazy<Dictionary<string, PrintedCase>> Cases = new(() => PrintedCase.All("tests/SiteGen.Core.Tests/Sites/Cases/")
        .ToDictionary(found => found.ToString(), StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_other_tools_taught_an_author_is_understood_or_told_and_no_word_is_lost(string name)
    {
        var found = Cases.Value[name];
        var site = TestSite.Bare("-- content/posts/other.md --\n---\ntitle: 다른 글\ndate: 2024-01-01\n---\n본문\n");
        found.AddTo(site);
        site.Built();
        var start = ("\n" + found.Expected).IndexOf("\n" + OutputHeader, StringComparison.Ordinal);
        var (printed, files) = start < 0 ? (found.Expected, "") : (found.Expected[..start], found.Expected[start..]);
        if (PrintedTests.Updates)
            found.Update(site.Printed + files);
        else
            Assert.Equal(printed.TrimEnd('\n'), site.Printed.TrimEnd('\n'));
        foreach (var file in files.Split(OutputHeader, StringSplitOptions.RemoveEmptyEntries))
            AssertFile(site, file[..file.IndexOf(" --\n", StringComparison.Ordinal)], file.TrimEnd('\n').Split('\n')[1..]);
    }

    static void AssertFile(TestSite site, string path, string[] lines)
    {
        if (lines is ["absent"])
        {
            Assert.DoesNotContain(path, site.Output.Files.Keys);
            return;
        }

        foreach (var line in lines)
        {
            if (line.StartsWith("! ", StringComparison.Ordinal))
                Assert.DoesNotContain(line[2..], site[path], StringComparison.Ordinal);
            else
                Assert.Contains(line, site[path], StringComparison.Ordinal);
        }
    }
}
