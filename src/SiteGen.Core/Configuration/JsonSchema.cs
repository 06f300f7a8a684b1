using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiteGen.Core.Configuration;

/// <summary>Writes JSON Schemas (draft 7) of our YAML files, for completion and validation in editors.</summary>
public static class JsonSchema
{
    /// <param name="shape">The mapping that the file contains.</param>
    public static string Of(string title, FieldShape shape)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", title);
            WriteShape(json, shape);
            WriteDefinitions(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes keywords into the open object.</summary>
    static void WriteShape(Utf8JsonWriter json, FieldShape shape)
    {
        switch (shape.Kind)
        {
            case ValueKind.Text:
                WriteTypes(json, ["string", "number", "boolean", "null"]);
                break;
            case ValueKind.Date:
                WriteTypes(json, ["string", "null"]);
                break;
            case ValueKind.Flag:
                WriteTypes(json, ["boolean", "null"]);
                break;
            case ValueKind.Number:
                WriteTypes(json, ["integer", "null"]);
                json.WriteNumber("minimum", shape.Least);
                json.WriteNumber("maximum", shape.Most);
                break;
            case ValueKind.Choice:
                WriteValues(json, shape.Values);
                break;
            case ValueKind.Words:
                // In this draft keywords beside a reference, such as the description, are ignored.
                json.WriteStartArray("allOf");
                json.WriteStartObject();
                json.WriteString("$ref", "#/definitions/words");
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case ValueKind.Map:
                WriteMap(json, shape);
                break;
            case ValueKind.Rows:
                WriteTypes(json, ["array", "null"]);
                json.WriteStartObject("items");
                WriteMap(json, shape);
                json.WriteEndObject();
                break;
        }
    }

    static void WriteMap(Utf8JsonWriter json, FieldShape shape)
    {
        WriteTypes(json, ["object", "null"]);
        json.WriteStartObject("properties");
        foreach (var field in shape.Members)
        {
            json.WriteStartObject(field.Name);
            if (field.Description.Length > 0)
                json.WriteString("description", field.Description);
            WriteShape(json, field.Shape);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (shape.Members.Any(field => field.IsRequired))
            WriteTexts(json, "required", shape.Members.Where(field => field.IsRequired).Select(field => field.Name));
        json.WritePropertyName("additionalProperties");
        if (shape.Each is null)
        {
            json.WriteBooleanValue(false);
            return;
        }

        json.WriteStartObject();
        WriteShape(json, shape.Each);
        json.WriteEndObject();
    }

    /// <summary>A choice such as 1 or true, written unquoted in YAML, is a number or Boolean to an editor.</summary>
    static void WriteValues(Utf8JsonWriter json, IReadOnlyList<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
            var plain = new YamlScalar(0, value, IsPlain: true);
            if (plain.TryBool(out var flag))
                json.WriteBooleanValue(flag);
            else if (plain.TryInteger(out var whole))
                json.WriteNumberValue(whole);
            else if (plain.TryNumber(out var number))
                json.WriteNumberValue(number);
        }

        json.WriteNullValue();
        json.WriteEndArray();
    }

    /// <summary>Words are a scalar or a list; nested lists occur in real posts.</summary>
    static void WriteDefinitions(Utf8JsonWriter json)
    {
        json.WriteStartObject("definitions");
        json.WriteStartObject("words");
        WriteTypes(json, ["string", "number", "boolean", "null", "array"]);
        json.WriteStartObject("items");
        json.WriteString("$ref", "#/definitions/words");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteTypes(Utf8JsonWriter json, string[] types) => WriteTexts(json, "type", types);

    static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
