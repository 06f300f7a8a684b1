using SiteGen.Core.Configuration;
using SiteGen.Core.Reading;

namespace SiteGen.Core.Tests.Reading;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("2025-01-24", "2025-01-24T00:00:00+09:00")]
    [InlineData("2025-1-4", "2025-01-04T00:00:00+09:00")]
    [InlineData("2025-01-24 09:30", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025-01-24 09:30:15", "2025-01-24T09:30:15+09:00")]
    [InlineData("2025-01-24 09:30 +0900", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025-01-24 00:30:00 +0000", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025-01-24T00:30:00Z", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025-01-24T09:30:00.123+09:00", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025-01-23T19:30:00-05:00", "2025-01-24T09:30:00+09:00")]
    [InlineData("2025.01.24", "2025-01-24T00:00:00+09:00")]
    [InlineData("2025. 1. 24.", "2025-01-24T00:00:00+09:00")]
    [InlineData("25.01.24", "2025-01-24T00:00:00+09:00")]
    [InlineData("2025/01/24", "2025-01-24T00:00:00+09:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00+09:00")]
    public void Dates_are_read_as_Korean_authors_write_them(string text, string expected)
    {
        Assert.True(DateReader.TryRead(text, SiteZone.Seoul, out var date, out var problem), problem?.ToString());
        Assert.Equal(expected, date.ToString("yyyy-MM-ddTHH:mm:sszzz"));
    }

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025-00-10")]
    [InlineData("2025-01-24 24:00")]
    [InlineData("2025-01-24 10:60")]
    [InlineData("0000-01-01")]
    [InlineData("2025-01-24 09:30 +99:00")]
    [InlineData("0001-01-01 00:00 +14:00")]
    [InlineData("9999-12-31 23:59 -14:00")]
    public void Days_and_times_that_do_not_exist_are_refused(string text)
    {
        Assert.False(DateReader.TryRead(text, SiteZone.Seoul, out _, out var problem));
        Assert.Equal($"there is no such day or time as “{text}”", problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("어제")]
    [InlineData("2025")]
    [InlineData("24.01")]
    [InlineData("2025-01-24 오전 9시")]
    [InlineData("٢٠٢٥-٠١-٢٤")]
    public void What_is_no_date_is_refused(string text) => Assert.False(DateReader.TryRead(text, SiteZone.Seoul, out _, out _));

    [Fact]
    public void A_date_without_a_zone_is_local_to_the_sites_zone()
    {
        Assert.True(SiteZone.TryFind("America/New_York", out var zone));
        Assert.True(DateReader.TryRead("2025-07-01 09:00", zone, out var summer, out _));
        Assert.True(DateReader.TryRead("2025-01-01 09:00", zone, out var winter, out _));
        Assert.Equal(TimeSpan.FromHours(-4), summer.Offset);
        Assert.Equal(TimeSpan.FromHours(-5), winter.Offset);
    }

    [Theory]
    [InlineData("2025-01-24-다보스", "다보스")]
    [InlineData("2025-01-24_다보스", "다보스")]
    [InlineData("2025-01-24", "")]
    public void A_file_name_may_begin_with_its_date(string name, string rest)
    {
        Assert.True(DateReader.TryReadFileName(name, SiteZone.Seoul, out var date, out var found));
        Assert.Equal(24, date.Day);
        Assert.Equal(rest, found);
    }
}
