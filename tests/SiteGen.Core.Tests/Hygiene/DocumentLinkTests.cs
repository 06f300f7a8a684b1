using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>Relative links of the repository's own documentation lead somewhere, and so do their fragments.</summary>
public sealed partial class DocumentLinkTests
{
    // The content of sites has links of its own, which a build checks; so have the texts that `init` writes.
    static readonly string[] Sites = ["content/", "src/SiteGen.Cli/Starter", "tests/"];

    static IEnumerable<string> Documents =>
        from file in Repository.TrackedFiles
        where file.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.PathOf(file))
        where !Sites.Any(site => file.StartsWith(site, StringComparison.Ordinal))
        select file;

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading() => Repository.AssertNone(
        from file in Documents
        from problem in Problems(file, Repository.Read(file))
        select problem);

    [Fact]
    public void Every_page_of_the_documentation_is_in_its_index()
    {
        var index = Repository.Read("src/docs/README.md");
        Repository.AssertNone(
            from file in Documents
            where file.StartsWith("src/docs/", StringComparison.Ordinal) && file != "src/docs/README.md"
            where !index.Contains($"]({Path.GetFileName(file)})", StringComparison.Ordinal)
            select $"{file}:1: src/docs/README.md has no link to this page");
    }

    [Theory]
    [InlineData("[a](missing.md)", "missing.md leads to no file")]
    [InlineData("[a](front-matter.md#nowhere)", "front-matter.md#nowhere leads to no heading")]
    [InlineData("[a](#there-is)\n\n## There is", null)]
    [InlineData("[a](settings.ko.md#내가-만드는-목록)", null)]
    [InlineData("[a](../../README.md#from-source) and `[b](missing.md)`", null)]
    [InlineData("```\n[a](missing.md)\n```", null)]
    public void A_wrong_link_is_found(string text, string? problem) =>
        Assert.Equal(problem is null ? [] : [$"src/docs/new.md:1: {problem}"], Problems("src/docs/new.md", text));

    static IEnumerable<string> Problems(string file, string text)
    {
        var prose = Code().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n')));
        foreach (Match link in Link().Matches(prose))
        {
            var parts = link.Groups[1].Value.Split('#', 2);
            var target = parts[0].Length == 0 ? Repository.PathOf(file)
                : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, Uri.UnescapeDataString(parts[0])));
            var place = $"{file}:{Repository.LineAt(prose, link.Index)}: {link.Groups[1].Value}";
            if (parts[0].Length > 0 && !Path.Exists(target))
                yield return $"{place} leads to no file";
            else if (parts is [_, var fragment] && !Anchors(parts[0].Length == 0 ? text : File.ReadAllText(target)).Contains(fragment))
                yield return $"{place} leads to no heading";
        }
    }

    /// <summary>Ids of headings as GitHub makes them.</summary>
    static HashSet<string> Anchors(string text) =>
        [.. Heading().Matches(Fence().Replace(text, "")).Select(heading =>
            Dropped().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"(?ms)^ *```.*?^ *```|`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex("(?ms)^ *```.*?^ *```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?![a-z]+:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("(?m)^#{1,6} (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\-_ ]")]
    private static partial Regex Dropped();
}
