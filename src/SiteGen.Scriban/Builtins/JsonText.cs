using System.Buffers;
using System.Text;
using System.Text.Json;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Values as JSON: compact, everything outside ASCII and what HTML minds as \uXXXX.</summary>
static class JsonText
{
    const int MaxDepth = 64;

    public static Value Of(NativeCall call)
    {
        if (call[0].IsFunction)
            return call.Fail(0, "Functions can't be written as JSON");
        var output = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(output))
            Write(call, json, call[0], 0);
        return call.LimitedText(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    static void Write(NativeCall call, Utf8JsonWriter json, in Value value, int depth)
    {
        int limit = call.Context.Options.ObjectRecursionLimit;
        int most = limit > 0 ? Math.Min(limit, MaxDepth) : MaxDepth;
        if (depth > most)
            call.Fail($"The value nests deeper than {most} levels, or contains itself");
        switch (value.Kind)
        {
            case ValueKind.Null: json.WriteNullValue(); break;
            case ValueKind.Bool: json.WriteBooleanValue(value.AsBool); break;
            case ValueKind.Int32 or ValueKind.Int64: json.WriteNumberValue(value.AsInt64); break;
            case ValueKind.Decimal: json.WriteNumberValue(value.AsDecimal); break;
            case ValueKind.Single or ValueKind.Double or ValueKind.BigInteger: WriteNumber(call, json, value); break;
            case ValueKind.Date when value.DateOffset is { } offset: json.WriteStringValue(new DateTimeOffset(value.AsDate, offset)); break;
            case ValueKind.Date: json.WriteStringValue(value.AsDate); break;
            case ValueKind.List: WriteList(call, json, value.AsList, depth); break;
            case ValueKind.Object: WriteObject(call, json, value.AsObject, depth); break;
            case ValueKind.Empty: json.WriteStartObject(); json.WriteEndObject(); break;
            case ValueKind.Function: call.Fail("Functions can't be written as JSON"); break;
            default: json.WriteStringValue(call.Context.ToText(value)); break;
        }
    }

    static void WriteNumber(NativeCall call, Utf8JsonWriter json, in Value value)
    {
        value.TryGetDouble(out double number);
        if (value.Kind is ValueKind.BigInteger)
            json.WriteRawValue(call.Context.ToText(value));
        else if (!double.IsFinite(number))
            call.Fail($"`{call.Context.ToText(value)}` can't be written as JSON.");
        else if (value.Kind is ValueKind.Single)
            json.WriteNumberValue(value.AsSingle);
        else
            json.WriteNumberValue(number);
    }

    static void WriteList(NativeCall call, Utf8JsonWriter json, IScriptList list, int depth)
    {
        json.WriteStartArray();
        foreach (Value item in ListWalk.Of(list))
            Write(call, json, item, depth + 1);
        json.WriteEndArray();
    }

    static void WriteObject(NativeCall call, Utf8JsonWriter json, IScriptObject source, int depth)
    {
        json.WriteStartObject();
        foreach (string name in source.Names)
        {
            source.TryGet(name, out Value value);
            json.WritePropertyName(name);
            Write(call, json, value, depth + 1);
        }

        json.WriteEndObject();
    }
}
