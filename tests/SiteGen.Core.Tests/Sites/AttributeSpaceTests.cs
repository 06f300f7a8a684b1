using System.Text.RegularExpressions;

namespace SiteGen.Core.Tests.Sites;

/// <summary>The theme's tags are well formed, with every option set.</summary>
public sealed partial class AttributeSpaceTests
{
    [Theory]
    [InlineData("comments: {provider: giscus, repo: a/b, repo_id: R_1, category: 글, category_id: C_1, input_position: top}")]
    [InlineData("comments: {provider: utterances, repo: a/b, label: 댓글}")]
    [InlineData("comments: {provider: utterances}\ntheme_options: {show_share: true}")]
    [InlineData("search: {enabled: false}")]
    public void Attributes_have_a_space_between_them(string config)
    {
        var site = TestSite.Maru("-- content/site.yml --\ntitle: 시험\nbase_url: https://example.com/\n",
            TestSite.Post("a.md", "글", "2025-01-01", "tags: [가]\ninterview: {speakers: [{name: 가, role: host}, {name: 나, role: guest}]}",
                "가 - 하나?\n나 - 둘.\n"), TestSite.Post("b.md", "글 둘", "2025-01-02")).Configured(config).Built();
        foreach (var file in site.Output.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
            Assert.DoesNotMatch(Touching(), site[file]);
        Assert.Equal(config.StartsWith("comments", StringComparison.Ordinal),
            site["posts/a/index.html"].Contains("\" data-lang=\"ko\">", StringComparison.Ordinal));
    }

    [GeneratedRegex("<[a-z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*\"[^\"]*\"[a-z]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Touching();
}
