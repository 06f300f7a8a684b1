using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

public sealed partial class TidinessTests
{
    static readonly string[] TopLevel =
        ["src", "content", "themes", "tests", "output", "SiteGen.sln", "README.md", "README.ko.md", "LICENSE"];

    // Files whose content is data: cases of the template language hold any text.
    static readonly string[] DataEndings = [".jsonl", ".png", ".jpg", ".webp", ".ico", ".gif", ".zip", ".woff2"];

    // The patterns are put together here, so that this file does not hold what it looks for.
    static readonly string Unfinished = @"\b(?:TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + @"Exception)\b|\bSki" + "p *= *[\"$@]";
    static readonly string MachinePath = "(?<![\\w.~-])/(?:wor" + "k|roo" + "t|tm" + "p)/[A-Za-z.]";

    [Fact]
    public void Nothing_is_marked_unfinished_or_skipped() =>
        Repository.AssertNone(TextFiles("src/", "tests/", "themes/").SelectMany(file => Matches(file, Unfinished)));

    [Fact]
    public void No_file_knows_the_machine_that_it_was_written_on() =>
        Repository.AssertNone(TextFiles("").SelectMany(file => Matches(file, MachinePath)));

    [Fact]
    public void Names_say_what_a_thing_is() => Repository.AssertNone(
        from file in Repository.CSharpFiles("src", "tests")
        where EmptyName().IsMatch(file)
        select $"{file}:1: the name says nothing; call it by what it does");

    [Fact]
    public void The_visible_top_level_is_fixed()
    {
        var found = Repository.TrackedFiles.Select(file => file.Split('/')[0]).Where(name => !name.StartsWith('.'));
        Assert.Equal(TopLevel.Order(StringComparer.Ordinal), found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> TextFiles(params string[] folders) =>
        from file in Repository.TrackedFiles
        where folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
        where !DataEndings.Contains(Path.GetExtension(file)) && File.Exists(Repository.PathOf(file))
        select file;

    static IEnumerable<string> Matches(string file, string pattern)
    {
        var text = Repository.Read(file);
        return Regex.Matches(text, pattern).Select(match => $"{file}:{Repository.LineAt(text, match.Index)}: {match.Value}");
    }

    [GeneratedRegex("(?:Manager|Helpers?|Utils?|Processor|Info)\\.cs$")]
    private static partial Regex EmptyName();
}
