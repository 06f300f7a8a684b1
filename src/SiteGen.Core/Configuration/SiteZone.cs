namespace SiteGen.Core.Configuration;

/// <summary>The time zone in which dates without one are meant.</summary>
public sealed class SiteZone
{
    /// <summary>Korea is at +09:00 without daylight saving since 1988; fixed, so that a machine without a zone database agrees.</summary>
    public static readonly SiteZone Seoul = new(TimeZoneInfo.CreateCustomTimeZone("Asia/Seoul", TimeSpan.FromHours(9), "Asia/Seoul", "KST"));

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

    /// <summary>The instant of a wall clock in this zone. False for the first and last hours of the calendar, which have none in some zones.</summary>
    public bool TryAt(DateTime wallClock, out DateTimeOffset instant)
    {
        var offset = Rules.GetUtcOffset(wallClock);
        var ticks = wallClock.Ticks - offset.Ticks;
        var isThere = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        instant = isThere ? new DateTimeOffset(DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified), offset) : default;
        return isThere;
    }

    /// <summary>The same instant as this zone's clocks show it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) =>
        instant.ToOffset(Rules.GetUtcOffset(instant));
}
