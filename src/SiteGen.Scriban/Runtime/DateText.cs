using System.Globalization;
using System.Text;

namespace SiteGen.Scriban.Runtime;

/// <summary>Dates by <c>%</c> patterns, and the fields of dates and durations.</summary>
static class DateText
{
    public const string DefaultFormat = "%d %b %Y";

    static readonly Calendar Calendar = CultureInfo.InvariantCulture.Calendar;

    [ThreadStatic]
    static StringBuilder? _spare;

    /// <summary>By a pattern; a date without an offset of its own is one of <paramref name="zone"/> (null: the machine's).</summary>
    public static string Format(in Value value, string pattern, TimeZoneInfo? zone)
    {
        DateTime date = value.AsDate;
        // The culture letter alone stands before the default format.
        if (pattern is "%g")
            pattern = "%g " + DefaultFormat;
        StringBuilder text = _spare ?? new StringBuilder(32);
        _spare = null;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
                text.Append(pattern[i]);
            else
                AppendField(date, pattern[++i], text, value, zone);
        }

        string formatted = text.ToString();
        _spare = text.Clear();
        return formatted;
    }

    static void AppendField(DateTime date, char letter, StringBuilder text, in Value value, TimeZoneInfo? zone)
    {
        switch (letter)
        {
            case 'Y': AppendNumber(date.Year, 4, '0', text); break;
            case 'm': AppendNumber(date.Month, 2, '0', text); break;
            case 'd': AppendNumber(date.Day, 2, '0', text); break;
            case 'e': AppendNumber(date.Day, 2, ' ', text); break;
            case 'H': AppendNumber(date.Hour, 2, '0', text); break;
            case 'k': AppendNumber(date.Hour, 2, ' ', text); break;
            case 'I': AppendNumber(HourOf12(date), 2, '0', text); break;
            case 'l': AppendNumber(HourOf12(date), 2, ' ', text); break;
            case 'M': AppendNumber(date.Minute, 2, '0', text); break;
            case 'S': AppendNumber(date.Second, 2, '0', text); break;
            case 'L': AppendNumber(date.Millisecond, 3, '0', text); break;
            case 'N': AppendNumber(date.Ticks % TimeSpan.TicksPerSecond * 100, 9, '0', text); break;
            case 'j': AppendNumber(date.DayOfYear, 3, '0', text); break;
            case 'y': AppendNumber(date.Year % 100, 2, '0', text); break;
            case 'C': AppendNumber(date.Year / 100, 2, '0', text); break;
            case 'u': text.Append(date.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek); break;
            case 'w': text.Append((int)date.DayOfWeek); break;
            case 'U': AppendNumber(Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, DayOfWeek.Sunday), 2, '0', text); break;
            case 'W': AppendNumber(Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, DayOfWeek.Monday), 2, '0', text); break;
            case 'V': AppendNumber(Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday), 2, '0', text); break;
            case 's': text.Append((date.Ticks - OffsetOf(value, zone).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond); break;
            case 'Z': AppendOffset(OffsetOf(value, zone), text); break;
            case 'v': text.Append($"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date.Year:D4}"); break;
            case 'P': text.Append(date.Hour < 12 ? "am" : "pm"); break;
            case 'g': break;
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case '%': text.Append('%'); break;
            default: AppendByHost(date, letter, text); break;
        }
    }

    static void AppendByHost(DateTime date, char letter, StringBuilder text)
    {
        string? format = letter switch
        {
            'a' => "ddd",
            'A' => "dddd",
            'b' or 'h' => "MMM",
            'B' => "MMMM",
            'c' => "ddd MMM dd HH:mm:ss yyyy",
            'D' => "MM/dd/yy",
            'F' => "yyyy-MM-dd",
            'p' => "tt",
            'r' => "hh:mm:ss tt",
            'R' => "HH:mm",
            'T' or 'X' => "HH:mm:ss",
            'x' => "MM/dd/yyyy",
            _ => null,
        };
        if (format is null)
            text.Append('%').Append(letter);
        else
            text.Append(date.ToString(format, CultureInfo.InvariantCulture));
    }

    static TimeSpan OffsetOf(in Value value, TimeZoneInfo? zone) => value.DateOffset ?? (zone ?? TimeZoneInfo.Local).GetUtcOffset(value.AsDate);

    static void AppendOffset(TimeSpan offset, StringBuilder text)
    {
        text.Append(offset < TimeSpan.Zero ? '-' : '+');
        AppendNumber(Math.Abs(offset.Hours), 2, '0', text);
        text.Append(':');
        AppendNumber(Math.Abs(offset.Minutes), 2, '0', text);
    }

    static int HourOf12(DateTime date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    static void AppendNumber(long number, int width, char fill, StringBuilder text)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
        text.Append(fill, Math.Max(0, width - length)).Append(digits[..length]);
    }

    /// <summary>Reads by a pattern; false where the text doesn't follow it. Letters that only print fail.</summary>
    public static bool TryParse(string text, string pattern, out DateTime date)
    {
        var format = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
                format.Append(ParseFormatOf(pattern[++i]));
            else if (pattern[i] is '\'')
                format.Append("\\'");
            else
                format.Append('\'').Append(pattern[i]).Append('\'');
        }

        return DateTime.TryParseExact(text, format.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out date);
    }

    static string ParseFormatOf(char letter) => letter switch
    {
        'Y' => "yyyy",
        'y' => "yy",
        'm' => "MM",
        'd' => "dd",
        'e' => "%d",
        'H' => "HH",
        'k' => "%H",
        'I' => "hh",
        'l' => "%h",
        'M' => "mm",
        'S' => "ss",
        'L' => "fff",
        'N' => "fffffff",
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'D' or 'x' => "MM/dd/yy" + (letter is 'x' ? "yy" : ""),
        'F' => "yyyy-MM-dd",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'T' or 'X' => "HH:mm:ss",
        'Z' => "zzz",
        'g' => "",
        _ => throw new ValueException($"`%{letter}` can't be used to read a date"),
    };

    public static bool TryGetField(DateTime date, string name, out Value value)
    {
        value = name switch
        {
            "year" => date.Year,
            "month" => date.Month,
            "day" => date.Day,
            "hour" => date.Hour,
            "minute" => date.Minute,
            "second" => date.Second,
            "millisecond" => date.Millisecond,
            "day_of_week" => date.DayOfWeek.ToString(),
            "day_of_year" => date.DayOfYear,
            "date" => Value.Of(date.Date),
            "time_of_day" => Value.Of(date.TimeOfDay),
            "ticks" => date.Ticks,
            _ => Value.Null,
        };
        return !value.IsNull;
    }

    public static bool TryGetField(TimeSpan span, string name, out Value value)
    {
        value = name switch
        {
            "days" => span.Days,
            "hours" => span.Hours,
            "minutes" => span.Minutes,
            "seconds" => span.Seconds,
            "milliseconds" => span.Milliseconds,
            "ticks" => span.Ticks,
            "total_days" => span.TotalDays,
            "total_hours" => span.TotalHours,
            "total_minutes" => span.TotalMinutes,
            "total_seconds" => span.TotalSeconds,
            "total_milliseconds" => span.TotalMilliseconds,
            _ => Value.Null,
        };
        return !value.IsNull;
    }
}
