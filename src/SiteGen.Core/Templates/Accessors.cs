using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;

namespace SiteGen.Core.Templates;

/// <summary>Members of values that are no objects: known names, no reflection, nothing to set.</summary>
abstract class ValueAccessor(params string[] names) : IObjectAccessor
{
    public bool HasIndexer => false;

    public Type? IndexType => null;

    protected abstract object? Read(object target, string member);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => names.Length;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => names;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => names.Contains(member, StringComparer.Ordinal);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) => (value = Read(target, member)) is not null;

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}

/// <summary>HTML and captured text.</summary>
sealed class TextAccessor() : ValueAccessor("size")
{
    public static readonly TextAccessor Instance = new();

    protected override object? Read(object target, string member) => member == "size" ? target.ToString()!.Length : null;
}

/// <summary>Dates and durations, with the names that Scriban gives them.</summary>
sealed class TimeAccessor() : ValueAccessor("year", "month", "day", "hour", "minute", "second", "millisecond", "day_of_week", "day_of_year",
    "days", "hours", "minutes", "seconds", "milliseconds", "total_days", "total_hours", "total_minutes", "total_seconds", "total_milliseconds", "ticks", "date", "time_of_day")
{
    public static readonly TimeAccessor Instance = new();

    protected override object? Read(object target, string member) => target is DateTime date ? Of(date, member) : Of((TimeSpan)target, member);

    static object? Of(DateTime date, string member) => member switch
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
        "ticks" => date.Ticks,
        "date" => date.Date,
        "time_of_day" => date.TimeOfDay,
        _ => null,
    };

    static object? Of(TimeSpan span, string member) => member switch
    {
        "days" => span.Days,
        "hours" => span.Hours,
        "minutes" => span.Minutes,
        "seconds" => span.Seconds,
        "milliseconds" => span.Milliseconds,
        "total_days" => span.TotalDays,
        "total_hours" => span.TotalHours,
        "total_minutes" => span.TotalMinutes,
        "total_seconds" => span.TotalSeconds,
        "total_milliseconds" => span.TotalMilliseconds,
        "ticks" => span.Ticks,
        _ => null,
    };
}

/// <summary>What a loop over an object sees.</summary>
sealed class EntryAccessor() : ValueAccessor("key", "value")
{
    public static readonly EntryAccessor Instance = new();

    protected override object? Read(object target, string member)
    {
        var entry = (KeyValuePair<string, object?>)target;
        return member switch { "key" => entry.Key, "value" => entry.Value, _ => null };
    }
}
