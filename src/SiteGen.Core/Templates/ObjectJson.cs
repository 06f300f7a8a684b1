using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban.Runtime;

namespace SiteGen.Core.Templates;

/// <summary><c>object.to_json</c> in Scriban's format, without the reflection of its JSON serializer.</summary>
sealed class ObjectJson : IDisposable
{
    readonly FunctionCall call;
    readonly ArrayBufferWriter<byte> output = new();
    readonly Utf8JsonWriter writer;
    readonly HashSet<object> ancestors = new(ReferenceEqualityComparer.Instance);
    int counted;

    ObjectJson(FunctionCall call) => (this.call, writer) = (call, new Utf8JsonWriter(output));

    public static object? Write(FunctionCall call)
    {
        using var json = new ObjectJson(call);
        json.Write(call[0]);
        json.writer.Flush();
        return Encoding.UTF8.GetString(json.output.WrittenSpan);
    }

    public void Dispose() => writer.Dispose();

    void Write(object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case int or long or uint or ulong or short or ushort or byte or sbyte:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IScriptCustomFunction:
                throw call.Fail(0, "Functions can't be written as JSON.");
            case string or Html or IScriptOutput or TimeSpan:
                writer.WriteStringValue(value.ToString());
                break;
            case KeyValuePair<string, object?> entry:
                Members([entry]);
                break;
            case IScriptObject members and not ScriptArray:
                Inside(members, () => Members(members.GetMembers().Select(name =>
                    KeyValuePair.Create(name, members.TryGetValue(call.Context, call.Span, name, out var member) ? member : null))));
                break;
            case IEnumerable items:
                Inside(items, () => Items(items));
                break;
            default:
                writer.WriteStringValue(call.Context.ObjectToString(value));
                break;
        }
    }

    void Members(IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in members)
        {
            writer.WritePropertyName(name);
            Write(member);
            Count();
        }

        writer.WriteEndObject();
    }

    void Items(IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(item);
            Count();
        }

        writer.WriteEndArray();
    }

    void Inside(object value, Action write)
    {
        if (ancestors.Count >= call.Context.ObjectRecursionLimit || !ancestors.Add(value))
        {
            throw call.Fail(0, $"The value holds itself, or is nested more than {call.Context.ObjectRecursionLimit} deep.",
                "Write its members one by one.");
        }

        write();
        ancestors.Remove(value);
    }

    void Count()
    {
        call.Context.CheckAbort();
        if (RenderState.Current is not { } state || call.Caller is not { } node)
            return;
        state.Step(node);
        var written = (int)(writer.BytesCommitted + writer.BytesPending);
        state.Build(2L * (written - counted), node);
        counted = written;
    }
}
