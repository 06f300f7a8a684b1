using SiteGen.Core.Korean;

namespace SiteGen.Core.Rendering;

/// <summary>Date styles, in Korean or in English.</summary>
public static class DateStyle
{
    public static readonly string[] Names = ["official", "dots", "long", "year_month", "iso", "datetime", "weekday"];

    static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December"];

    /// <summary>The date in a named style; null when there is no such style.</summary>
    public static string? Format(DateTimeOffset date, string style, string language)
    {
        var korean = language.StartsWith("ko", StringComparison.Ordinal);
        return style switch
        {
            "official" => korean ? KoreanDate.Official(date) : KoreanDate.Iso(date),
            "dots" => KoreanDate.Dots(date),
            "long" => korean ? KoreanDate.Long(date) : $"{date.Day} {Months[date.Month - 1]} {date.Year}",
            "year_month" => korean ? KoreanDate.YearMonth(date) : $"{Months[date.Month - 1]} {date.Year}",
            "weekday" => korean ? KoreanDate.Weekday(date) : date.DayOfWeek.ToString(),
            "iso" => KoreanDate.Iso(date),
            "datetime" => KoreanDate.Rfc3339(date),
            _ => null,
        };
    }

    public static string Year(DateTimeOffset date, string language) =>
        date.Year.ToString() + (language.StartsWith("ko", StringComparison.Ordinal) ? "년" : "");
}
