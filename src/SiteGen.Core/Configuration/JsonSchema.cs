using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Configuration;

/// <summary>Writes JSON Schemas (draft 7) of our YAML files, for completion and validation in editors.</summary>
public static class JsonSchema
{
    static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="shape">The mapping that the file contains.</param>
    public static string Of(string title, FieldShape shape)
    {
        // Words are a scalar or a list; nested lists occur in real posts.
        var words = Object([("type", Texts("string", "number", "boolean", "null", "array")), ("items", WordsReference())]);
        var schema = Object([
            ("$schema", "http://json-schema.org/draft-07/schema#"), ("title", title), .. Keywords(shape),
            ("definitions", Object([("words", words)])),
        ]);
        return Encoding.UTF8.GetString(JsonWriting.Document(Options, json => schema.WriteTo(json))) + "\n";
    }

    static IEnumerable<(string Name, JsonNode Value)> Keywords(FieldShape shape) => shape.Kind switch
    {
        ValueKind.Text when shape.Members.Count > 0 =>
            [("type", Texts("string", "number", "boolean", "null", "object")), ("properties", Properties(shape))],
        ValueKind.Text => [("type", Texts("string", "number", "boolean", "null"))],
        ValueKind.Date => [("type", Texts("string", "null"))],
        ValueKind.Flag => [("type", Texts("boolean", "null"))],
        ValueKind.Number => [("type", Texts("integer", "null")), ("minimum", shape.Least), ("maximum", shape.Most)],
        ValueKind.Choice => [("enum", new JsonArray([.. shape.Values.SelectMany(Spellings), null]))],
        // In this draft keywords beside a reference, such as the description, are ignored.
        ValueKind.Words => [("allOf", new JsonArray([WordsReference()]))],
        ValueKind.Map => Mapping(shape),
        ValueKind.Rows => [("type", Texts("array", "null")), ("items", Object(Mapping(shape)))],
        _ => [],
    };

    static IEnumerable<(string Name, JsonNode Value)> Mapping(FieldShape shape)
    {
        yield return ("type", Texts("object", "null"));
        yield return ("properties", Properties(shape));
        if (shape.Members.Any(field => field.IsRequired))
            yield return ("required", Texts([.. shape.Members.Where(field => field.IsRequired).Select(field => field.Name)]));
        yield return ("additionalProperties", shape.Each is null ? false : Object(Keywords(shape.Each)));
    }

    static JsonObject Properties(FieldShape shape) => Object(shape.Members.Select(field => (field.Name, (JsonNode)Property(field))));

    static JsonObject Property(FieldDescription field)
    {
        var keywords = Keywords(field.Shape);
        return Object(field.Description.Length == 0 ? keywords : keywords.Prepend(("description", field.Description)));
    }

    /// <summary>A choice such as 1 or true, written unquoted in YAML, is a number or Boolean to an editor.</summary>
    static IEnumerable<JsonNode> Spellings(string value)
    {
        yield return value;
        var plain = new YamlScalar(0, value, IsPlain: true);
        if (plain.TryBool(out var flag))
            yield return flag;
        else if (plain.TryInteger(out var whole))
            yield return whole;
        else if (plain.TryNumber(out var number))
            yield return number;
    }

    static JsonObject WordsReference() => Object([("$ref", "#/definitions/words")]);

    static JsonArray Texts(params IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    static JsonObject Object(IEnumerable<(string Name, JsonNode Value)> members) =>
        new(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value)));
}
