using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>Reads the ways in which Korean authors write dates.</summary>
public static partial class DateReader
{
    public static Message Hint => "Write it as 2025-01-24 or 2025-01-24 09:30 +0900.";

    /// <summary>Reads ISO 8601, <c>2025-01-24 09:30[:00] [+0900]</c>, <c>2025.01.24</c>, <c>2025. 1. 24.</c> and <c>25.01.24</c>.</summary>
    /// <param name="zone">Of dates that name none.</param>
    /// <param name="problem">The beginning of a sentence.</param>
    public static bool TryRead(string text, SiteZone zone, out DateTimeOffset date, [NotNullWhen(false)] out Message? problem)
    {
        date = default;
        problem = null;
        var match = Pattern().Match(text);
        if (match.Success && TryPlace(match, zone, out date))
            return true;
        problem = match.Success ? (Message)$"there is no such day or time as “{text}”" : $"“{text}” is not written as a date";
        return false;
    }

    static bool TryPlace(Match match, SiteZone zone, out DateTimeOffset date)
    {
        date = default;
        int Part(string name) => match.Groups[name] is { Success: true } group
            ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var year = Part("y") + (match.Groups["y"].Length == 2 ? 2000 : 0);
        if (year < 1 || Part("m") is < 1 or > 12 || Part("d") < 1 || Part("d") > DateTime.DaysInMonth(year, Part("m")) || Part("h") > 23
            || Part("min") > 59 || Part("s") > 59)
            return false;
        var clock = new DateTime(year, Part("m"), Part("d"), Part("h"), Part("min"), Part("s"));
        return TryPlace(clock, match, zone, out date);
    }

    /// <summary>The date that a file name begins with, <c>2025-01-24-name</c>; the rest of the name follows.</summary>
    public static bool TryReadFileName(string name, SiteZone zone, out DateTimeOffset date, out string rest)
    {
        rest = name;
        date = default;
        if (name.Length < 10 || name[4] != '-' || name[7] != '-' || !char.IsAsciiDigit(name[9])
            || !TryRead(name[..10], zone, out date, out _))
            return false;
        rest = name[10..].TrimStart('-', '_', ' ');
        return true;
    }

    static bool TryPlace(DateTime clock, Match match, SiteZone zone, out DateTimeOffset date)
    {
        date = default;
        var offset = match.Groups["z"].Value;
        try
        {
            if (offset.Length == 0)
                return zone.TryAt(clock, out date);
            var digits = offset.Replace(":", "");
            var minutes = offset is "Z" or "z"
                ? 0
                : int.Parse(digits.AsSpan(1, 2)) * 60 + (digits.Length > 3 ? int.Parse(digits.AsSpan(3, 2)) : 0);
            if (minutes > 14 * 60)
                return false;
            date = zone.Local(new DateTimeOffset(clock, TimeSpan.FromMinutes(offset[0] == '-' ? -minutes : minutes)));
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and last hours of the calendar have no instant in some zones.
            return false;
        }
    }

    [GeneratedRegex(@"^\s*(?:(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})"
        + @"|(?<y>[0-9]{4})\.\s?(?<m>[0-9]{1,2})\.\s?(?<d>[0-9]{1,2})\.?|(?<y>[0-9]{2})\.(?<m>[0-9]{1,2})\.(?<d>[0-9]{1,2})"
        + @"|(?<y>[0-9]{4})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2}))"
        + @"(?:(?:[Tt]|\s+)(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.[0-9]+)?)?)?"
        + @"\s*(?<z>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?\s*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
