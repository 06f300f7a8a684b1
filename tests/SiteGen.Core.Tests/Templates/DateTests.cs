using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.Templates;

/// <summary>Dates follow the build's clock and the site's zone, wherever the build runs.</summary>
public sealed class DateTests
{
    static string Render(string source) => new Rendering()
        .With("day", new DateTime(2024, 1, 15, 10, 0, 0))
        .With("later", new DateTime(2024, 1, 16, 12, 30, 5))
        .With("page", new Members(("date", new DateTime(2024, 3, 1, 9, 30, 0)))).Output(source);

    [Theory]
    [InlineData("{{ date.now | date.to_string '%F %T %Z' }}", "2025-01-01 00:30:00 +09:00")]
    [InlineData("{{ date.now.year }} {{ date.utc_now.year }}", "2025 2024")]
    [InlineData("{{ date.utc_now | date.to_string '%F %T %Z' }}", "2024-12-31 15:30:00 +00:00")]
    [InlineData("{{ date.parse '2024-01-15T10:00:00Z' | date.to_string '%F %T %Z' }}", "2024-01-15 19:00:00 +09:00")]
    [InlineData("{{ date.parse '2024-01-15T10:00:00-05:00' | date.to_string '%F %T %Z' }}", "2024-01-16 00:00:00 +09:00")]
    [InlineData("{{ date.parse '2024-01-15 10:00:00' | date.to_string '%F %T %Z %s' }}", "2024-01-15 10:00:00 +09:00 1705280400")]
    [InlineData("{{ date.parse '15/01/2024' '%d/%m/%Y' | date.to_string '%F %Z' }}", "2024-01-15 +09:00")]
    [InlineData("{{ day | date.to_string '%Y %m %d %e %H %M %S %j %A %B %% %y' }}", "2024 01 15 15 10 00 00 015 Monday January % 24")]
    [InlineData("{{ date.parse_to_string '2024-01-15' '%d.%m.%Y' }}", "15.01.2024")]
    [InlineData("{{ null | date.to_string '%F' }}", "")]
    [InlineData("{{ day }}", "15 Jan 2024")]
    [InlineData(
        "{{ page.date.year }}-{{ page.date.month }}-{{ page.date.day }} {{ page.date.hour }}:{{ page.date.minute }} {{ "
        + "page.date.day_of_week }}",
        "2024-3-1 9:30 Friday")]
    public void The_clock_and_the_zone_are_those_of_the_site(string source, string expected) => Assert.Equal(expected, Render(source));

    [Theory]
    [InlineData("{{ day < later }} {{ later > day }} {{ day == day }} {{ day != later }}", "true true true true")]
    [InlineData("{{ (later - day).total_hours }} {{ (later - day).days }}", "26.50138888888889 1")]
    [InlineData("{{ day | date.add_days 1 | date.to_string '%F' }}", "2024-01-16")]
    [InlineData(
        "{{ day | date.add_months 1 | date.to_string '%F' }} {{ day | date.add_years (-1) | date.to_string '%F' }}",
        "2024-02-15 2023-01-15")]
    [InlineData("{{ (day + (timespan.from_hours 3)) | date.to_string '%H' }}", "13")]
    [InlineData("{{ [later, day] | array.sort | array.first | date.to_string '%d' }}", "15")]
    [InlineData("{{ day | object.to_json }}", "&quot;2024-01-15T10:00:00&quot;")]
    [InlineData("{{ day | object.typeof }}", "object")]
    public void Dates_compare_and_add(string source, string expected) => Assert.Equal(expected, Render(source));

    [Fact]
    public void A_text_that_is_no_date_is_an_error_at_its_place() =>
        Assert.StartsWith(
            "page:1:4 A value of this type can't stand here.",
            new Rendering().Error("{{ '2025-01-24' | date.to_string '%Y' }}"), StringComparison.Ordinal);
}
