using System.Globalization;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>The object <c>date</c>.</summary>
static class DateFunctions
{
    public static readonly NativeFunction Parse = new("date.parse", FunctionTable.Parse("text pattern? culture?"), ParseText);

    public static readonly ScriptObject All = new FunctionTable("date")
        .Add("format", Value.Of(DateText.DefaultFormat))
        .Add("default_format", Value.Of(DateText.DefaultFormat))
        .Add("now", "", call => Value.Of(call.Context.Time.GetLocalNow()))
        .Add("utc_now", "", call => Value.Of(call.Context.Time.GetUtcNow()))
        .Add("add_days", "date days", call => Move(call, TimeSpan.TicksPerDay))
        .Add("add_hours", "date hours", call => Move(call, TimeSpan.TicksPerHour))
        .Add("add_minutes", "date minutes", call => Move(call, TimeSpan.TicksPerMinute))
        .Add("add_seconds", "date seconds", call => Move(call, TimeSpan.TicksPerSecond))
        .Add("add_milliseconds", "date millis", call => Move(call, TimeSpan.TicksPerMillisecond))
        .Add("add_months", "date months", call => Guarded(call, date => date.AddMonths(call.Int32(1))))
        .Add("add_years", "date years", call => Guarded(call, date => date.AddYears(call.Int32(1))))
        .Add("parse", Value.Of(Parse))
        .Add("parse_to_string", "text output_pattern? output_culture? input_pattern? input_culture?", ParseToString)
        .Add("to_string", "date pattern culture?", ToText)
        .Finish();

    static Value Move(NativeCall call, long unit) => Guarded(call, date => date.AddTicks((long)Math.Round(call.Double(1) * unit)));

    static Value Guarded(NativeCall call, Func<DateTime, DateTime> compute)
    {
        DateTime date = call.Date(0);
        try
        {
            return call[0].WithDate(compute(date));
        }
        catch (ArgumentOutOfRangeException)
        {
            return call.Fail("The date is out of range");
        }
    }

    static Value ParseText(NativeCall call) => Read(call, 1);

    /// <summary>Text without a date gives the first day of the calendar, not an error; so the language has it.</summary>
    static Value Read(NativeCall call, int patternAt)
    {
        if (call[0].Kind is ValueKind.Date)
            return call[0];
        if (call.Text(0) is not { Length: > 0 } text)
            return default;
        return Parsed(call, text, patternAt, out DateTime date)
            ? InZone(date, call.Context.Time.LocalTimeZone)
            : Value.Of(DateTime.MinValue);
    }

    static bool Parsed(NativeCall call, string text, int patternAt, out DateTime date)
    {
        if (call.Text(patternAt) is not { Length: > 0 } pattern)
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out date);
        try
        {
            return DateText.TryParse(text, pattern, out date);
        }
        catch (ValueException e)
        {
            throw call.ErrorAt(patternAt, e.What);
        }
    }

    /// <summary>A text that names its offset was read as UTC; it is shown by the clock of the render's time zone.</summary>
    static Value InZone(DateTime date, TimeZoneInfo zone) => date.Kind is DateTimeKind.Utc
        ? Value.Of(TimeZoneInfo.ConvertTime(new DateTimeOffset(date), zone))
        : Value.Of(date);

    static Value ParseToString(NativeCall call) =>
        Read(call, 3) is { IsNull: false } date ? Format(call, date, call.Text(1) is { Length: > 0 } pattern ? pattern : call.Context.DateFormat) : default;

    static Value ToText(NativeCall call)
    {
        if (call.Text(1) is not { } pattern)
            return call.Fail(1, "The pattern is null");
        if (call[0].IsNull)
            return default;
        call.Date(0);
        return Format(call, call[0], pattern);
    }

    static Value Format(NativeCall call, in Value date, string pattern) => DateText.Format(date, pattern, call.Context.Time.LocalTimeZone);
}

/// <summary>The object <c>timespan</c>.</summary>
static class TimeSpanFunctions
{
    public static ScriptObject Make() => new FunctionTable("timespan")
        .Add("zero", Value.Of(TimeSpan.Zero))
        .Add("from_days", "days", call => From(call, TimeSpan.TicksPerDay))
        .Add("from_hours", "hours", call => From(call, TimeSpan.TicksPerHour))
        .Add("from_minutes", "minutes", call => From(call, TimeSpan.TicksPerMinute))
        .Add("from_seconds", "seconds", call => From(call, TimeSpan.TicksPerSecond))
        .Add("from_milliseconds", "millis", call => From(call, TimeSpan.TicksPerMillisecond))
        .Add("parse", "text", Parse)
        .Finish();

    static Value From(NativeCall call, long unit)
    {
        double ticks = call.Double(0) * unit;
        return Math.Abs(ticks) < long.MaxValue ? Value.Of(new TimeSpan((long)ticks)) : call.Fail("The duration is out of range");
    }

    static Value Parse(NativeCall call) => TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out TimeSpan span)
        ? Value.Of(span)
        : call.Fail(0, $"`{call.Text(0)}` is not a duration");
}
