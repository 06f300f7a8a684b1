using System.Text.Json;
using SiteGen.Core.Configuration;

namespace SiteGen.Core.Tests.Configuration;

/// <summary>As much of JSON Schema as SiteGen's schemas use; a keyword that it does not know is a failure.</summary>
sealed class SchemaChecker(JsonElement root)
{
    static readonly HashSet<string> Known = ["$schema", "title", "description", "definitions", "type", "enum", "minimum", "maximum",
        "allOf", "$ref", "properties", "required", "additionalProperties", "items"];

    public bool Accepts(YamlNode value) => Accepts(root, value);

    public bool Accepts(JsonElement schema, YamlNode value)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return schema.GetBoolean();
        Assert.All(schema.EnumerateObject(), keyword => Assert.Contains(keyword.Name, Known));
        if (schema.TryGetProperty("$ref", out var reference))
            return Accepts(root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..]), value);
        return (!schema.TryGetProperty("type", out var types) || types.EnumerateArray().Any(type => IsOf(type.GetString()!, value)))
            && (!schema.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(one => IsEqual(one, value)))
            && (!schema.TryGetProperty("allOf", out var all) || all.EnumerateArray().All(one => Accepts(one, value)))
            && IsInRange(schema, value)
            && (value is not YamlList list || !schema.TryGetProperty("items", out var items)
                || list.Items.All(item => Accepts(items, item)))
            && (value is not YamlMap map || AcceptsMap(schema, map));
    }

    bool AcceptsMap(JsonElement schema, YamlMap map)
    {
        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(name => map[name.GetString()!] is null))
            return false;
        return map.Entries.All(entry =>
            schema.TryGetProperty("properties", out var properties)
                && properties.TryGetProperty(entry.Key, out var property) ? Accepts(property, entry.Value)
            : !schema.TryGetProperty("additionalProperties", out var other) || Accepts(other, entry.Value));
    }

    static bool IsOf(string type, YamlNode value) => (type, value) switch
    {
        ("object", YamlMap) or ("array", YamlList) => true,
        ("null", YamlScalar { IsNull: true }) => true,
        ("boolean", YamlScalar scalar) => scalar.TryBool(out _),
        ("integer", YamlScalar scalar) => scalar.TryInteger(out _),
        ("number", YamlScalar scalar) => scalar.TryNumber(out _),
        ("string", YamlScalar { IsNull: false } scalar) => !scalar.TryBool(out _) && !scalar.TryNumber(out _),
        _ => false,
    };

    static bool IsEqual(JsonElement one, YamlNode value) => one.ValueKind switch
    {
        JsonValueKind.Null => IsOf("null", value),
        JsonValueKind.True or JsonValueKind.False => value is YamlScalar scalar && scalar.TryBool(out var flag) && flag == one.GetBoolean(),
        JsonValueKind.Number => value is YamlScalar scalar && scalar.TryNumber(out var number) && number == one.GetDouble(),
        _ => IsOf("string", value) && ((YamlScalar)value).Text == one.GetString(),
    };

    static bool IsInRange(JsonElement schema, YamlNode value) =>
        !schema.TryGetProperty("minimum", out var least) || value is not YamlScalar scalar || !scalar.TryNumber(out var number)
        || number >= least.GetDouble() && number <= schema.GetProperty("maximum").GetDouble();
}
