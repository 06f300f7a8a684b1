using SiteGen.Core.Korean;

namespace SiteGen.Core.Tests.Korean;

public sealed class KoreanDateTests
{
    static readonly DateTimeOffset Date = new(2025, 1, 24, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Every_notation_is_as_written_in_the_rules()
    {
        Assert.Equal("2025. 1. 24.", KoreanDate.Official(Date));
        Assert.Equal("2025.01.24", KoreanDate.Dots(Date));
        Assert.Equal("2025년 1월 24일", KoreanDate.Long(Date));
        Assert.Equal("2025년 1월", KoreanDate.YearMonth(Date));
        Assert.Equal("2025-01-24", KoreanDate.Iso(Date));
        Assert.Equal("Fri, 24 Jan 2025 00:00:00 +0900", KoreanDate.Rfc822(Date));
        Assert.Equal("2025-01-24T00:00:00+09:00", KoreanDate.Rfc3339(Date));
        Assert.Equal("금요일", KoreanDate.Weekday(Date));
        Assert.Equal("금", KoreanDate.ShortWeekday(Date));
    }

    [Fact]
    public void The_offset_is_kept_as_it_is()
    {
        var date = new DateTimeOffset(2024, 12, 1, 23, 5, 9, new TimeSpan(-3, -30, 0));
        Assert.Equal("Sun, 01 Dec 2024 23:05:09 -0330", KoreanDate.Rfc822(date));
        Assert.Equal("2024-12-01T23:05:09-03:30", KoreanDate.Rfc3339(date));
        Assert.Equal("2024-12-01T23:05:09+00:00", KoreanDate.Rfc3339(new DateTimeOffset(date.DateTime, TimeSpan.Zero)));
        Assert.Equal("일요일", KoreanDate.Weekday(date));
    }
}
