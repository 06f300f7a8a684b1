using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Tests.Diagnostics;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData(70)]
    [InlineData(71)]
    public void A_long_line_is_cut_between_characters(int column)
    {
        var excerpt = Excerpt.Of(
            new SourcePlace(new SourceText("a.md", (column % 2 == 0 ? "" : "x") + string.Concat(Enumerable.Repeat("😀", 200))), column))!;
        Assert.False(char.IsLowSurrogate(excerpt.Before[0]));
        Assert.False(char.IsHighSurrogate(excerpt.After[^1]));
        Assert.False(char.IsLowSurrogate(excerpt.After[0]));
    }
}
