using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class ReadingTimeTests
{
    // The two posts that the generator was first made for hold 663 and 1,141 words.
    [Theory]
    [InlineData(663, 0, 0, 3)]
    [InlineData(1141, 0, 0, 5)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(201, 0, 0, 1)]
    [InlineData(403, 0, 0, 1)]
    [InlineData(404, 0, 0, 2)]
    [InlineData(2020, 0, 0, 10)]
    public void A_minute_is_202_eojeol(int eojeol, int codeLines, int images, int minutes) =>
        Assert.Equal(minutes, ReadingTime.Minutes(eojeol, codeLines, images));

    [Theory]
    [InlineData(202, 30, 0, 2)]
    [InlineData(202, 29, 0, 1)]
    [InlineData(0, 60, 0, 2)]
    [InlineData(202, 0, 7, 2)]
    [InlineData(202, 0, 6, 1)]
    [InlineData(0, 0, 9, 1)]
    [InlineData(0, 0, 29, 2)]
    [InlineData(0, 0, 30, 2)]
    [InlineData(0, 23, 29, 2)]
    [InlineData(0, 24, 30, 3)]
    public void Code_and_images_cost_extra(int eojeol, int codeLines, int images, int minutes) =>
        Assert.Equal(minutes, ReadingTime.Minutes(eojeol, codeLines, images));

    [Fact]
    public void Absurd_sizes_do_not_overflow() =>
        Assert.True(ReadingTime.Minutes(int.MaxValue, int.MaxValue, int.MaxValue) > 10_000_000);

    [Fact]
    public void Words_are_counted_between_spaces()
    {
        Assert.Equal(0, ReadingTime.CountWords(" \n\t "));
        Assert.Equal(5, ReadingTime.CountWords("진행자 - 그게 실제로 \n일어날\u00A0거라고…? —"));
        Assert.Equal(663, ReadingTime.CountWords(string.Join(' ', Enumerable.Repeat("말씀드렸던", 663))));
    }
}
