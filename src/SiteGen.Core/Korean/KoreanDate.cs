using System.Globalization;

namespace SiteGen.Core.Korean;

/// <summary>Korean and machine-readable date formats, in the value's own offset.</summary>
public static class KoreanDate
{
    const string Weekdays = "일월화수목금토";

    /// <summary>The official notation, "2025. 1. 24." (한글 맞춤법 부록).</summary>
    public static string Official(DateTimeOffset date) => Format(date, "yyyy. M. d.");

    /// <summary>Tistory's format, "2025.01.24".</summary>
    public static string Dots(DateTimeOffset date) => Format(date, "yyyy.MM.dd");

    /// <summary>In words, "2025년 1월 24일".</summary>
    public static string Long(DateTimeOffset date) => Format(date, "yyyy년 M월 d일");

    /// <summary>A month in words, "2025년 1월".</summary>
    public static string YearMonth(DateTimeOffset date) => Format(date, "yyyy년 M월");

    /// <summary>ISO 8601 without a time, "2025-01-24".</summary>
    public static string Iso(DateTimeOffset date) => Format(date, "yyyy-MM-dd");

    /// <summary>For RSS 2.0, "Fri, 24 Jan 2025 00:00:00 +0900" (RFC 822 with the four-digit year of RFC 2822).</summary>
    public static string Rfc822(DateTimeOffset date) =>
        Format(date, "ddd, dd MMM yyyy HH:mm:ss ") + Format(date, "zzz").Replace(":", "", StringComparison.Ordinal);

    /// <summary>For Atom, sitemaps and <c>datetime</c>, "2025-01-24T00:00:00+09:00".</summary>
    public static string Rfc3339(DateTimeOffset date) => Format(date, "yyyy-MM-ddTHH:mm:sszzz");

    /// <summary>The weekday, "금요일".</summary>
    public static string Weekday(DateTimeOffset date) => ShortWeekday(date) + "요일";

    /// <summary>The weekday in one syllable, "금".</summary>
    public static string ShortWeekday(DateTimeOffset date) => Weekdays[(int)date.DayOfWeek].ToString();

    static string Format(DateTimeOffset date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
