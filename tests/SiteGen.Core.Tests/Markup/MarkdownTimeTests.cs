namespace SiteGen.Core.Tests.Markup;

/// <summary>No Markdown takes much more than linear time.</summary>
[Collection(CpuTime.Name)]
public sealed class MarkdownTimeTests
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    [Fact]
    public void No_mark_repeated_two_thousand_times_takes_more_than_seconds()
    {
        string[] pieces = [.. RobustnessTests.Pieces, "https://a.kr/을 ", "a@", "\"가\" ", "$a ", "[가 ", "<a x='", "**가(나)**는 ", "_가_는 ",
            "{{< x \"", "<!--<a ", "('https://a", "![a](b \"c\")\n\n"];
        Assert.All(pieces, piece => Assert.InRange(
            CpuTime.Of(() => RobustnessTests.Render(string.Concat(Enumerable.Repeat(piece, 2_000)))), TimeSpan.Zero, Most));
    }
}
