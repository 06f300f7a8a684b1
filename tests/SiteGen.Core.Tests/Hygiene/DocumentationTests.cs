using System.Text.RegularExpressions;
using SiteGen.Core.Checking;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Reading;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Hygiene;

/// <summary>The pages of <c>src/docs</c> name the keys and rules that there are, and their examples are valid.</summary>
public sealed partial class DocumentationTests
{
    static readonly IReadOnlyList<Field<FrontMatter>> FrontMatterFields = new FrontMatterReader(SiteZone.Seoul, []).Fields;

    static readonly string[] FrontMatterKeys =
        [.. FrontMatterFields.Where(field => field.Name == field.Key || field.Name == "category").Select(field => field.Name)];

    static readonly string[] SiteKeys = [.. SiteConfigReader.Fields.Select(field => field.Name)];

    static readonly string[] ListKeys = [.. SiteConfigReader.Fields.Single(field => field.Name == "lists").Shape.Each!.Members
        .Select(field => field.Name)];

    static string Page(string name) => Repository.Read($"src/docs/{name}").ReplaceLineEndings("\n");

    /// <summary>The names in backticks in the first cells of a page's tables, below the first heading that holds the text.</summary>
    static string[] Rows(string page, string heading) =>
        [.. Row().Matches(page[page.IndexOf(heading, StringComparison.Ordinal)..].Split("\n#")[0])
            .SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value)];

    [Fact]
    public void Each_key_of_site_yml_has_its_row() => AssertSame(SiteKeys, Rows(Page("site-yml.md"), "# Keys"));

    [Fact]
    public void Each_key_of_site_yml_has_its_Korean_row() => AssertSame(SiteKeys, Rows(Page("settings.ko.md"), "# 설정"));

    [Fact]
    public void Each_key_of_a_list_has_its_row() => AssertSame(ListKeys, Rows(Page("lists.md"), "# Lists"));

    [Fact]
    public void Each_key_of_front_matter_has_its_row() => AssertSame(FrontMatterKeys, Rows(Page("front-matter.md"), "# Keys"));

    [Fact]
    public void Each_key_of_another_generator_has_its_row() => AssertSame(
        [.. FrontMatterFields.Select(field => field.Name).Except(FrontMatterKeys)], Rows(Page("front-matter.md"), "# Other generators"));

    [Fact]
    public void Each_key_of_front_matter_has_its_Korean_row() => AssertSame(FrontMatterKeys, Rows(Page("guide.ko.md"), "# 글 쓰기"));

    [Fact]
    public void The_rules_of_the_check_are_those_of_the_program() => Assert.Equal(
        RuleTable.All.Select(rule => $"| `{rule.Id}` | {(rule.Severity == Severity.Error ? "error" : "warning")} | {rule.What} |"),
        Page("check-rules.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));

    public static TheoryData<string, string> Configurations => Examples("yaml", text => SiteKeys.Contains(text.Split(':')[0]));

    [Theory]
    [MemberData(nameof(Configurations))]
    public void An_example_of_site_yml_is_valid(string place, string text)
    {
        var title = Title().IsMatch(text) ? "" : "title: 시험\n";
        AssertNothingReported(place, TestSite.Maru($"-- content/site.yml --\n{title}{text}", Post));
    }

    public static TheoryData<string, string> Documents => Examples("markdown", text => text.StartsWith("---\n", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_example_of_a_document_is_valid(string place, string text) =>
        AssertNothingReported(place, TestSite.Maru("-- content/site.yml --\ntitle: 시험", $"-- content/posts/example.md --\n{text}"));

    const string Post = "-- content/posts/post.md --\n---\ntitle: 글\ndate: 2025-01-24\n---\n본문";

    static void AssertNothingReported(string place, TestSite site)
    {
        site.Build();
        Assert.True(site.Printed.Length == 0, $"{place}: {site.Printed}");
    }

    /// <summary>Fenced examples of all pages, by page and line.</summary>
    static TheoryData<string, string> Examples(string language, Func<string, bool> isOne)
    {
        var examples = new TheoryData<string, string>();
        foreach (var file in Repository.FilesBelow("src/docs"))
        {
            var text = Repository.Read(file).ReplaceLineEndings("\n");
            foreach (Match fence in Fence().Matches(text))
            {
                var indented = Regex.Replace(fence.Groups["text"].Value, "(?m)^" + fence.Groups["indent"].Value, "");
                if (fence.Groups["language"].Value == language && isOne(indented))
                    examples.Add($"{file}:{Repository.LineAt(text, fence.Index)}", indented);
            }
        }

        return examples;
    }

    static void AssertSame(IEnumerable<string> known, IEnumerable<string> documented) =>
        Assert.Equal(known.Order(StringComparer.Ordinal), documented.Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"(?m)^\| ([^|]*`[^|]*) \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z_가-힣]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("(?m)^title:")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?ms)^(?<indent> *)```(?<language>[a-z]*)\n(?<text>.*?)^ *```$")]
    private static partial Regex Fence();
}
