namespace SiteGen.Scriban.Tests;

public sealed class DateTests
{
    sealed class Seoul : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("KST", TimeSpan.FromHours(9), "KST", "KST");

        public override DateTimeOffset GetUtcNow() => new(2024, 12, 31, 15, 30, 0, TimeSpan.Zero);
    }

    static string Render(string source)
    {
        var context = new RenderContext(TemplateOptions.Default) { Time = new Seoul() };
        context.Globals.Set("tokyo", Value.Of(new DateTimeOffset(2024, 1, 15, 10, 0, 0, TimeSpan.FromHours(9))));
        context.Globals.Set("london", Value.Of(new DateTimeOffset(2024, 1, 15, 1, 0, 0, TimeSpan.Zero)));
        Assert.Null(Template.Parse(source).Render(context));
        return context.Output.ToString();
    }

    [Theory]
    [InlineData("{{ date.now | date.to_string '%F %T %Z' }}", "2025-01-01 00:30:00 +09:00")]
    [InlineData("{{ date.utc_now | date.to_string '%F %T %Z' }}", "2024-12-31 15:30:00 +00:00")]
    [InlineData("{{ date.parse '2024-01-15T10:00:00Z' | date.to_string '%F %T %Z' }}", "2024-01-15 19:00:00 +09:00")]
    [InlineData("{{ date.parse '2024-01-15 10:00:00' | date.to_string '%F %T %Z %s' }}", "2024-01-15 10:00:00 +09:00 1705280400")]
    public void The_clock_and_the_time_zone_are_those_of_the_context(string source, string expected) => Assert.Equal(expected, Render(source));

    [Theory]
    [InlineData("{{ tokyo | date.to_string '%H %Z' }} {{ london | date.to_string '%H %Z' }}", "10 +09:00 01 +00:00")]
    [InlineData("{{ tokyo == london }} {{ tokyo - london }} {{ tokyo < date.add_minutes london 1 }}", "true 00:00:00 true")]
    [InlineData("{{ tokyo | date.add_days 1 | date.to_string '%d %Z' }}", "16 +09:00")]
    [InlineData("{{ tokyo | object.to_json }}", "\"2024-01-15T10:00:00+09:00\"")]
    public void A_date_keeps_its_own_offset(string source, string expected) => Assert.Equal(expected, Render(source));
}
