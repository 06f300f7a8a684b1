using System.Text;
using System.Text.Json;

namespace SiteGen.Scriban.Runtime;

/// <summary>Reads JSON as values.</summary>
static class JsonReading
{
    public static Value Read(string json, bool hasDecimals) => Read(Encoding.UTF8.GetBytes(json), hasDecimals);

    public static Value Read(ReadOnlySpan<byte> utf8, bool hasDecimals)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        Value value = ReadValue(ref reader, hasDecimals);
        // Reading on finds whatever stands behind the value and doesn't belong there.
        reader.Read();
        return value;
    }

    public static Value ReadValue(ref Utf8JsonReader reader, bool hasDecimals)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return Value.True;
            case JsonTokenType.False: return Value.False;
            case JsonTokenType.String: return Value.Of(reader.GetString());
            case JsonTokenType.Number: return ReadNumber(ref reader, hasDecimals);
            case JsonTokenType.StartArray: return ReadList(ref reader, hasDecimals);
            case JsonTokenType.StartObject: return ReadObject(ref reader, hasDecimals);
            default: return Value.Null;
        }
    }

    static Value ReadNumber(ref Utf8JsonReader reader, bool hasDecimals)
    {
        if (hasDecimals && reader.TryGetDecimal(out decimal exact))
            return Value.Of(exact);
        if (reader.TryGetInt32(out int small))
            return small;
        if (reader.TryGetInt64(out long large))
            return large;
        return reader.GetDouble();
    }

    static Value ReadList(ref Utf8JsonReader reader, bool hasDecimals)
    {
        var list = new ScriptArray();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            list.Add(ReadValue(ref reader, hasDecimals));
        return Value.Of(list);
    }

    static Value ReadObject(ref Utf8JsonReader reader, bool hasDecimals)
    {
        var made = new ScriptObject();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            made.Set(name.Length <= 64 ? string.Intern(name) : name, ReadValue(ref reader, hasDecimals));
        }

        return Value.Of(made);
    }
}
