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
        .Add("now", "", call => Value.Of(call.Context.Time.GetLocalNow().DateTime))
        .Add("utc_now", "", call => Value.Of(call.Context.Time.GetUtcNow().UtcDateTime))
        .Add("add_days", "date days", call => Move(call, TimeSpan.TicksPerDay))
        .Add("add_hours", "date hours", call => Move(call, TimeSpan.TicksPerHour))
        .Add("add_minutes", "date minutes", call => Move(call, TimeSpan.TicksPerMinute))
        .Add("add_seconds", "date seconds", call => Move(call, TimeSpan.TicksPerSecond))
        .Add("add_milliseconds", "date millis", call => Move(call, TimeSpan.TicksPerMillisecond))
        .Add("add_months", "date months", call => Guarded(call, () => call.Date(0).AddMonths(call.Int32(1))))
        .Add("add_years", "date years", call => Guarded(call, () => call.Date(0).AddYears(call.Int32(1))))
        .Add("parse", Value.Of(Parse))
        .Add("parse_to_string", "text output_pattern? output_culture? input_pattern? input_culture?", ParseToString)
        .Add("to_string", "date pattern culture?", ToText)
        .Finish();

    static Value Move(NativeCall call, long unit) => Guarded(call, () => call.Date(0).AddTicks((long)Math.Round(call.Double(1) * unit)));

    static Value Guarded(NativeCall call, Func<DateTime> compute)
    {
        try
        {
            return Value.Of(compute());
        }
        catch (ArgumentOutOfRangeException)
        {
            return call.Fail("The date is out of range.");
        }
    }

    static Value ParseText(NativeCall call) => Read(call, 1) is { } date ? Value.Of(date) : default;

    /// <summary>Text without a date gives the first day of the calendar, not an error; so the language has it.</summary>
    static DateTime? Read(NativeCall call, int patternAt)
    {
        if (call[0].TryGetDate(out DateTime already))
            return already;
        if (call.Text(0) is not { Length: > 0 } text)
            return null;
        DateTime date;
        if (call[patternAt].IsNull || call.Text(patternAt) is not { Length: > 0 } pattern)
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? date : DateTime.MinValue;
        try
        {
            return DateText.TryParse(text, pattern, out date) ? date : DateTime.MinValue;
        }
        catch (ValueException e)
        {
            throw call.ErrorAt(patternAt, e.Message);
        }
    }

    static Value ParseToString(NativeCall call) => Read(call, 3) is { } date
        ? DateText.Format(date, call.Text(1) is { Length: > 0 } pattern ? pattern : call.Context.DateFormat)
        : default(Value);

    static Value ToText(NativeCall call)
    {
        if (call.Text(1) is not { } pattern)
            return call.Fail(1, "Value cannot be null. (Parameter 'pattern')");
        return call[0].IsNull ? default : DateText.Format(call.Date(0), pattern);
    }
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
        return Math.Abs(ticks) < long.MaxValue ? Value.Of(new TimeSpan((long)ticks)) : call.Fail("The duration is out of range.");
    }

    static Value Parse(NativeCall call) => TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out TimeSpan span)
        ? Value.Of(span)
        : call.Fail(0, $"`{call.Text(0)}` is not a duration");
}
