using SiteGen.Core.Diagnostics;
using SiteGen.Core.Tests.Sites;

namespace SiteGen.Core.Tests.Diagnostics;

/// <summary>Warnings of one rule and cause are one entry.</summary>
public sealed class GroupTests
{
    static TestSite With(int posts, Func<int, string> matter) => TestSite.Bare(
        [.. Enumerable.Range(0, posts).Select(i => TestSite.Post($"p{i:000}.md", $"글 {i}", "2025-01-24", matter(i)))]).Built();

    static string Printed(TestSite site) => string.Concat(site.Diagnostics.Sorted().Grouped().Select(DiagnosticPrinter.Text));

    [Fact]
    public void Equal_warnings_are_one_with_their_count_and_the_first_three_places()
    {
        var site = With(12, _ => "mood: 좋음");
        const string sentence = "`mood` is no key of SiteGen; templates read it as page.params.mood. (12 times)";
        Assert.Equal($"""
            content/posts/p000.md:4:7: warning front-matter-unknown-key: {sentence}
              4 | mood: 좋음
                |       ^
              hint: `params: [mood]` in site.yml silences this.
              note: content/posts/p001.md:4:7: the same here
              note: content/posts/p002.md:4:7: the same here
              note: and in 9 more places

            """, Printed(site));
        Assert.Contains("\"count\": 12,", DiagnosticPrinter.Json(site.Diagnostics.Sorted().Grouped(), MessageLanguage.English));
        Assert.Contains("(12번)", DiagnosticPrinter.GitHub(Assert.Single(site.Diagnostics.Sorted().Grouped()), MessageLanguage.Korean));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Few_places_are_all_told(int posts)
    {
        var one = Assert.Single(With(posts, _ => "mood: 좋음").Diagnostics.Sorted().Grouped());
        Assert.Equal((posts, posts - 1), (one.Count, one.Notes.Count));
    }

    [Fact]
    public void Other_causes_of_a_rule_stay_apart()
    {
        Assert.Equal([5, 5], With(10, i => i % 2 == 0 ? "mood: 좋음" : "pin: true").Diagnostics.Sorted().Grouped().Select(one => one.Count));
        Assert.Equal(10, With(10, i => $"key{(char)('a' + i)}: 1").Diagnostics.Sorted().Grouped().Count);
    }

    [Fact]
    public void What_differs_in_each_of_many_places_is_one_cause()
    {
        var one = Assert.Single(With(11, i => $"key{(char)('a' + i)}: 1").Diagnostics.Sorted().Grouped());
        Assert.Equal(11, one.Count);
        Assert.Contains("keyb", one.Notes[0].Message.ToString());
    }

    [Fact]
    public void Errors_are_never_grouped()
    {
        var site = TestSite.Bare([.. Enumerable.Range(0, 5).Select(i =>
            TestSite.Post($"p{i}.md", $"글 {i}", "2025-01-24", "draft: maybe"))]).Build();
        Assert.Equal(5, site.Diagnostics.Sorted().Grouped().Count);
    }
}
