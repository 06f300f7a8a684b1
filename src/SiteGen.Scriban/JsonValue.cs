using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

/// <summary>Reads JSON as values: integers of 32 or else 64 bits, other numbers as doubles, objects in their own order.</summary>
public static class JsonValue
{
    /// <summary>Reads one JSON value. Throws <see cref="System.Text.Json.JsonException"/> on malformed text.</summary>
    public static Value Parse(string json) => JsonReading.Read(json, hasDecimals: false);

    /// <inheritdoc cref="Parse(string)"/>
    public static Value Parse(ReadOnlySpan<byte> utf8) => JsonReading.Read(utf8, hasDecimals: false);
}
