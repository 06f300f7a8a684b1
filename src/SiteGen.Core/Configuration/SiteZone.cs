namespace SiteGen.Core.Configuration;

/// <summary>The time zone of dates that have none.</summary>
public sealed class SiteZone
{
    /// <summary>+09:00 without daylight saving since 1988; independent of the machine's zone database.</summary>
    public static readonly SiteZone Seoul =
        new(TimeZoneInfo.CreateCustomTimeZone("Asia/Seoul", TimeSpan.FromHours(9), "Asia/Seoul", "KST"));

    SiteZone(TimeZoneInfo rules) => Rules = rules;

    public TimeZoneInfo Rules { get; }

    /// <summary>Finds an IANA zone such as <c>Asia/Tokyo</c>, or <c>UTC</c>.</summary>
    public static bool TryFind(string name, out SiteZone zone)
    {
        zone = Seoul;
        if (name is "Asia/Seoul" or "KST")
            return true;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var rules))
            return false;
        zone = new SiteZone(rules);
        return true;
    }

    /// <summary>Converts local time to an instant; false where that is outside the calendar.</summary>
    public bool TryAt(DateTime wallClock, out DateTimeOffset instant)
    {
        var offset = Rules.GetUtcOffset(wallClock);
        var ticks = wallClock.Ticks - offset.Ticks;
        var isThere = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        instant = isThere ? new DateTimeOffset(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), offset) : default;
        return isThere;
    }

    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Rules.GetUtcOffset(instant));
}
