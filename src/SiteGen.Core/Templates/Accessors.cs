using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;

namespace SiteGen.Core.Templates;

/// <summary>Members of values that are not objects, without reflection. Dates and durations have Scriban's names.</summary>
static class Accessors
{
    /// <summary>HTML and captured text.</summary>
    public static readonly IObjectAccessor Text = new ValueAccessor<object>(new() { ["size"] = text => text.ToString()!.Length });

    /// <summary>The items of a loop over an object.</summary>
    public static readonly IObjectAccessor Entry = new ValueAccessor<KeyValuePair<string, object?>>(new()
    {
        ["key"] = entry => entry.Key,
        ["value"] = entry => entry.Value,
    });

    public static readonly IObjectAccessor Date = new ValueAccessor<DateTime>(new()
    {
        ["year"] = date => date.Year,
        ["month"] = date => date.Month,
        ["day"] = date => date.Day,
        ["hour"] = date => date.Hour,
        ["minute"] = date => date.Minute,
        ["second"] = date => date.Second,
        ["millisecond"] = date => date.Millisecond,
        ["day_of_week"] = date => date.DayOfWeek.ToString(),
        ["day_of_year"] = date => date.DayOfYear,
        ["ticks"] = date => date.Ticks,
        ["date"] = date => date.Date,
        ["time_of_day"] = date => date.TimeOfDay,
    });

    public static readonly IObjectAccessor Duration = new ValueAccessor<TimeSpan>(new()
    {
        ["days"] = span => span.Days,
        ["hours"] = span => span.Hours,
        ["minutes"] = span => span.Minutes,
        ["seconds"] = span => span.Seconds,
        ["milliseconds"] = span => span.Milliseconds,
        ["total_days"] = span => span.TotalDays,
        ["total_hours"] = span => span.TotalHours,
        ["total_minutes"] = span => span.TotalMinutes,
        ["total_seconds"] = span => span.TotalSeconds,
        ["total_milliseconds"] = span => span.TotalMilliseconds,
        ["ticks"] = span => span.Ticks,
    });
}

/// <summary>Read-only members by name.</summary>
sealed class ValueAccessor<T>(Dictionary<string, Func<T, object?>> members) : IObjectAccessor
{
    public bool HasIndexer => false;

    public Type? IndexType => null;

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => members.Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => members.Keys;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => members.ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var isKnown = members.TryGetValue(member, out var read);
        value = isKnown ? read!((T)target) : null;
        return isKnown;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
