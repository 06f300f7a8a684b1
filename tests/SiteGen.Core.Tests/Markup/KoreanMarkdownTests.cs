using SiteGen.Core.Tests.BadInput;
using SiteGen.Core.Tests.Hygiene;

namespace SiteGen.Core.Tests.Markup;

/// <summary>The table of Korean inputs; SITEGEN_UPDATE=1 writes the expectations anew.</summary>
public sealed class KoreanMarkdownTests
{
    static readonly Lazy<Dictionary<string, MarkdownCase>> Cases = new(() =>
    {
        if (PrintedTests.Updates)
            Update();
        return MarkdownCase.All().ToDictionary(found => found.Name, StringComparer.Ordinal);
    });

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Korean_text_comes_out_as_its_author_means_it(string name) =>
        Assert.Equal(Cases.Value[name].Expected, Html(Cases.Value[name]));

    [Fact]
    public void There_are_150_of_them() => Assert.True(Cases.Value.Count >= 150, $"{Cases.Value.Count} cases");

    static void Update() => System.IO.File.WriteAllText(Repository.PathOf(MarkdownCase.Path),
        string.Join("\n\n", MarkdownCase.All().Select(found => $"=== {found.Name}\n{found.Input}\n>>>\n{Html(found)}")) + "\n");

    static string Html(MarkdownCase found) =>
        MarkdownCase.Folded(MarkdownCase.Render(MarkdownCase.Unfolded(found.Input), MarkdownCase.ConfigOf(found.Name)).Html.TrimEnd('\n'));
}
